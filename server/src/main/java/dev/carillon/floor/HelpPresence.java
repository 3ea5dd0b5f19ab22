package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;

import dev.carillon.floor.Command.MissHelper;
import dev.carillon.floor.Event.HelperMissed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.school.HelpTerms.Alarms;
import dev.carillon.school.HelpTerms.Spans;
import dev.carillon.school.Id.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a helper is still heard of: by her devices, and by what she says while she helps.
///
/// Only a device that has renewed its lease once is missed when it stops: one that never does is
/// judged by the connection alone.
public record HelpPresence(Floor floor, Instant now) {
  /// Whether another helper may take a request from its owner.
  boolean isLost(HelpRequest request) {
    return lostAt(request).filter(at -> !now.isBefore(at)).isPresent();
  }

  /// From when another helper may, unless its owner is heard of before.
  public Optional<Instant> lostAt(HelpRequest request) {
    var gone = request.owner().map(floor.help().team().gone()::get);
    var silent =
        request instanceof Helping helping && heardAt(helping).isPresent()
            ? Optional.of(helping.leaseUntil())
            : Optional.<Instant>empty();
    return Stream.of(gone, silent)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(since -> since.plus(floor.inPeoplesTime(spans().goneAfter())));
  }

  /// When the helper said last that she is there; empty while she never did.
  Optional<Instant> heardAt(Helping helping) {
    var heard = helping.leaseUntil().minus(floor.inPeoplesTime(spans().helpLease()));
    return heard.isAfter(helping.since()) ? Optional.of(heard) : Optional.empty();
  }

  /// When the leader is asked about a helper nobody hears of.
  Optional<Instant> silentAt(Helping helping) {
    var after = floor.inPeoplesTime(alarms().silentAfter());
    var gone =
        Optional.ofNullable(floor.help().team().gone().get(helping.helper()))
            .map(since -> since.isAfter(helping.since()) ? since : helping.since());
    return helping.silent()
        ? Optional.empty()
        : gone.or(() -> heardAt(helping)).map(since -> since.plus(after));
  }

  /// When those of whom nobody hears will have been gone for too long to be counted on.
  List<MissHelper> dues() {
    var team = floor.help().team();
    return team.gone().entrySet().stream()
        .filter(gone -> floor.onDuty().contains(gone.getKey()))
        .filter(gone -> !team.missed().contains(gone.getKey()))
        .map(gone -> due(gone.getKey(), gone.getValue()))
        .toList();
  }

  private MissHelper due(PersonId helper, Instant since) {
    var at = since.plus(floor.inPeoplesTime(spans().awayAfter()));
    var name = "away/" + helper.value() + "/" + since.toEpochMilli();
    return new MissHelper(helper, at.isBefore(floor.at()) ? floor.at() : at, name);
  }

  /// Nothing, when she has been heard of meanwhile.
  Decision miss(PersonId helper) {
    return dues().stream().anyMatch(due -> due.helper().equals(helper) && !due.dueAt().isAfter(now))
        ? accept(new HelperMissed(helper, now))
        : accept();
  }

  private Spans spans() {
    return floor.school().rules().help().spans();
  }

  private Alarms alarms() {
    return floor.school().rules().help().alarms();
  }
}
