package dev.carillon.view;

import dev.carillon.floor.Proposal;
import dev.carillon.floor.RePlan.Cause;
import dev.carillon.floor.RePlan.Change;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Unmet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// New plans that wait for a leader, the oldest first.
final class ProposalRows {
  private final Sight sight;

  private ProposalRows(Sight sight) {
    this.sight = sight;
  }

  static List<Row.Proposal> of(Sight sight) {
    var rows = new ProposalRows(sight);
    return sight.floor().proposals().values().stream()
        .sorted(Comparator.comparing(Proposal::at).thenComparing(each -> each.id().value()))
        .map(rows::row)
        .toList();
  }

  private Row.Proposal row(Proposal proposal) {
    return new Row.Proposal(
        proposal.id().value(),
        cause(proposal.request().cause()),
        sight.floor().nameOf(proposal.by()),
        proposal.at().toEpochMilli(),
        proposal.request().others(),
        proposal.request().nextToo(),
        proposal.plan().others(),
        proposal.plan().changes().stream().map(this::change).toList(),
        proposal.plan().unmet().stream().map(this::lost).toList());
  }

  private Row.Cause cause(Cause cause) {
    return switch (cause) {
      case Cause.OfStation(var station) ->
          new Row.Cause(
              "station", Optional.of(station.value()), Optional.empty(), Optional.empty());
      case Cause.OfAdult(var adult, var from) ->
          new Row.Cause(
              "adult",
              Optional.empty(),
              Optional.of(sight.named(adult)),
              Optional.of(from).map(Instant::toEpochMilli));
      case Cause.OfStudent(var student) ->
          new Row.Cause(
              "student", Optional.empty(), Optional.of(sight.named(student)), Optional.empty());
      case Cause.OfDay() ->
          new Row.Cause("day", Optional.empty(), Optional.empty(), Optional.empty());
    };
  }

  private Row.Replaced change(Change change) {
    var to = change.to();
    return new Row.Replaced(
        sight.named(to.student()),
        to.block().value(),
        change.from().value(),
        to.station().value(),
        to.activity(),
        word(change.why()));
  }

  private Row.Lost lost(Unmet unmet) {
    return new Row.Lost(
        sight.named(unmet.student()),
        unmet.block().map(BlockId::value),
        title(unmet),
        word(unmet.reason()));
  }

  private String title(Unmet unmet) {
    return Optional.ofNullable(sight.floor().school().playlists().get(unmet.student())).stream()
        .flatMap(playlist -> playlist.items().stream())
        .filter(item -> item.id().equals(unmet.what()))
        .map(Item::title)
        .findFirst()
        .orElse(unmet.what());
  }

  private static String word(Enum<?> constant) {
    return Sight.word(constant);
  }
}
