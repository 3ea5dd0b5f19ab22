package dev.carillon.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One row of a table. Implementations are records; their components are the row's fields on the
/// wire as `docs/protocol.md` names them, and an absent value is an empty `Optional`.
///
/// A component is a `String`, an `int`, a `long`, a `double`, a `boolean`, one of these in an
/// `Optional`, a `List`, a `Map` with text keys, or a record of the same kind: a codec needs to
/// know nothing else. Words such as `arrived` stand as the wire spells them; a time is in
/// milliseconds since 1970 on the floor's clock and says so in its name.
public interface Row {
  String id();

  record Badge(String letter, int colour, int shape) {}

  /// In metres on the floor plan.
  record Frame(double x, double y, double w, double h) {}

  record Named(String id, String name) {}

  record Day(
      String id,
      String school,
      String date,
      String zone,
      String dayType,
      String state,
      boolean demo,
      int speed)
      implements Row {}

  /// @param state `running`, `paused`, `held` or `inserted`
  /// @param pausedAtMs where the schedule's time stands while paused or inserted
  /// @param heldBlock whose end is waited for
  /// @param offPlanMs how much later than published the coming boundary is
  /// @param anchor the next boundary that does not move
  /// @param last the control given last
  /// @param parent the block of the school inside which a room takes turns
  /// @param room whose turns they are
  record Schedule(
      String id,
      String name,
      String state,
      long version,
      Optional<Long> pausedAtMs,
      Optional<String> heldBlock,
      Optional<Insert> insert,
      long offPlanMs,
      Optional<Anchor> anchor,
      Optional<LastControl> last,
      Optional<Parent> parent,
      Optional<String> room)
      implements Row {}

  record Parent(String schedule, String block) {}

  /// @param mode `assembly`, `freeze`, `gather` or `evacuate`
  /// @param untilMs when it is meant to end
  record Insert(String name, String mode, Optional<String> station, Optional<Long> untilMs) {}

  /// @param edge `start` or `end` of the block
  /// @param slackMs how much of a delay the blocks before it can take
  record Anchor(String block, String edge, long atMs, long slackMs) {}

  /// @param undoUntilMs until when it can be taken back, unless a bell rings before
  record LastControl(String word, long atMs, Optional<Long> undoUntilMs) {}

  record Block(
      String id,
      String schedule,
      String name,
      String kind,
      int order,
      long startMs,
      long endMs,
      long plannedStartMs,
      long plannedEndMs,
      boolean anchorStart,
      boolean anchorEnd)
      implements Row {}

  record Bell(String id, String kind, long atMs, boolean sounds) {}

  /// A change of phase.
  record Edge(
      String id,
      String schedule,
      Optional<String> block,
      String phase,
      long atMs,
      Optional<Bell> bell)
      implements Row {}

  record StudentMe(
      String id, String person, String name, Optional<String> group, String mode, String sound)
      implements Row {}

  /// @param hoursOver her hours are over, and she is to choose what becomes of her claim
  /// @param lost what went from her and not by her
  /// @param post where a leader has asked her to be
  record HelperMe(
      String id,
      String person,
      String name,
      String duty,
      List<String> rooms,
      Optional<String> claim,
      Optional<Boolean> hoursOver,
      Optional<List<LostCall>> lost,
      Optional<Post> post)
      implements Row {}

  /// Where a leader has asked a helper to be.
  ///
  /// @param by who asked
  /// @param untilMs the end of the block as it stands; absent before the first one
  record Post(String room, String by, Optional<Long> untilMs) {}

  /// A call that went from its owner.
  ///
  /// @param how `lapsed`, `taken-over`, `handed-off`, `put-back`, `closed`, `done`, `fine`,
  ///   `alone`, `stuck`, `moved` or `ended`
  /// @param by which adult did it
  /// @param state of the call now
  /// @param to who has it now, or whom it is for: a name, or a role
  record LostCall(
      String id,
      Named student,
      String code,
      String how,
      Optional<String> by,
      String state,
      Optional<String> to,
      long atMs) {}

