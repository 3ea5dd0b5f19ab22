package dev.carillon.floor;

import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Command.DutyFallsDue;
import dev.carillon.floor.Command.EndSchedule;
import dev.carillon.floor.Command.EnterBlock;
import dev.carillon.floor.Command.ExpireHint;
import dev.carillon.floor.Command.ExpireUnlock;
import dev.carillon.floor.Command.HelpFallsDue;
import dev.carillon.floor.Command.KeepAppointment;
import dev.carillon.floor.Command.LapseCall;
import dev.carillon.floor.Command.LapseClaim;
import dev.carillon.floor.Command.LapseOffer;
import dev.carillon.floor.Command.LapseStay;
import dev.carillon.floor.Command.MarkLate;
import dev.carillon.floor.Command.MarkMissing;
import dev.carillon.floor.Command.MissHelper;
import dev.carillon.floor.Command.OfferSeat;
import dev.carillon.floor.Command.RingBell;
import dev.carillon.floor.Command.RoomFallsDue;
import dev.carillon.floor.Command.StartCall;
import dev.carillon.floor.Command.TellUnseen;
import dev.carillon.floor.Timeline.Roll;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What falls due, found from where each schedule stands: the work does not grow with the school.
///
/// Blocks are entered in order, so that looking starts one block before the one entered last; bells
/// of earlier blocks have rung, were missed or were overtaken.
final class Dues {
  private static final Comparator<DueCommand> ORDER =
      Comparator.comparing(DueCommand::dueAt)
          .thenComparingInt(Dues::rank)
          .thenComparing(DueCommand::identity);

  private Dues() {}

  /// On a day without school nothing is due but what concerns calls for help.
  static Optional<DueCommand> next(Floor floor) {
    var dues = new ArrayList<DueCommand>(new HelpDues(floor).all());
    if (floor.timelines().isEmpty()) {
      return dues.stream().min(ORDER);
    }
    for (var timeline : floor.timelines().values()) {
      dues.addAll(of(timeline, floor.school().rules()));
    }
    dues.addAll(new PlacingDues(floor).all());
    dues.addAll(FlexRules.dues(floor));
    dues.addAll(UnlockRules.dues(floor));
    dues.addAll(floor.signals().dues());
    dues.addAll(new Appointments(floor).dues());
    dues.addAll(new DutyTimes(floor).dues());
    return dues.stream().min(ORDER);
  }

  /// At one instant whoever may stay until then moves on first; then the block is entered, and then
  /// its bell rings.
  private static int rank(DueCommand command) {
    return switch (command) {
      case LapseStay _, LapseCall _ -> 0;
      case EnterBlock _ -> 1;
      case RingBell _ -> 2;
      case MarkLate _ -> 3;
      case MarkMissing _ -> 4;
      case StartCall _, KeepAppointment _ -> 5;
      case TellUnseen _ -> 6;
      case HelpFallsDue _,
          RoomFallsDue _,
          MissHelper _,
          DutyFallsDue _,
          LapseClaim _,
          LapseOffer _,
          ExpireUnlock _,
          ExpireHint _,
          OfferSeat _ ->
          7;
      case EndSchedule _ -> 8;
    };
  }

  private static List<DueCommand> of(Timeline timeline, Rules rules) {
    var dues = new ArrayList<DueCommand>();
    if (timeline.local().isPresent() && timeline.ended()) {
      return dues;
    }
    enter(timeline).ifPresent(dues::add);
    bells(timeline, rules).findFirst().ifPresent(dues::add);
    late(timeline).ifPresent(dues::add);
    missing(timeline, rules).ifPresent(dues::add);
    end(timeline).ifPresent(dues::add);
    return dues;
  }

  static Optional<EnterBlock> enter(Timeline timeline) {
    int next = timeline.position() + 1;
    if (next >= timeline.blocks().size()) {
      return Optional.empty();
    }
    var block = timeline.blocks().get(next);
    return comes(timeline, block.start())
        .map(at -> new EnterBlock(block.id(), at, name(entering(timeline), timeline, block)));
  }

  /// At one instant a block of the school begins before the turns inside it do.
  private static String entering(Timeline timeline) {
    return timeline.local().isPresent() ? "turn" : "enter";
  }

  /// The bells that have not been settled, in order.
  static Stream<RingBell> bells(Timeline timeline, Rules rules) {
    int from = Math.max(0, timeline.position() - 1);
    return IntStream.range(from, timeline.blocks().size())
        .boxed()
        .flatMap(index -> bells(timeline, index, rules));
  }

  private static Stream<RingBell> bells(Timeline timeline, int index, Rules rules) {
    var block = timeline.blocks().get(index).id();
    return Agenda.edgesOf(timeline, index, rules).stream()
        .flatMap(edge -> edge.bell().stream())
        .filter(bell -> !timeline.settled().containsKey(bell.id()))
        .map(bell -> new RingBell(block, bell.kind(), bell.at(), "bell/" + bell.id().value()));
  }

  static BellId bellOf(Timeline timeline, BlockId block, BellKind kind) {
    return BellId.of(timeline.date(), block, kind);
  }

  static Optional<MarkLate> late(Timeline timeline) {
    return call(timeline, Roll.OPEN)
        .flatMap(
            block ->
                within(timeline, block, Phases.of(block).workAt())
                    .map(at -> new MarkLate(block.id(), at, name("late", timeline, block))));
  }

  static Optional<MarkMissing> missing(Timeline timeline, Rules rules) {
    return call(timeline, Roll.LATE_CALLED)
        .flatMap(
            block ->
                within(timeline, block, Phases.of(block).workAt().plus(rules.missingAfterSettle()))
                    .map(at -> new MarkMissing(block.id(), at, name("missing", timeline, block))));
  }

  private static Optional<Block> call(Timeline timeline, Roll roll) {
    return timeline.roll() == roll ? timeline.entered().flatMap(timeline::block) : Optional.empty();
  }

  static Optional<EndSchedule> end(Timeline timeline) {
    boolean isLast = !timeline.ended() && timeline.position() == timeline.blocks().size() - 1;
    return isLast && timeline.entered().isPresent()
        ? comes(timeline, timeline.blocks().getLast().end())
            .map(
                at ->
                    new EndSchedule(
                        timeline.id(), at, name("end", timeline, timeline.id().value())))
        : Optional.empty();
  }

  private static Optional<Instant> within(Timeline timeline, Block block, Instant at) {
    return at.isBefore(block.end()) ? comes(timeline, at) : Optional.empty();
  }

  /// While paused, nothing after the pause comes.
  private static Optional<Instant> comes(Timeline timeline, Instant at) {
    return timeline.comes(at) ? Optional.of(at) : Optional.empty();
  }

  private static String name(String what, Timeline timeline, Block block) {
    return name(what, timeline, block.id().value());
  }

  private static String name(String what, Timeline timeline, String of) {
    return what + "/" + timeline.date() + "/" + of;
  }
}
