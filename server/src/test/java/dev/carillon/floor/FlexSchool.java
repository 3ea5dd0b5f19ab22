package dev.carillon.floor;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.school.Arrangements;
import dev.carillon.school.Badge;
import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.MeritId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Playlist;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.Programme;
import dev.carillon.school.Programme.Appointment;
import dev.carillon.school.Programme.Assessment;
import dev.carillon.school.Programme.BlockTerms;
import dev.carillon.school.Programme.Flipped;
import dev.carillon.school.Programme.Merit;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import dev.carillon.school.Station.Terms;
import dev.carillon.school.WallTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The school of [Fixtures] with what students steer themselves.
///
/// B2 and B3 are personal time: students may come to the clay table (two seats, one wheel) and the
/// loom (two seats, Rosa has to be there), and B2 begins with a goal. In B5 a lesson is flipped:
/// who is not prepared catches up in the library, the others go to the clay table or the loom. Rosa
/// is Mira's mentor, Abel Noah's; Mira meets Rosa at the loom at 09:50.
public final class FlexSchool {
  public static final AssessmentId FRACTIONS = new AssessmentId("fractions");
  public static final MeritId PERSISTENCE = new MeritId("persistence");
  public static final String STORY = "story";
  public static final String POEM = "poem";

  private FlexSchool() {}

  public static Floor floor() {
    return Floor.opened(Fixtures.dayOpened(school(Fixtures.school()), Fixtures.day()));
  }

  /// A school with the rooms of [Fixtures] and all this.
  public static School school(School it) {
    return Changed.from(it)
        .stations(stations(it))
        .playlists(Map.of(Fixtures.MIRA, playlist()))
        .arrangements(new Arrangements(Set.of(), programme(), List.of(), List.of()))
        .school();
  }

  private static Map<StationId, Station> stations(School it) {
    var stations = new LinkedHashMap<>(it.stations());
    var stay = Duration.ofMinutes(10);
    stations.computeIfPresent(
        Fixtures.CLAY, (_, old) -> on(old, new Terms(0, 1, false, true, stay)));
    stations.computeIfPresent(
        Fixtures.LOOM, (_, old) -> on(old, new Terms(0, 0, true, true, Duration.ZERO)));
    return stations;
  }

  private static Station on(Station old, Terms terms) {
    return new Station(
        old.id(),
        old.room(),
        old.name(),
        old.activity(),
        old.kind(),
        old.badge(),
        old.softCap(),
        old.hardCap(),
        old.place(),
        old.seats(),
        old.adults(),
        terms);
  }

  private static Playlist playlist() {
    return new Playlist(
        Fixtures.MIRA,
        List.of(
            new Item(STORY, "A story", "English", new Want.At(Fixtures.CLAY)),
            new Item(POEM, "A poem", "English", new Want.At(Fixtures.LOOM))));
  }

  private static Programme programme() {
    return new Programme(
        blocks(),
        Map.of(FRACTIONS, new Assessment(FRACTIONS, "Fractions", "Maths", Duration.ofMinutes(20))),
        Map.of(Fixtures.MIRA, Fixtures.ROSA, Fixtures.NOAH, Fixtures.ABEL),
        List.of(
            new Appointment(
                "mira-rosa",
                Fixtures.MIRA,
                Fixtures.ROSA,
                Fixtures.LOOM,
                WallTime.of(9, 50),
                Duration.ofMinutes(10),
                Set.of(),
                Set.of(Fixtures.DATE))),
        Map.of(PERSISTENCE, new Merit(PERSISTENCE, "Persistence", new Badge("P", 1, 1))),
        Map.of("finish", "Finish the unit"));
  }

  private static Map<BlockId, BlockTerms> blocks() {
    var lesson = new Flipped(Fixtures.LIBRARY, List.of(Fixtures.CLAY, Fixtures.LOOM), Set.of());
    return Map.of(
        Fixtures.block("b2"), new BlockTerms(true, true, Optional.empty()),
        Fixtures.block("b3"), new BlockTerms(true, false, Optional.empty()),
        Fixtures.block("b5"), new BlockTerms(false, false, Optional.of(lesson)),
        Fixtures.block("b8"), new BlockTerms(false, false, Optional.of(lesson)));
  }

  /// Where a student is to be right now.
  static StationId place(Floor floor, PersonId student) {
    return floor.assignmentNow(student).orElseThrow().station();
  }
}
