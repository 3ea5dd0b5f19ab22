package dev.carillon.log;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carillon.floor.Carry;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.Event;
import dev.carillon.floor.Event.DutyStarted;
import dev.carillon.floor.FloorClock;
import dev.carillon.floor.Result;
import dev.carillon.floor.Stamp;
import dev.carillon.log.Outcome.Conflict;
import dev.carillon.log.Outcome.Sealed;
import dev.carillon.log.Outcome.Stands;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SchoolId;
import dev.carillon.school.Role;
import dev.carillon.school.School;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// What every keeper of logs promises. Each test has a school of its own.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class FloorLogConformance {
  private static final LocalDate DATE = LocalDate.of(2026, 9, 14);
  protected static final PersonId ABEL = new PersonId("abel");

  protected final FloorKey key =
      new FloorKey(new SchoolId("s" + UUID.randomUUID().toString().substring(0, 8)), DATE);

  /// The log under test.
  protected abstract FloorLog log();

  /// The same logs, as another node sees them.
  protected abstract FloorLog sameLogElsewhere();

  // --- Opening
  // ------------------------------------------------------------------------------------

  @Test
  void a_day_never_opened_has_no_head_and_takes_nothing() {
    assertThat(get(log().head(key))).isEmpty();
    var batch = Batch.after(Cursor.START);
    batch.add(draft("a"));
    assertThat(get(log().append(key, batch))).isEqualTo(new Outcome.Missing());
    assertThat(get(log().confirm(key, Cursor.START))).isEqualTo(new Outcome.Missing());
    assertThatThrownBy(() -> get(log().read(key, Cursor.START))).hasMessageContaining("never");
  }

  @Test
  void the_second_who_opens_a_day_finds_what_the_first_wrote() {
    var head = open();
    var again = get(sameLogElsewhere().open(key, draft("other"), new FloorClock(5, 6, 7)));
    assertThat(again).isEqualTo(head);
    assertThat(head.cursor().seq()).isEqualTo(1);
    assertThat(head.clock()).isEqualTo(FloorClock.REAL);
    assertThat(ids(Cursor.START)).containsExactly("open");
    assertThat(get(log().openDays(key.school()))).containsExactly(DATE);
  }

  // --- Appending
  // ----------------------------------------------------------------------------------

  @Test
  void a_batch_stands_in_order_where_it_said_it_would() {
    var head = open();
    var batch = batch(head.cursor(), "a", "b", "c");
    var stands = stands(get(log().append(key, batch)));
    assertThat(stands.cursor()).isEqualTo(batch.end());
    assertThat(stands.cursor().seq()).isEqualTo(4);
    assertThat(ids(Cursor.START)).containsExactly("open", "a", "b", "c");
    assertThat(get(log().read(key, head.cursor())).entries())
        .extracting(Placed::at)
        .containsExactlyElementsOf(batch.places());
    assertThat(get(log().head(key))).contains(stands);
  }

  @Test
  void whoever_is_behind_writes_nothing_and_is_told_what_was_missed() {
    var head = open();
    stands(get(log().append(key, batch(head.cursor(), "a", "b"))));
    var late = get(sameLogElsewhere().append(key, batch(head.cursor(), "late")));
    assertThat(late).isInstanceOf(Conflict.class);
    var since = ((Conflict) late).since();
    assertThat(since.continues()).isTrue();
    assertThat(since.entries()).extracting(p -> p.entry().id().id()).containsExactly("a", "b");
    assertThat(since.end(head.cursor())).isEqualTo(since.head().cursor());
    assertThat(ids(Cursor.START)).containsExactly("open", "a", "b");
  }

  @Test
  void a_place_on_another_history_does_not_continue() {
    var head = open();
    var elsewhere = new Cursor(1, 1, "not-the-tag");
    for (var outcome :
        List.of(
            get(log().append(key, batch(elsewhere, "a"))), get(log().confirm(key, elsewhere)))) {
      assertThat(outcome).isInstanceOf(Conflict.class);
      var since = ((Conflict) outcome).since();
      assertThat(since.continues()).isFalse();
      assertThat(since.entries()).isEmpty();
      assertThat(since.head()).isEqualTo(head);
    }
    assertThat(get(log().read(key, new Cursor(1, 9, "beyond"))).continues()).isFalse();
  }

  @Test
  void confirming_changes_nothing() {
    var head = open();
    assertThat(get(log().confirm(key, head.cursor()))).isEqualTo(new Stands(head));
    var next = stands(get(log().append(key, batch(head.cursor(), "a"))));
    assertThat(get(log().confirm(key, head.cursor()))).isInstanceOf(Conflict.class);
    assertThat(get(log().confirm(key, next.cursor()))).isEqualTo(new Stands(next));
  }

  @Test
  void the_same_append_sent_again_is_found_by_its_id() {
    var head = open();
    var batch = batch(head.cursor(), "a");
    stands(get(log().append(key, batch)));
    var again = (Conflict) get(log().append(key, batch));
    assertThat(again.since().entries())
        .extracting(placed -> placed.entry().id())
        .containsExactly(new CommandId(ABEL, "a"));
    assertThat(ids(Cursor.START)).containsExactly("open", "a");
  }

  @Test
  void a_batch_is_bounded_in_entries_and_bytes() {
    var many = Batch.after(Cursor.START);
    IntStream.range(0, Batch.ENTRIES_MAX).forEach(i -> many.add(draft("n" + i)));
    assertThat(many.fits(draft("one more"))).isFalse();
    assertThatThrownBy(() -> many.add(draft("one more"))).isInstanceOf(IllegalStateException.class);
    var large = Batch.after(Cursor.START);
    while (large.fits(padded("x", 10_000))) {
      large.add(padded("x", 10_000));
    }
    assertThat(large.size()).isEqualTo(6);
  }

  @Test
  void a_full_batch_and_a_big_body_are_kept_and_followed_whole() {
    var heard = new Heard();
    var head = open();
    log().follow(key, head.cursor(), heard);
    var batch = Batch.after(head.cursor());
    var big = padded("big", 200_000);
    batch.add(big);
    while (batch.size() < Batch.ENTRIES_MAX && batch.fits(padded("p" + batch.size(), 800))) {
      batch.add(padded("p" + batch.size(), 800));
    }
    assertThat(batch.size()).isEqualTo(Batch.ENTRIES_MAX);
    stands(get(log().append(key, batch)));
    assertThat(get(log().read(key, head.cursor())).entries().getFirst().entry())
        .isEqualTo(big.entry());
    await().until(() -> heard.seqs().size() == Batch.ENTRIES_MAX);
    assertThat(heard.entries.getFirst().entry()).isEqualTo(big.entry());
  }

  @Test
  void nothing_is_stamped_from_the_future() {
    var head = open();
    long now = get(log().sourceMs());
    var batch = Batch.after(head.cursor());
    batch.add(stamped("early", Instant.ofEpochMilli(now + 60_000)));
    assertThat(get(log().append(key, batch))).isInstanceOf(Outcome.Ahead.class);
    assertThat(ids(Cursor.START)).containsExactly("open");
  }

  @Test
  void two_who_race_write_each_entry_once_without_gaps() throws Exception {
    var head = open();
    var first = Thread.ofVirtual().start(() -> race(log(), head.cursor(), "a"));
    var second = Thread.ofVirtual().start(() -> race(sameLogElsewhere(), head.cursor(), "b"));
    first.join();
    second.join();
    var all = all(Cursor.START);
    assertThat(all).extracting(placed -> placed.at().seq()).containsExactly(seqs(1, 201));
    assertThat(all.stream().map(placed -> placed.entry().id().id()))
        .hasSize(201)
        .doesNotHaveDuplicates();
    checkTags(all);
  }

  private void race(FloorLog log, Cursor start, String name) {
    var at = start;
    for (int i = 0; i < 100; ) {
      switch (get(log.append(key, batch(at, name + i)))) {
        case Stands(var head) -> {
          at = head.cursor();
          i++;
        }
        case Conflict(var since) -> at = since.end(at);
        case Outcome other -> throw new AssertionError(other);
      }
    }
  }

  // --- Following
  // ----------------------------------------------------------------------------------

  @Test
  void a_follower_hears_everything_in_order_and_once() {
    var head = open();
    var heard = new Heard();
    var at = stands(get(log().append(key, batch(head.cursor(), "before")))).cursor();
    sameLogElsewhere().follow(key, head.cursor(), heard);
    for (int i = 0; i < 300; i++) {
      at = stands(get(log().append(key, batch(at, "x" + i, "y" + i)))).cursor();
    }
    await().atMost(20, SECONDS).until(() -> heard.seqs().size() >= 601);
    assertThat(heard.seqs()).containsExactly(boxed(2, 602));
    assertThat(heard.heads.getLast().cursor()).isEqualTo(at);
    checkTags(heard.entries);
  }

  @Test
  void a_follower_that_stopped_hears_nothing_more() {
    var head = open();
    var stopped = new Heard();
    var going = new Heard();
    var following = log().follow(key, head.cursor(), stopped);
    log().follow(key, head.cursor(), going);
    var at = stands(get(log().append(key, batch(head.cursor(), "a")))).cursor();
    await().until(() -> stopped.seqs().size() == 1 && going.seqs().size() == 1);
    following.stop();
    at = stands(get(log().append(key, batch(at, "b")))).cursor();
    stands(get(log().append(key, batch(at, "c"))));
    await().until(() -> going.seqs().size() == 3);
    assertThat(stopped.seqs()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void a_follower_on_another_history_is_told_so() {
    open();
    var heard = new Heard();
    log().follow(key, new Cursor(1, 7, "gone"), heard);
    await().until(() -> heard.lost.size() == 1);
    assertThat(heard.seqs()).isEmpty();
  }

  // --- Clock, closing, epochs
  // ---------------------------------------------------------------------

  @Test
  void the_clock_turns_with_the_batch_that_turns_it() {
    var head = open();
    var heard = new Heard();
    log().follow(key, head.cursor(), heard);
    var fast = new FloorClock(1_000, 2_000, 60);
    var batch = batch(head.cursor(), "turn");
    batch.turn(fast);
    assertThat(stands(get(log().append(key, batch))).clock()).isEqualTo(fast);
    assertThat(get(log().head(key)).orElseThrow().clock()).isEqualTo(fast);
    await().until(() -> heard.heads.size() == 1);
    assertThat(heard.heads.getFirst().clock()).isEqualTo(fast);
  }

  @Test
  void a_closed_day_takes_nothing_more_and_hands_on_its_carry() {
    var head = open();
    var carry = new Carry(Map.of(ABEL, 3), Carry.NOTHING.mentoring(), Map.of());
    assertThat(get(log().carry(key.school()))).isEmpty();
    var batch = batch(head.cursor(), "close");
    batch.seal(carry);
    var end = stands(get(log().append(key, batch)));
    assertThat(end.sealed()).isTrue();
    assertThat(get(sameLogElsewhere().append(key, batch(end.cursor(), "late"))))
        .isEqualTo(new Sealed(end));
    assertThat(get(log().confirm(key, end.cursor()))).isEqualTo(new Stands(end));
    assertThat(get(log().carry(key.school()))).contains(carry);
    assertThat(get(log().openDays(key.school()))).isEmpty();
    assertThat(ids(Cursor.START)).containsExactly("open", "close");
  }

  @Test
  void a_new_epoch_is_opened_once() {
    var head = open();
    var batch = Batch.newEpoch(head.cursor(), draft("lost"));
    var next = stands(get(log().append(key, batch)));
    assertThat(next.cursor().epoch()).isEqualTo(2);
    assertThat(next.cursor().seq()).isEqualTo(2);
    assertThat(get(sameLogElsewhere().append(key, Batch.newEpoch(head.cursor(), draft("too")))))
        .isInstanceOf(Conflict.class);
    var more = stands(get(log().append(key, batch(next.cursor(), "on"))));
    assertThat(more.cursor().epoch()).isEqualTo(2);
    assertThat(all(Cursor.START)).extracting(p -> p.at().epoch()).containsExactly(1L, 2L, 2L);
  }

  // --- Snapshots, schools, texts
  // ------------------------------------------------------------------

  @Test
  void the_latest_snapshot_on_this_history_is_kept() {
    var head = open();
    var next = stands(get(log().append(key, batch(head.cursor(), "a"))));
    assertThat(get(log().snapshot(key, 1))).isEmpty();
    assertThat(get(log().putSnapshot(key, snapshot(next.cursor())))).isTrue();
    assertThat(get(log().putSnapshot(key, snapshot(head.cursor())))).isFalse();
    assertThat(get(log().putSnapshot(key, snapshot(new Cursor(1, 9, "x"))))).isFalse();
    assertThat(get(sameLogElsewhere().snapshot(key, 1))).contains(snapshot(next.cursor()));
    assertThat(get(log().snapshot(key, 2))).isEmpty();
    assertThat(get(log().head(key)).orElseThrow().snapshotSeq()).isEqualTo(2);
  }

  @Test
  void the_school_published_last_is_the_current_one() {
    var one = new Samples(1).of(School.class);
    var other =
        new School(
            one.id(),
            "another name",
            one.zone(),
            one.language(),
            one.rules(),
            one.rooms(),
            one.stations(),
            one.overflow(),
            one.people(),
            one.groups(),
            one.playlists(),
            one.rotations(),
            one.arrangements(),
            one.calendar());
    var hash = get(log().publish(one));
    assertThat(get(sameLogElsewhere().school(one.id()))).contains(one);
    assertThat(get(log().publish(other))).isNotEqualTo(hash);
    assertThat(get(log().school(one.id()))).contains(other);
    assertThat(get(log().publish(one))).isEqualTo(hash);
    assertThat(get(log().school(new SchoolId("nowhere")))).isEmpty();
  }

  @Test
  void small_texts_are_kept() {
    assertThat(get(log().kept(key.school(), "demo"))).isEmpty();
    get(log().keep(key.school(), "demo", "2026-09-14T09:00:00Z"));
    assertThat(get(sameLogElsewhere().kept(key.school(), "demo"))).contains("2026-09-14T09:00:00Z");
  }

  // --- Means
  // --------------------------------------------------------------------------------------

  protected Head open() {
    return get(log().open(key, draft("open"), FloorClock.REAL));
  }

  protected static Batch batch(Cursor after, String... ids) {
    var batch = Batch.after(after);
    for (var id : ids) {
      batch.add(draft(id));
    }
    return batch;
  }

  protected static Draft draft(String id) {
    return stamped(id, Instant.EPOCH);
  }

  private static Draft stamped(String id, Instant at) {
    var stamp = new Stamp(ABEL, Role.PARAPROFESSIONAL, at);
    List<Event> events = List.of(new DutyStarted(ABEL, at));
    return Draft.of(new Entry(new CommandId(ABEL, id), stamp, "hash", events, Result.NOTHING));
  }

  private static Draft padded(String id, int bytes) {
    var stamp = new Stamp(ABEL, Role.PARAPROFESSIONAL, Instant.EPOCH);
    return Draft.of(
        new Entry(new CommandId(ABEL, id), stamp, "h".repeat(bytes), List.of(), Result.NOTHING));
  }

  private static Snapshot snapshot(Cursor at) {
    return new Snapshot(at, 1, new Samples(7).of(dev.carillon.floor.Floor.class), Map.of());
  }

  protected static Head stands(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Stands.class);
    return ((Stands) outcome).head();
  }

  protected List<Placed> all(Cursor after) {
    var all = new ArrayList<Placed>();
    var at = after;
    while (true) {
      var slice = get(log().read(key, at));
      assertThat(slice.continues()).isTrue();
      all.addAll(slice.entries());
      at = slice.end(at);
      if (at.equals(slice.head().cursor())) {
        return all;
      }
    }
  }

  private List<String> ids(Cursor after) {
    return all(after).stream().map(placed -> placed.entry().id().id()).toList();
  }

  protected static Long[] boxed(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toArray(Long[]::new);
  }

  private static Long[] seqs(long from, long to) {
    return boxed(from, to);
  }

  /// The tags of a history depend on all that stands before them.
  protected static void checkTags(List<Placed> all) {
    for (int i = 1; i < all.size(); i++) {
      var body = Draft.of(all.get(i).entry()).body();
      assertThat(all.get(i).at().tag())
          .as("tag of %s", all.get(i).at())
          .isEqualTo(Hashes.tag(all.get(i - 1).at().tag(), body));
    }
  }

  protected static <T> T get(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /// Somebody who writes down what he hears.
  protected static final class Heard implements Follower {
    public final List<Placed> entries = Collections.synchronizedList(new ArrayList<>());
    public final List<Head> heads = Collections.synchronizedList(new ArrayList<>());
    public final List<Head> lost = Collections.synchronizedList(new ArrayList<>());

    public Heard() {}

    @Override
    public void next(List<Placed> next, Head head) {
      entries.addAll(next);
      heads.add(head);
    }

    @Override
    public void lost(Head head) {
      lost.add(head);
    }

    public List<Long> seqs() {
      synchronized (entries) {
        return entries.stream().map(placed -> placed.at().seq()).toList();
      }
    }
  }
}
