package dev.carillon.load;

import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Role;
import dev.carillon.school.School;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Everybody of a school, each at a device of her own: students walk, settle and ask, helpers help,
/// teachers look who is missing. Leaders and boards are left to real people.
///
/// What they do comes from the seed and from what they are shown; when they do it is floor time, so
/// that a day is the same day at every speed. One verticle, one event loop.
public final class SimulatedPeople extends VerticleBase {
  /// People come through the door one after the other, not all at once.
  private static final int BETWEEN_PEOPLE_MS = 5;

  private static final int CHECK_MS = 2_000;
  private static final int PROBE_MS = 30_000;

  /// The walk and the help of one request, as [HelperLife] draws them, on average.
  private static final Duration ONE_HELP = Duration.ofSeconds(220);

  /// So busy helpers of a school are on average: one to three students wait at any time, and the
  /// line comes back to nobody now and then.
  private static final double BUSY = 0.72;

  /// A teacher takes a call only when the helpers have not for this long.
  private static final Duration TEACHERS_LOOK_AFTER = Duration.ofSeconds(90);

  private final School school;
  private final Door door;
  private final long seed;
  private final Net.Ledger ledger;
  private final SourceTime source;
  private final Map<PersonId, Device> devices = new LinkedHashMap<>();
  private final List<Understudy> understudies = new ArrayList<>();
  private @Nullable Net net;
  private boolean areIn;

  SimulatedPeople(School school, Door door, long seed, Net.Ledger ledger) {
    this(school, door, seed, ledger, new SourceTime.Reckoned());
  }

  SimulatedPeople(School school, Door door, long seed, Net.Ledger ledger, SourceTime source) {
    this.ledger = ledger;
    this.source = source;
    this.school = school;
    this.door = door;
    this.seed = seed;
  }

  @Override
  public Future<?> start() {
    var shared = Net.on(vertx, ledger, source);
    net = shared;
    var arrivals = new ArrayList<Runnable>();
    var dice = new SplittableRandom(seed);
    for (var person : school.people().values()) {
      // Each has dice of her own, so that what one does changes nothing for the others.
      var own = dice.split();
      switch (person) {
        case Student student -> arrivals.add(() -> add(shared, student, own));
        case Staff staff when staff.role().helps() -> arrivals.add(() -> add(shared, staff, own));
        case Staff _, Person.Board _ -> {}
      }
    }
    comeIn(arrivals, 0);
    vertx.setPeriodic(CHECK_MS, _ -> check());
    vertx.setPeriodic(PROBE_MS, _ -> devices.values().stream().findAny().ifPresent(Device::probe));
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    devices.values().forEach(Device::stop);
    if (net != null) {
      net.close();
    }
    return Future.succeededFuture();
  }

  /// The devices of everybody who has come in so far. For the event loop of this verticle.
  List<Device> devices() {
    return List.copyOf(devices.values());
  }

  /// Does something on the event loop of this verticle, once it is deployed.
  void onLoop(Runnable act) {
    context.runOnContext(_ -> act.run());
  }

  /// Whether everybody is in, has done what was due by now, and was answered. For the event loop of
  /// this verticle.
  boolean areDone() {
    return areIn
        && net != null
        && !net.time().isBehind()
        && devices.values().stream().allMatch(device -> device.isAway() || device.isIdle());
  }

  private void comeIn(List<Runnable> arrivals, int next) {
    if (next < arrivals.size()) {
      arrivals.get(next).run();
      vertx.setTimer(BETWEEN_PEOPLE_MS, _ -> comeIn(arrivals, next + 1));
    } else {
      areIn = true;
    }
  }

  private void add(Net shared, Student student, SplittableRandom dice) {
    var device = device(shared, student.id(), "student", dice);
    device.start(new StudentLife(device, shared.time(), dice, betweenAsks()));
  }

  private void add(Net shared, Staff staff, SplittableRandom dice) {
    var device = device(shared, staff.id(), "helper", dice);
    boolean teaches = staff.role() == Role.TEACHER;
    var looksAfter = teaches ? TEACHERS_LOOK_AFTER : Duration.ZERO;
    var helper = new HelperLife(device, shared.time(), dice, looksAfter, this::isSimulated);
    var teacher = new TeacherLife(device, shared.time(), dice);
    device.start(
        () -> {
          helper.shown();
          if (teaches) {
            teacher.shown();
          }
        });
  }

  private Device device(Net shared, PersonId id, String screen, SplittableRandom dice) {
    var device = new Device(shared, door, id, screen, dice.split());
    devices.put(id, device);
    understudies.add(new Understudy(device, door));
    return device;
  }

  private void check() {
    devices.values().forEach(Device::check);
    long nowMs = System.currentTimeMillis();
    understudies.forEach(understudy -> understudy.look(nowMs));
  }

  /// Whether this student is one of ours right now, and not a real person's.
  private boolean isSimulated(String student) {
    var device = devices.get(new PersonId(student));
    return device != null && device.isLive() && !device.isAway();
  }

  /// So that the helpers there are, are as busy as [#BUSY] says.
  private Duration betweenAsks() {
    long helpers =
        Math.max(1, school.staff().stream().filter(s -> s.role() == Role.PARAPROFESSIONAL).count());
    double perStudent = ONE_HELP.toMillis() * school.students().size() / (BUSY * helpers);
    return Duration.ofMillis((long) perStudent);
  }
}
