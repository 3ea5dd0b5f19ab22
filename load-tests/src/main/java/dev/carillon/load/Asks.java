package dev.carillon.load;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/// Calls for help at a steady rate, one student after the other, whether or not the earlier ones
/// were answered. Times count from the intended instant. Belongs to one event loop.
final class Asks {
  private final Crowd.Member helper;
  private final Iterator<Crowd.Member> students;
  private final long betweenUs;
  private final long beginUs = Crowd.nowUs();
  private final Map<String, Long> intendedUs = new HashMap<>();
  private final Histogram seen = Crowd.histogram();
  private final Histogram answered = Crowd.histogram();
  private int asked;
  private int refused;

  /// @param helper on whose screen the calls are looked for
  Asks(Crowd.Member helper, List<Crowd.Member> students, int perSecond) {
    this.helper = helper;
    this.students = students.iterator();
    this.betweenUs = 1_000_000L / perSecond;
  }

  /// Begins and goes on until the students have all asked once or `most` have.
  void begin(Vertx vertx, int most) {
    helper.watch(this::look);
    vertx.setPeriodic(
        1,
        timer -> {
          while (dueUs() <= Crowd.nowUs() && asked < most && students.hasNext()) {
            ask(students.next(), dueUs());
          }
          if (asked == most || !students.hasNext()) {
            vertx.cancelTimer(timer);
          }
        });
  }

  Histogram seen() {
    return seen;
  }

  Histogram answered() {
    return answered;
  }

  int asked() {
    return asked;
  }

  int refused() {
    return refused;
  }

  private long dueUs() {
    return beginUs + asked * betweenUs;
  }

  private void ask(Crowd.Member student, long dueUs) {
    asked++;
    student
        .device()
        .command("help.ask", new JsonObject().put("kind", "work"))
        .onSuccess(answer -> answered(student, answer, dueUs));
    intendedUs.put(student.device().person().value(), dueUs);
  }

  private void answered(Crowd.Member student, Answer answer, long dueUs) {
    switch (answer) {
      case Answer.Done(_, _, var result) -> {
        answered.recordValue(Crowd.nowUs() - dueUs);
        // So that the line stays as short as in a school with enough helpers.
        student
            .device()
            .later(
                1_000,
                () ->
                    student
                        .device()
                        .command(
                            "help.cancel", new JsonObject().put("help", result.getString("help"))));
      }
      case Answer.Refused _ -> refused++;
    }
  }

  private void look() {
    for (var call : helper.device().tables().rows("help")) {
      var dueUs = intendedUs.remove(call.getJsonObject("student").getString("id"));
      if (dueUs != null) {
        seen.recordValue(Crowd.nowUs() - dueUs);
      }
    }
  }
}
