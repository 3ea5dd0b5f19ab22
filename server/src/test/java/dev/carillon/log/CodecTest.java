package dev.carillon.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.floor.Carry;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.Event;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Result;
import dev.carillon.floor.Stamp;
import dev.carillon.log.Snapshot.Accepted;
import dev.carillon.school.School;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever may stand in a log comes back as it was. Values are drawn by reflection over the sealed
/// families, so that a new event or result is tested on the day it is written.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CodecTest {
  private static final int DRAWS = 20;

  static Stream<Class<?>> events() {
    return CodecMapper.members(Event.class);
  }

  static Stream<Class<?>> results() {
    return CodecMapper.members(Result.class);
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_comes_back_as_it_was(Class<? extends Event> type) {
    for (long seed = 0; seed < DRAWS; seed++) {
      Event event = new Samples(seed).of(type);
      var entry = entry(seed, List.of(event), Result.NOTHING);
      assertThat(Codec.read(Codec.write(entry))).as("seed %d", seed).isEqualTo(entry);
    }
  }

  @ParameterizedTest
  @MethodSource("results")
  void every_result_comes_back_as_it_was(Class<? extends Result> type) {
    for (long seed = 0; seed < DRAWS; seed++) {
      Result result = new Samples(seed).of(type);
      var entry = entry(seed, List.of(), result);
      assertThat(Codec.read(Codec.write(entry))).as("seed %d", seed).isEqualTo(entry);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_whole_floor_comes_back_as_it_was(long seed) {
    var samples = new Samples(seed);
    var snapshot =
        new Snapshot(samples.of(Cursor.class), 3, samples.of(Floor.class), ledger(samples));
    assertThat(Codec.readSnapshot(Codec.write(snapshot), 3)).as("seed %d", seed).contains(snapshot);
  }

  private static Map<CommandId, Accepted> ledger(Samples samples) {
    return Stream.generate(() -> samples.of(CommandId.class))
        .distinct()
        .limit(3)
        .collect(Collectors.toMap(id -> id, _ -> samples.of(Accepted.class)));
  }

  @Test
  void a_snapshot_of_another_fold_is_not_used() {
    var samples = new Samples(1);
    var snapshot = new Snapshot(samples.of(Cursor.class), 1, samples.of(Floor.class), Map.of());
    assertThat(Codec.readSnapshot(Codec.write(snapshot), 2)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_school_comes_back_as_it_was_and_in_its_order(long seed) {
    var school = new Samples(seed).of(School.class);
    var read = Codec.readSchool(Codec.write(school));
    assertThat(read).as("seed %d", seed).isEqualTo(school);
    assertThat(read.people().keySet()).containsExactlyElementsOf(school.people().keySet());
  }

  @Test
  void a_carry_comes_back_as_it_was() {
    var carry = new Samples(4).of(Carry.class);
    assertThat(Codec.readCarry(Codec.write(carry))).isEqualTo(carry);
  }

  @Test
  void names_in_the_log_are_for_people() {
    var samples = new Samples(1);
    var entry = entry(1, List.of(samples.of(Event.HelpClaimed.class)), Result.NOTHING);
    assertThat(Codec.write(entry).toString())
        .startsWith("{\"v\":1,\"id\":{\"who\":\"id-")
        .contains("\"type\":\"help-claimed\"")
        .contains("\"helper\":\"id-")
        .containsPattern("\"at\":\"2026-\\d\\d-\\d\\dT");
  }

  @Test
  void no_two_members_of_a_family_share_a_name() {
    for (var family : List.of(Event.class, Result.class)) {
      assertThat(CodecMapper.members(family).map(CodecMapper::kebab)).doesNotHaveDuplicates();
    }
  }

  @Test
  void fields_of_a_later_program_are_ignored() {
    var entry = entry(1, List.of(), Result.NOTHING);
    var later = Codec.write(entry).toString().replace("\"bodyHash\"", "\"mood\":{},\"bodyHash\"");
    assertThat(Codec.read(Buffer.buffer(later))).isEqualTo(entry);
  }

  @Test
  void an_entry_of_a_later_schema_is_refused() {
    var later = Codec.write(entry(1, List.of(), Result.NOTHING)).toString();
    assertThatThrownBy(() -> Codec.read(Buffer.buffer(later.replace("{\"v\":1", "{\"v\":2"))))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("schema version 2");
  }

  @Test
  void an_entry_of_an_earlier_schema_is_brought_up() {
    var entry = entry(1, List.of(), Result.NOTHING);
    var early =
        Codec.write(entry)
            .toString()
            .replace("\"bodyHash\":\"" + entry.bodyHash(), "\"hash\":\"" + entry.bodyHash());
    Upcaster renamed = node -> node.set("bodyHash", node.get("hash"));
    assertThat(Codec.read(Buffer.buffer(early), 2, List.of(renamed))).isEqualTo(entry);
  }

  @Test
  void what_is_big_stands_beside_the_log() {
    var big =
        new Event.SchedulePaused(
            new Samples(1).of(dev.carillon.school.Id.ScheduleId.class),
            new Samples(1).of(dev.carillon.school.Id.PersonId.class),
            "x".repeat(20_000),
            java.time.Instant.EPOCH);
    var draft = Draft.of(entry(1, List.of(big), Result.NOTHING));
    assertThat(draft.body().length()).isLessThan(200);
    assertThat(Codec.blobOf(draft.body())).isEqualTo(draft.blob().map(Draft.Blob::hash));
    assertThat(Codec.read(draft.blob().orElseThrow().content())).isEqualTo(draft.entry());
  }

  private static Entry entry(long seed, List<Event> events, Result result) {
    var samples = new Samples(seed);
    return new Entry(
        samples.of(CommandId.class), samples.of(Stamp.class), "hash" + seed, events, result);
  }
}