  /// @param borrowed the code of another seat where she sits, as an adult said she may
  /// @param spot her seat on the floor plan; without one the middle of the station
  /// @param helpWait how long help takes there just now, as a helper has told everybody
  record Stop(
      String id,
      String block,
      String station,
      String room,
      String code,
      String place,
      Badge badge,
      Optional<String> seat,
      String activity,
      Optional<String> wrapUp,
      Optional<String> adult,
      String arrival,
      boolean changed,
      Optional<String> wasCode,
      Optional<Boolean> unseen,
      String why,
      Optional<Long> leaveAtMs,
      Optional<Long> staysUntilMs,
      Optional<List<Choice>> choices,
      Optional<Boolean> reported,
      Optional<String> borrowed,
      Point spot,
      Optional<HelpWait> helpWait)
      implements Row {}

  /// @param untilMs from when it is not so any more
  record HelpWait(int minutes, long untilMs) {}

  /// A point of the floor plan, in metres.
  record Point(double x, double y) {}

  /// A station a student may choose instead.
  record Choice(String station, String code, String place, Badge badge) {}

  /// A call-up, as the student sees it who is called.
  record OwnCall(
      String id,
      String state,
      String station,
      String code,
      String place,
      Badge badge,
      String by,
      long fromMs,
      Optional<Long> untilMs,
      Optional<String> note)
      implements Row {}

  /// A call-up, as staff see it; leaders see how many, not who.
  record StaffCall(
      String id,
      String state,
      String station,
      String place,
      String by,
      long fromMs,
      Optional<Long> untilMs,
      int students,
      Optional<List<Named>> names)
      implements Row {}

  /// A new plan that waits for somebody to accept or reject it.
  ///
  /// @param others how many others might be moved for each who is displaced
  /// @param moved how many would be moved to make room
  record Proposal(
      String id,
      Cause cause,
      String by,
      long askedAtMs,
      int others,
      boolean nextToo,
      int moved,
      List<Replaced> changes,
      List<Lost> unmet)
      implements Row {}

  /// @param of `station`, `adult`, `student` or `day`
  record Cause(
      String of, Optional<String> station, Optional<Named> person, Optional<Long> fromMs) {}

  /// @param why `displaced`, `seat-free` or `made-room`
  record Replaced(
      Named student, String block, String from, String to, String activity, String why) {}

  /// @param what the item's title as the student reads it
  record Lost(Named student, Optional<String> block, String what, String reason) {}

  /// Somebody of the staff should look at something.
  ///
  /// @param kind `unseen-change`: a student has not seen that her stop is another one;
  ///   `borrowed-seat`: she sits at another seat, as an adult said she may
  /// @param stop the code of her own stop, where she is at another one
  record Alert(
      String id,
      String kind,
      Optional<Named> student,
      String station,
      String code,
      String place,
      long sinceMs,
      Optional<String> stop)
      implements Row {}

  /// A student's own request.
  ///
  /// @param reason why staff or time ended it, as far as that is for her
  /// @param stuckFromMs from when she may say that it does not work: on hold, and while nobody has
  ///   heard of her helper for minutes
  /// @param together she is helped with others
  /// @param huddle where they come together, if the room has a place for it
  /// @param to whom she wishes to talk to
  /// @param mentor whom she may wish for; while it waits
  record OwnHelp(
      String id,
      String state,
      String kind,
      long askedAtMs,
      Optional<Integer> ahead,
      Optional<String> helper,
      Optional<String> text,
      long version,
      Optional<Long> closedAtMs,
      Optional<String> reason,
      Optional<Boolean> trying,
      Optional<Long> untilMs,
      Optional<Wait> estimate,
      Optional<Integer> passed,
      Optional<Boolean> nobody,
      Optional<Long> stuckFromMs,
      Optional<Boolean> together,
      Optional<String> huddle,
      Optional<Boolean> inferred,
      Optional<Named> to,
      Optional<Named> mentor)
      implements Row {
    /// How long she will probably wait.
    ///
    /// @param afterBell not before the bell; it follows her
    public record Wait(int fromMin, int toMin, boolean afterBell) {}
  }

