package dev.carillon.floor;

import dev.carillon.floor.Message.To;
import dev.carillon.floor.Message.To.ToAll;
import dev.carillon.floor.Message.To.ToBoards;
import dev.carillon.floor.Message.To.ToLeaders;
import dev.carillon.floor.Message.To.ToPerson;
import dev.carillon.floor.Message.To.ToRoom;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Staff;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Who may read what adults tell one another, as it is now: whoever comes on duty in a room reads
/// what is still told there.
///
/// Leaders read what is for a room, for all, for boards, for them, or by one of them; not what one
/// helper tells another.
public record MessageReaders(Floor floor) {
  /// Whether it is for a helper: not her own.
  public boolean isFor(Message message, PersonId helper) {
    return !message.by().equals(helper)
        && floor.onDuty().contains(helper)
        && isOf(message.to()).test(helper);
  }

  public boolean seenByLeaders(Message message) {
    return switch (message.to()) {
      case ToRoom _, ToAll _, ToLeaders _, ToBoards _ -> true;
      case ToPerson _ -> leads(message.by());
    };
  }

  /// Whom it is for right now.
  public List<PersonId> of(Message message) {
    return of(message.to(), message.by());
  }

  List<PersonId> of(To to, PersonId by) {
    var asked =
        to instanceof ToLeaders ? leaders() : floor.onDuty().stream().filter(isOf(to)).toList();
    return asked.stream()
        .filter(person -> !person.equals(by))
        .sorted(Comparator.comparing(PersonId::value))
        .toList();
  }

  private Predicate<PersonId> isOf(To to) {
    return switch (to) {
      case ToRoom(var room) -> helper -> covers(helper, room);
      case ToPerson(var person) -> person::equals;
      case ToAll() -> _ -> true;
      case ToLeaders(), ToBoards _ -> _ -> false;
    };
  }

  /// What stands on boards, in the order in which it was told.
  public List<Message> ofBoards() {
    return floor.messages().standing().values().stream()
        .filter(message -> message.to() instanceof ToBoards)
        .sorted(Message.IN_ORDER)
        .toList();
  }

  private boolean covers(PersonId helper, RoomId room) {
    return floor.covers(helper, room);
  }

  private List<PersonId> leaders() {
    return floor.school().people().values().stream()
        .filter(person -> person instanceof Staff && person.role().leads())
        .map(Person::id)
        .toList();
  }

  private boolean leads(PersonId person) {
    return floor.school().people().get(person) instanceof Staff staff && staff.role().leads();
  }
}
