package dev.carillon.gateway;

import dev.carillon.access.SessionRef;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import dev.carillon.wire.CloseCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which sockets a person has open on this node, oldest first. Any thread.
final class Sockets {
  /// A tablet and the one being changed to.
  private static final int STUDENT_SOCKETS_MAX = 2;

  private static final int STAFF_SOCKETS_MAX = 6;

  /// All wall screens of a building may share one sign-in.
  private static final int BOARD_SOCKETS_MAX = 64;

  /// Everybody who tries a demo is the same student.
  private static final int DEMO_SOCKETS_MAX = 256;

  private final boolean isDemo;
  private final Map<PersonId, Deque<Session>> open = new HashMap<>();

  Sockets(boolean isDemo) {
    this.isDemo = isDemo;
  }

  /// Adds a socket; the oldest leaves when there are too many.
  void add(PersonId person, Role role, Session session) {
    List<Session> tooMany = new ArrayList<>();
    synchronized (this) {
      var mine = open.computeIfAbsent(person, _ -> new ArrayDeque<>());
      mine.addLast(session);
      while (mine.size() > max(role)) {
        tooMany.add(mine.removeFirst());
      }
    }
    tooMany.forEach(older -> older.closeFromOutside(CloseCode.REPLACED));
  }

  synchronized void remove(PersonId person, Session session) {
    var mine = open.get(person);
    if (mine != null) {
      mine.remove(session);
      if (mine.isEmpty()) {
        open.remove(person);
      }
    }
  }

  /// Closes what was opened by a sign-in session that is over.
  void signedOut(SessionRef over) {
    all().stream()
        .filter(session -> session.isOf(over))
        .forEach(session -> session.closeFromOutside(CloseCode.SIGNED_OUT));
  }

  synchronized int count(PersonId person) {
    var mine = open.get(person);
    return mine == null ? 0 : mine.size();
  }

  synchronized List<Session> all() {
    return open.values().stream().flatMap(Deque::stream).toList();
  }

  synchronized List<Session> of(PersonId person) {
    return List.copyOf(open.getOrDefault(person, new ArrayDeque<>()));
  }

  private int max(Role role) {
    if (isDemo) {
      return DEMO_SOCKETS_MAX;
    }
    return switch (role) {
      case STUDENT -> STUDENT_SOCKETS_MAX;
      case PARAPROFESSIONAL, TEACHER, LEADER, ADMINISTRATOR -> STAFF_SOCKETS_MAX;
      case BOARD -> BOARD_SOCKETS_MAX;
      case SYSTEM, SOURCE -> 0;
    };
  }
}
