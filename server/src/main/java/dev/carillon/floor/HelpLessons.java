package dev.carillon.floor;

import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.school.Assignment;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Playlist.Item;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;

/// How often help was asked for with each lesson, and how many were at it: what finds a bad lesson.
///
/// An *attempt* is one student who came, in one block, to where she had that lesson. A *request* is
/// a call with the work itself: broken equipment and talks say nothing of a lesson. Both count when
/// their block is over, so that nobody compares a full count with half a one.
///
/// A lesson is an item of a playlist, told by what students read, and the subject it belongs to;
/// where nothing is on a playlist, what is done at the station is the subject.
///
/// @param running of blocks that are not over
/// @param over of all blocks that are
public record HelpLessons(PMap<BlockId, PMap<String, Lesson>> running, PMap<String, Lesson> over) {
  static final HelpLessons NONE = new HelpLessons(HashTreePMap.empty(), HashTreePMap.empty());

  /// @param item as students read it; empty for a subject as a whole
  public record Lesson(String item, String subject, int requests, int attempts) {
    /// Of fewer than this one call more or less would tell another story.
    public static final int ATTEMPTS_MIN = 10;

    /// Requests per hundred attempts; empty while there were few.
    public Optional<Integer> perHundred() {
      return attempts < ATTEMPTS_MIN
          ? Optional.empty()
          : Optional.of(Math.toIntExact(Math.round(100.0 * requests / attempts)));
    }

    private static Lesson of(String item, String subject) {
      return new Lesson(item, subject, 0, 0);
    }

    /// Of its own among items and subjects.
    public String key() {
      return item.isEmpty() ? "subject/" + subject : "item/" + subject + "/" + item;
    }

    private Lesson and(int moreRequests, int moreAttempts) {
      return new Lesson(item, subject, requests + moreRequests, attempts + moreAttempts);
    }
  }

  HelpLessons asked(Floor floor, PersonId student, HelpKind kind) {
    return kind == HelpKind.WORK ? at(floor, student, 1, 0) : this;
  }

  /// Whoever has come to her place since, once a block.
  HelpLessons seen(Floor before, Floor next, Collection<PersonId> students) {
    var result = this;
    for (var student : students) {
      if (hasCome(next, student) && !hasCome(before, student)) {
        result = result.at(next, student, 0, 1);
      }
    }
    return result;
  }

  private static boolean hasCome(Floor floor, PersonId student) {
    return Optional.ofNullable(floor.arrivals().get(student))
        .map(arrival -> floor.settling().arrived().get(arrival.block()))
        .filter(arrived -> arrived.contains(student))
        .isPresent();
  }

  /// Who walked early is there already.
  HelpLessons entered(BlockEntered event, Floor next) {
    var result = withoutOver(next);
    var here = next.settling().arrived().getOrDefault(event.block(), HashTreePSet.empty());
    for (var student : here) {
      result = result.at(next, student, 0, 1);
    }
    return result;
  }

  /// What ran and does not any more is counted.
  HelpLessons withoutOver(Floor next) {
    var left = running;
    var all = over;
    for (var block : running.entrySet()) {
      if (!next.settling().arrived().containsKey(block.getKey())) {
        left = left.minus(block.getKey());
        for (var lesson : block.getValue().values()) {
          all = plus(all, lesson, lesson.requests(), lesson.attempts());
        }
      }
    }
    return left.size() == running.size() ? this : new HelpLessons(left, all);
  }

  private HelpLessons at(Floor floor, PersonId student, int requests, int attempts) {
    return floor
        .assignmentNow(student)
        .map(place -> at(floor, place, requests, attempts))
        .orElse(this);
  }

  private HelpLessons at(Floor floor, Assignment place, int requests, int attempts) {
    var lessons = running.getOrDefault(place.block(), HashTreePMap.empty());
    for (var lesson : lessonsOf(floor, place)) {
      lessons = plus(lessons, lesson, requests, attempts);
    }
    return new HelpLessons(running.plus(place.block(), lessons), over);
  }

  private static PMap<String, Lesson> plus(
      PMap<String, Lesson> lessons, Lesson lesson, int requests, int attempts) {
    var blank = Lesson.of(lesson.item(), lesson.subject());
    var known = lessons.getOrDefault(lesson.key(), blank);
    return lessons.plus(lesson.key(), known.and(requests, attempts));
  }

  private static List<Lesson> lessonsOf(Floor floor, Assignment place) {
    var item = place.item().isEmpty() ? Optional.<Item>empty() : item(floor, place);
    var subject = item.map(Item::subject).filter(it -> !it.isEmpty()).orElse(place.activity());
    var whole = Lesson.of("", subject);
    return item.map(it -> List.of(Lesson.of(it.title(), subject), whole))
        .orElse(subject.isEmpty() ? List.of() : List.of(whole));
  }

  private static Optional<Item> item(Floor floor, Assignment place) {
    return Optional.ofNullable(floor.school().playlists().get(place.student())).stream()
        .flatMap(playlist -> playlist.items().stream())
        .filter(item -> item.id().equals(place.item()))
        .findFirst();
  }
}