  /// How long a call has waited, as its alarms count it.
  ///
  /// @param ms up to `sinceMs`, or all of it while that is absent
  /// @param sinceMs from when it counts on; it may be to come
  /// @param untilMs when it stops if nothing happens
  record Waited(long ms, Optional<Long> sinceMs, Optional<Long> untilMs) {}

  /// An open request, as a helper sees it.
  record Call(
      String id,
      int order,
      String state,
      String kind,
      Named student,
      String station,
      String room,
      String code,
      String place,
      Badge badge,
      Optional<String> activity,
      Optional<String> text,
      Waited waited,
      int helpsToday,
      Optional<Named> owner,
      Optional<Long> claimedAtMs,
      Optional<Long> helpingSinceMs,
      long epoch,
      Optional<Long> leaseMs,
      long version,
      boolean mine,
      Standing standing,
      Optional<Why> why)
      implements Row {
    /// How it stands in the line, and what became of it so far. What is not so is absent.
    ///
    /// @param lane `urgent`, `returning` or `normal`
    /// @param level of the last alarm, 0 to 3
    /// @param again what helped before did not
    /// @param moved the student was elsewhere when she asked
    /// @param to whom it is for: a name, or a role
    /// @param others it is for somebody else first
    /// @param group the first of those with whom it could be helped together
    /// @param untilMs until when she tries, or is looked for
    /// @param by who put it on hold, or did not find her
    /// @param nudges how often the helper was asked whether to go on; for her alone
    /// @param huddle where those who are helped together meet
    /// @param released why whoever had it last gave it back
    /// @param bell when the student leaves the room
    /// @param takeMs from when it may be taken over, unless its owner is heard of before
    /// @param inPlaceMs the student is on the move, and is to be there by then
    /// @param atBell `pass` or `drop`: arranged for the bell, unless somebody takes it before
    public record Standing(
        String lane,
        int level,
        Optional<Boolean> pinned,
        Optional<Boolean> trying,
        Optional<Boolean> again,
        Optional<Boolean> moved,
        Optional<String> to,
        Optional<Boolean> others,
        Optional<String> group,
        Optional<Long> untilMs,
        Optional<String> note,
        Optional<Named> by,
        Optional<Integer> nudges,
        Optional<Held> held,
        Optional<String> huddle,
        Optional<String> released,
        Optional<Leaving> bell,
        Optional<Long> takeMs,
        Optional<Long> inPlaceMs,
        Optional<String> atBell) {
      /// As one helper sees it.
      ///
      /// @param isHers what she is asked is between her and her screen
      Standing seen(boolean isHers, boolean forOthers) {
        return new Standing(
            lane,
            level,
            pinned,
            trying,
            again,
            moved,
            to,
            Optional.of(forOthers).filter(it -> it),
            group,
            untilMs,
            note,
            by,
            nudges.filter(_ -> isHers),
            held,
            huddle,
            released,
            bell,
            takeMs,
            inPlaceMs,
            atBell);
      }
    }

    /// @param fromMs when the bell is near
    /// @param to where she goes then
    public record Leaving(long fromMs, long atMs, Optional<String> to) {}

    /// A student kept over the bell.
    ///
    /// @param asked the helper is asked whether to let go
    /// @param more how often she may still say: a little longer
    public record Held(boolean asked, int more) {}
  }

  /// An open request as leaders see it: where, how long and who has it, not whose it is.
  ///
  /// @param order its place in the line, from 0: a device that is sent changed rows knows it, too
  /// @param silent nobody hears of whoever is there
  /// @param released why whoever had it last gave it back
  record LineCall(
      String id,
      int order,
      String room,
      String station,
      String code,
      String place,
      String state,
      String kind,
      Waited waited,
      int level,
      Optional<Named> owner,
      long epoch,
      Optional<Boolean> silent,
      Optional<String> released)
      implements Row {}

