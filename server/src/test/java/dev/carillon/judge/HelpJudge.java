package dev.carillon.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.judge.Story.Heard;
import dev.carillon.judge.Story.Line;
import dev.carillon.judge.Story.Said;
import dev.carillon.judge.Story.Screen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Reads a day from its first entry to its last and says which promise was broken first.
public final class HelpJudge {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Name(String who, String id) {}

  /// What an entry says.
  private record Happened(Name name, Instant at, List<JsonNode> events) {
    static Happened in(Line line) {
      var entry = parsed(line);
      var events = new ArrayList<JsonNode>();
      entry.path("events").forEach(events::add);
      return new Happened(
          new Name(entry.at("/id/who").asText(), entry.at("/id/id").asText()),
          Instant.parse(entry.at("/stamp/at").asText()),
          events);
    }

    private static JsonNode parsed(Line line) {
      try {
        return JSON.readTree(line.json());
      } catch (JsonProcessingException e) {
        throw new AssertionError(line.json(), e);
      }
    }
  }

  private final Story story;
  private final Map<Name, Said> said = new HashMap<>();
  private final Map<Name, Line> written = new HashMap<>();
  private final List<Happened> happened = new ArrayList<>();
  private final Map<Long, List<Screen>> screens = new HashMap<>();

  private HelpJudge(Story story) {
    this.story = story;
    story.said.forEach(command -> said.put(new Name(command.who(), command.id()), command));
    story.screens.forEach(
        screen -> screens.computeIfAbsent(screen.seq(), _ -> new ArrayList<>()).add(screen));
  }

  /// @throws Broken when a promise is broken: which, and where
  public static void judge(Story story) {
    var judge = new HelpJudge(story);
    judge.log();
    judge.answers();
    judge.calls();
    judge.rest();
  }

  private void log() {
    long seq = 0;
    var last = Instant.MIN;
    for (var line : story.lines) {
      var where = "entry " + line.seq();
      Broken.unless(line.seq() == ++seq, Rule.LOG, where + " after " + (seq - 1));
      var entry = Happened.in(line);
      Broken.unless(
          written.putIfAbsent(entry.name(), line) == null,
          Rule.ONCE,
          where + ": " + entry.name() + " again");
      // What changes nothing moves no clock.
      if (!entry.events().isEmpty()) {
        Broken.unless(!entry.at().isBefore(last), Rule.LOG, where + " is before the one before");
        last = entry.at();
      }
      happened.add(entry);
    }
  }

  private void calls() {
    var queue = new Queue(story.terms);
    long seq = 0;
    for (var entry : happened) {
      var name = entry.name();
      var where = "entry " + ++seq + " by " + name;
      queue.entry(name.who(), said.get(name), entry.events(), where);
      screens.getOrDefault(seq, List.of()).forEach(queue::seen);
    }
  }

  private void rest() {
    var last = story.lines.size();
    for (var screen : story.atRest) {
      Broken.unless(
          screen.seq() == last,
          Rule.AGREE,
          screen.whose() + " stays at " + screen.seq() + ", the log is at " + last);
    }
  }

  private void answers() {
    var first = new HashMap<Name, Heard.Done>();
    var refused = new HashSet<Name>();
    for (var answer : story.heard) {
      var name = new Name(answer.who(), answer.id());
      switch (answer) {
        case Heard.Done done -> {
          var line = written.get(name);
          Broken.unless(
              line != null && line.seq() == done.seq(), Rule.KEPT, done + ", written " + line);
          var before = first.putIfAbsent(name, done);
          Broken.unless(
              before == null || before.equals(done), Rule.SAME_ANSWER, done + " after " + before);
          Broken.unless(
              line != null && line.result().equals(done.result()),
              Rule.KEPT,
              done + ", written " + line);
        }
        case Heard.Refused _ -> refused.add(name);
      }
    }
    for (var name : refused) {
      Broken.unless(!written.containsKey(name), Rule.HONEST, name + " was refused");
    }
  }
}
