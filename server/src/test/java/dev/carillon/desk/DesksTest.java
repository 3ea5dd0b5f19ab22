package dev.carillon.desk;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.DATE;
import static dev.carillon.desk.TwoNodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.FloorClock;
import dev.carillon.log.FloorKey;
import dev.carillon.log.memory.MemoryFloorLog;
import dev.carillon.school.DayPlan;
import dev.carillon.school.School;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The desks of a node under Vert.x, over a log in memory.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DesksTest {
  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final MemoryFloorLog log = new MemoryFloorLog(thread, System::currentTimeMillis);
  private final School school = Fixtures.school();
  private final FloorKey key = new FloorKey(school.id(), DATE);

  @AfterEach
  void stop() {
    get(vertx.close());
    thread.shutdownNow();
  }

  @Test
  void a_day_is_opened_once_and_gone_on_with() {
    var desks = desks();
    var desk = open(desks, DATE);
    assertThat(open(desks, DATE)).isSameAs(desk);
    var done = get(desk.submit(House.order(ABEL, "c1", new EndDuty())));
    assertThat(done).isInstanceOf(Answer.Done.class);
    get(desks.stop());
    var again = open(desks(), DATE);
    assertThat(get(again.submit(House.order(ABEL, "c1", new EndDuty())))).isEqualTo(done);
    assertThat(again.state().floor().onDuty()).doesNotContain(ABEL);
    assertThat(get(log.school(school.id()))).contains(school);
    assertThat(get(log.head(key)).orElseThrow().clock()).isEqualTo(clock());
  }

  @Test
  void a_day_that_was_forgotten_is_closed_before_the_next_is_opened() {
    get(openLater(desks(), DATE.minusDays(1)));
    assertThat(get(log.openDays(school.id()))).containsExactly(DATE.minusDays(1));
    open(desks(), DATE);
    assertThat(get(log.openDays(school.id()))).containsExactly(DATE);
    assertThat(get(log.carry(school.id()))).isPresent();
    assertThat(get(log.head(new FloorKey(school.id(), DATE.minusDays(1)))).orElseThrow().sealed())
        .isTrue();
  }

  @Test
  void two_nodes_that_open_a_day_at_once_share_it() {
    var one = openLater(desks(), DATE);
    var other = openLater(desks(), DATE);
    var heard = Collections.synchronizedList(new ArrayList<Publication>());
    get(other).subscribe(heard::add);
    get(get(one).submit(House.order(ABEL, "c1", new EndDuty())));
    await().until(() -> get(other).state().cursor().equals(get(one).state().cursor()));
    await().until(() -> heard.size() >= 2);
    assertThat(heard.getLast().floor().onDuty()).doesNotContain(ABEL);
  }

  @Test
  void orders_may_come_from_any_thread() throws InterruptedException {
    var desk = open(desks(), DATE);
    var answers = Collections.synchronizedList(new ArrayList<Future<Answer>>());
    var threads = new ArrayList<Thread>();
    for (int t = 0; t < 8; t++) {
      int name = t;
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; i < 200; i++) {
                      var command = i % 2 == 0 ? new EndDuty() : new StartDuty();
                      answers.add(desk.submit(House.order(ABEL, "t" + name + "-" + i, command)));
                    }
                  }));
    }
    for (var each : threads) {
      each.join();
    }
    assertThat(List.copyOf(answers))
        .hasSize(1_600)
        .allSatisfy(answer -> assertThat(get(answer)).isInstanceOf(Answer.Done.class));
    await().until(() -> desk.state().cursor().seq() >= 1_601);
  }

  private Desks desks() {
    return new Desks(vertx, log, System::currentTimeMillis);
  }

  private Desk open(Desks desks, LocalDate date) {
    return get(openLater(desks, date));
  }

  private Future<Desk> openLater(Desks desks, LocalDate date) {
    var day = Fixtures.day();
    var plan = new DayPlan(date, day.zone(), day.dayType(), day.why(), day.schedules());
    return desks.open(
        school, date, plan, Fixtures.assignments(), new OpeningOptions(false, clock()));
  }

  private final FloorClock today =
      new FloorClock(System.currentTimeMillis(), Fixtures.at("09:00").toEpochMilli(), 1);

  private FloorClock clock() {
    return today;
  }
}