  /// The calls of one room in figures.
  ///
  /// @param onDuty who covers it, is on duty and there
  /// @param held students kept over the bell
  /// @param busy most of those who wait have waited for long
  /// @param unhelped somebody has waited for a while, and no helper is there
  /// @param spare who could be sent there
  record RoomHelp(
      String id,
      int waiting,
      Optional<Waited> longest,
      int onDuty,
      int away,
      int helping,
      int onHold,
      int held,
      Optional<Boolean> busy,
      Optional<Boolean> unhelped,
      Optional<Spare> spare)
      implements Row {}

  /// Who could be sent to a room.
  ///
  /// @param leaves the rooms she would not cover any more
  record Spare(Named helper, List<Leaves> leaves) {}

  /// @param helpers how many would still be there
  record Leaves(String room, int helpers) {}

  /// What became of the calls for help of today, in figures: for whoever looks after the school,
  /// not for ranking anybody. What is still going on counts up to its last change.
  ///
  /// @param asked how many there were
  /// @param helped how many a helper came to
  /// @param servedPercent of those that are over; absent while none is
  /// @param unheld for how long nobody had the calls that were helped
  /// @param gaveUp how long those had waited who gave up
  /// @param cutOff how long those had waited whom time or staff ended
  /// @param onHold for how long students tried by themselves
  /// @param overBell for how long students were kept over a bell
  /// @param counts how often what happened, by what is counted
  /// @param never to how many students no helper came this week
  /// @param once to how many once or twice
  /// @param often to how many more often
  /// @param guessedOnly students a program outside thought stuck today, and who have not asked
  record HelpToday(
      String id,
      int asked,
      int helped,
      Optional<Integer> servedPercent,
      Waits toClaim,
      Waits toArrival,
      Waits unheld,
      Waits gaveUp,
      Waits cutOff,
      Waits helpTime,
      Waits onHold,
      Waits overBell,
      Map<String, Integer> counts,
      int never,
      int once,
      int often,
      int guessedOnly)
      implements Row {}

  /// @param p50Ms half took at most that long; zero when there are none
  record Waits(int size, long p50Ms, long p90Ms) {}

  /// What a helper has had on her hands today.
  ///
  /// @param claims requests she has taken, each time
  /// @param helpingMs with students, several at once counted once; without what goes on
  /// @param students how many different ones
  /// @param interruptions how often somebody or something else ended what she had begun
  record HelperLoad(
      String id, String name, int claims, long helpingMs, int students, int interruptions)
      implements Row {}

  /// What a bell did to the calls that were open when it rang.
  ///
  /// @param block that began; absent for the end of the day
  /// @param kept how many of those that were carried are of students a helper kept
  /// @param overMs for how long those were kept, all together, who have been let go
  /// @param longestMs and the longest of them
  record BellCalls(
      String id,
      String schedule,
      Optional<String> block,
      long atMs,
      int carried,
      int parked,
      int ended,
      int kept,
      long overMs,
      long longestMs)
      implements Row {}

  /// How often help was asked for with a lesson, in blocks that are over.
  ///
  /// @param item as students read it; absent for a subject as a whole
  /// @param attempts how many students were at it, each once a block
  /// @param perHundred requests per hundred attempts; absent while there were few
  record LessonCalls(
      String id,
      Optional<String> item,
      String subject,
      int requests,
      int attempts,
      Optional<Integer> perHundred)
      implements Row {}

  /// @param unmeasured nothing there says whether somebody has come
  /// @param near next to one of the helper's own
  record Room(
      String id,
      String name,
      Optional<Badge> badge,
      Optional<Boolean> mine,
      Optional<Frame> outline,
      Optional<Boolean> unmeasured,
      Optional<Boolean> near)
      implements Row {}

  record BoardStation(
      String id,
      String room,
      String name,
      String kind,
      Badge badge,
      String status,
      int softCap,
      int hardCap)
      implements Row {}

