package dev.carillon.gateway;

import dev.carillon.school.Id.PersonId;
import dev.carillon.wire.ClientFrame.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one node sees of people's devices, on one date.
///
/// @param here whose devices are connected to it
/// @param left who is nowhere as far as it knows, and when she was heard of last, on the floor's
///   clock
/// @param reached how far prompts came at its devices, by the prompt's id
/// @param transports how many devices came by which transport, by its word
public record Sighting(
    LocalDate date,
    Set<PersonId> here,
    Map<PersonId, Instant> left,
    Map<String, Stage> reached,
    Map<String, Integer> transports) {
  public Sighting {
    here = Set.copyOf(here);
    left = Map.copyOf(left);
    reached = Map.copyOf(reached);
    transports = Map.copyOf(transports);
  }

  /// A line each: the date, then a letter and what it is about. Ids have no spaces.
  public String text() {
    var text = new StringBuilder(date.toString());
    here.forEach(who -> text.append("\nh ").append(who.value()));
    left.forEach(
        (who, at) -> text.append("\nl ").append(who.value()).append(' ').append(at.toEpochMilli()));
    reached.forEach(
        (prompt, stage) -> text.append("\nr ").append(prompt).append(' ').append(stage.name()));
    transports.forEach((by, devices) -> text.append("\nt ").append(by).append(' ').append(devices));
    return text.toString();
  }

  /// Empty when another version of this program wrote it.
  public static Optional<Sighting> of(String text) {
    try {
      var lines = text.split("\n", -1);
      var here = new HashSet<PersonId>();
      var left = new HashMap<PersonId, Instant>();
      var reached = new HashMap<String, Stage>();
      var transports = new HashMap<String, Integer>();
      for (int i = 1; i < lines.length; i++) {
        var words = lines[i].split(" ", -1);
        switch (words[0]) {
          case "h" -> here.add(new PersonId(words[1]));
          case "l" ->
              left.put(new PersonId(words[1]), Instant.ofEpochMilli(Long.parseLong(words[2])));
          case "r" -> reached.put(words[1], Stage.valueOf(words[2]));
          case "t" -> transports.put(words[1], Integer.valueOf(words[2]));
          default -> {
            return Optional.empty();
          }
        }
      }
      return Optional.of(new Sighting(LocalDate.parse(lines[0]), here, left, reached, transports));
    } catch (RuntimeException notOurs) {
      return Optional.empty();
    }
  }
}