  /// @param bodies how many are there in the flesh, visitors included; may be over the hard cap
  record HelperStation(
      String id,
      String room,
      String name,
      String kind,
      Badge badge,
      String status,
      int softCap,
      int hardCap,
      int planned,
      int arrived,
      int late,
      int missing,
      int elsewhere,
      int bodies,
      Frame place)
      implements Row {}

  /// @param bodies how many are there in the flesh, visitors included; may be over the hard cap
  /// @param level the last alarm of the calls that wait there, urgent ones left out
  /// @param urgent an urgent one is the leader's by now
  record LeaderStation(
      String id,
      String room,
      String name,
      String kind,
      Badge badge,
      String status,
      int softCap,
      int hardCap,
      int planned,
      int arrived,
      int late,
      int missing,
      int elsewhere,
      int bodies,
      int waiting,
      Optional<Waited> longest,
      int level,
      Optional<Boolean> urgent,
      Optional<String> adult,
      Frame place)
      implements Row {}

  record Seat(String id, String station, String label, double x, double y) implements Row {}

  /// A student on the map, without a name.
  ///
  /// @param from the station where she was due in the block before, when that is another one
  record Dot(
      String id,
      String station,
      Optional<String> at,
      Optional<String> seat,
      String arrival,
      Optional<String> from)
      implements Row {}

  /// A type of day that the rest of this one can be switched to.
  record DayType(String id, String name) implements Row {}

  /// @param unmeasured of how many nothing is known, being due where nothing is measured
  record Counts(
      String id,
      int students,
      int expected,
      int prompted,
      int arrived,
      int late,
      int missing,
      int elsewhere,
      int staying,
      int excused,
      int departed,
      int unmeasured,
      int waiting,
      int claimed,
      int helping,
      Optional<Waited> longest,
      int onDuty)
      implements Row {}

  /// @param with the station of the student being helped
  /// @param own the rooms that are hers, while a leader has sent her to another one
  record Helper(
      String id,
      String name,
      String role,
      String duty,
      List<String> rooms,
      Optional<String> with,
      Optional<List<String>> own)
      implements Row {}

  /// How a block began: as a whole, in one room, or at one station.
  ///
  /// @param p50Ms how long after the bell half of those planned had arrived
  /// @param lostMs how long after MOVE they arrived, summed
  record Settle(
      String id,
      String block,
      Optional<String> room,
      Optional<String> station,
      long bellAtMs,
      int planned,
      int arrived,
      Optional<Long> p50Ms,
      Optional<Long> p90Ms,
      Optional<Long> p100Ms,
      int late,
      int wrong,
      long lostMs)
      implements Row {}

  /// @param helped a helper was with her today; absent otherwise
  /// @param kept she is due here and stays where she was
  record RosterEntry(
      String id,
      String name,
      String station,
      Optional<String> seat,
      String code,
      String arrival,
      Optional<Boolean> helped,
      Optional<Kept> kept)
      implements Row {}

  /// @param reason `help`, `test` or `extra-time`
  /// @param by the helper who is with her
  record Kept(String reason, Optional<String> by, String place, long untilMs) {}

  /// A student who is due in the helper's rooms in her next block.
  ///
  /// @param block the block she is due in
  record Incoming(
      String id, String name, String block, String station, Optional<String> seat, String code)
      implements Row {}

  /// What a board shows.
  ///
  /// @param shows `names`, `room`, `groups`, `countdown` or `door`
  /// @param from the first letter of the names it is for; absent when it is for everybody
  /// @param rooms of a board by room or at a door
  /// @param diagonal of the screen, in inches
  /// @param distanceM to the farthest reader, in metres
  /// @param part which of the boards that show the same, the first is 1, of how many
  record Board(
      String id,
      String name,
      String shows,
      Optional<String> from,
      Optional<String> to,
      List<Named> rooms,
      Optional<Integer> diagonal,
      Optional<Double> distanceM,
      int part,
      int of)
      implements Row {}

  /// Where somebody goes, or a group.
  ///
  /// @param slot the place of the name, the first is 1: the same all term
  /// @param shape beside an alias, 0 to 7
  /// @param stops station and code, by block
  /// @param changed blocks in which that is another place than was planned
  /// @param split blocks in which some of the group go elsewhere
  record Departure(
      String id,
      int slot,
      String name,
      Optional<Integer> shape,
      Map<String, List<String>> stops,
      Optional<List<String>> changed,
      Optional<List<String>> split)
      implements Row {}

  /// Where those of one group go with the next bell who are in a helper's rooms. It names nobody:
  /// she shows it to all of them.
  record Onward(String id, String group, String code, String place, Badge badge, int students)
      implements Row {}

  /// A block as a door knows it.
  ///
  /// @param students how many are planned to be in the room
  record DoorBlock(String id, int students) implements Row {}

  /// A station a student may come to by herself in the block that runs.
  ///
  /// @param state `seated`, `waiting` or `offered`; absent when she has nothing to do with it
  /// @param ahead how many wait ahead of her
  /// @param stayUntilMs when she should make room; only while others wait
  record FlexStation(
      String id,
      String room,
      String code,
      String place,
      Badge badge,
      String activity,
      int free,
      int waiting,
      Optional<String> state,
      Optional<Integer> ahead,
      Optional<Long> offerUntilMs,
      Optional<Long> stayUntilMs)
      implements Row {}

  /// The same station for staff. Who works in its room sees the line by name, leaders see numbers.
  ///
  /// @param seats how many it takes: of seats and devices the fewer
  /// @param there how many are to be there
  /// @param line who waits, the first first
  /// @param stays who should make room, and when; only while others wait
  record FlexLine(
      String id,
      String room,
      String code,
      String place,
      Badge badge,
      int seats,
      int there,
      int free,
      int waiting,
      int offered,
      Optional<List<Waiter>> line,
      Optional<List<Stay>> stays)
      implements Row {}

  /// @param offerUntilMs until when a seat is kept for her
  record Waiter(String id, String name, Optional<Long> offerUntilMs) {}

  record Stay(String id, String name, long untilMs) {}

  /// A test that a teacher unlocks.
  record Assessment(String id, String title, String subject, int minutes) implements Row {}

  /// @param state `asked`, `approved`, `refused`, `opened`, `submitted` or `expired`
  /// @param by who answered
  /// @param untilMs when an approved one has to be open
  /// @param relockedAtMs when it was locked again because she had not opened it, which asked anew
  record OwnUnlock(
      String id,
      String assessment,
      String title,
      String state,
      Optional<String> by,
      Optional<String> reason,
      Optional<Long> untilMs,
      Optional<Long> relockedAtMs,
      long atMs)
      implements Row {}

  /// An unlock that a teacher's students wait for or work on, or have handed in in this block.
  ///
  /// @param minutes how long the test takes
  /// @param windows when it may begin: while asked, that of the student's block and of the next one
  ///   it fits in, of which the first that has not passed stands; once approved, its own
  /// @param atMs when it was opened, or handed in
  /// @param failures how often she has failed at it, as programs say
  record TeamUnlock(
      String id,
      Named student,
      String assessment,
      String title,
      String state,
      String code,
      String place,
      long askedAtMs,
      Optional<String> by,
      Optional<Long> untilMs,
      Optional<Integer> minutes,
      List<Window> windows,
      Optional<Long> relockedAtMs,
      Optional<Long> atMs,
      Optional<Integer> failures,
      Optional<Why> why)
      implements Row {}

  /// @param startByMs the end of the block less the time the test takes
  /// @param now whether it is the block the student is in
  /// @param stands whether her schedule is stopped, so that the window does not pass
  record Window(long startByMs, long endMs, boolean now, boolean stands) {}

  /// A long block that begins with a goal and ends with a reflection.
  ///
  /// @param goalAtMs when the student is asked for her goal
  /// @param reflectAtMs when she is asked to look back
  record OwnGoal(
      String id,
      long goalAtMs,
      long reflectAtMs,
      Optional<String> goal,
      Optional<String> reflection,
      List<Named> choices)
      implements Row {}

  /// What a student wrote, for her mentor and the teachers who have her now.
  record TeamGoal(
      String id, Named student, String block, Optional<String> goal, Optional<String> reflection)
      implements Row {}

  /// @param met whether her mentor has met her this week
  /// @param lastMs when they met last
  /// @param nextMs when they are to meet today
  /// @param next where she goes next
  record Mentee(
      String id,
      String name,
      boolean met,
      Optional<Long> lastMs,
      Optional<Long> nextMs,
      Optional<NextStop> next)
      implements Row {}

  record NextStop(String code, String place, long startMs) {}

  /// A badge a student was given today.
  record Award(String id, String badge, String name, Badge look, String by, long atMs)
      implements Row {}

  /// @param state `open`, `claimed` (she has tested out, says she) or `done`
  record Item(String id, int order, String title, String subject, String state) implements Row {}

  /// A student who says she has tested out, for the teachers who have her now.
  record Claim(String id, Named student, String item, String title) implements Row {}

  /// A guess that a student may need somebody, for the helpers of the room where she is.
  ///
  /// @param rule `blocked`, `spinning` or `stuck`
  /// @param about a title where there is one, or else what the source calls it
  /// @param source who told what led to it
  record Guess(
      String id,
      Named student,
      String code,
      String place,
      String rule,
      String about,
      List<Counted> evidence,
      String source,
      long atMs,
      long untilMs)
      implements Row {}

  record Counted(String name, int count) {}

  /// Why a program has brought something here, for staff.
  ///
  /// @param what `hand` or `test`
  /// @param source as people call it
  /// @param about a title where the school knows one, otherwise what the program calls it
  record Why(String what, String source, Optional<String> about, List<Counted> evidence) {}

  /// What one adult tells others.
  ///
  /// @param to `room`, `person`, `leaders`, `all` or `boards`
  /// @param text as it was written; without it, `phrase` is one of those every screen knows
  /// @param answers the message it is an answer to
  /// @param untilMs the end of the block as it stands; absent when no block ends it
  /// @param got whether the helper who looks has said so; absent for what is not to her
  /// @param readers for whoever wrote it, and for leaders; absent for boards
  /// @param texts for boards, and instead of the text
  /// @param schedule whose boards; absent for all of them
  record Message(
      String id,
      Named by,
      String to,
      Optional<String> room,
      Optional<Named> person,
      Optional<String> text,
      Optional<String> phrase,
      Optional<String> answers,
      long atMs,
      Optional<Long> untilMs,
      Optional<Boolean> got,
      Optional<Readers> readers,
      Optional<List<InLanguage>> texts,
      Optional<String> schedule)
      implements Row {}

  /// What leaders tell whoever walks past a board.
  ///
  /// @param untilMs the end of the block as it stands; absent when no block ends it
  record Announcement(String id, List<InLanguage> texts, Optional<Long> untilMs) implements Row {}

  /// @param lang as browsers name languages
  record InLanguage(String lang, String text) {}

  /// @param of how many it is for right now
  /// @param got who of them, or of others before, has said that she got it
  record Readers(int of, List<Named> got) {}

  /// A lesson of hers that was to be prepared.
  ///
  /// @param settled whether a teacher has said so, which she cannot change
  record Lesson(String id, boolean prepared, boolean settled) implements Row {}

  /// A student in a teacher's rooms whose lesson was to be prepared.
  record TeamLesson(String id, Named student, String block, boolean prepared, boolean settled)
      implements Row {}

  /// The turns that a room takes right now: its groups and its stations.
  record Turns(String id, String room, List<TurnGroup> groups, List<TurnStation> stations)
      implements Row {}

  /// @param next absent in the last turn of the block
  /// @param away how many are not here, for more than a few minutes
  /// @param with the group it goes with for the rest of the block
  record TurnGroup(
      String id,
      String name,
      String station,
      Optional<String> next,
      int here,
      int away,
      Optional<String> with) {}

  /// @param at where its turns are taken for the rest of the block
  record TurnStation(String id, boolean open, Optional<String> at) {}
}
