package dev.carillon.gateway;

import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.OMAR;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.carillon.Fixtures;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What is written of who did what.
final class AuditTest {
  private final Logger audit = (Logger) LoggerFactory.getLogger("audit");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final TestHouse house = new TestHouse();

  @BeforeEach
  void listen() {
    lines.start();
    audit.addAppender(lines);
  }

  @AfterEach
  void close() {
    audit.detachAppender(lines);
    house.close();
  }

  @Test
  void whoever_is_let_in_is_no_more_named_than_whoever_lets_in() {
    post("/api/v1/links", OMAR, new JsonObject().put("person", "abel"));
    post("/api/v1/badges", OMAR, new JsonObject().put("student", "mira"));
    assertThat(of("link.made")).hasSize(1);
    assertThat(of("badge.made")).hasSize(1);
    assertThat(lines.list)
        .flatExtracting(ILoggingEvent::getKeyValuePairs)
        .noneMatch(pair -> List.of("abel", "mira", "omar").contains(pair.value));
  }

  @Test
  void only_a_decision_that_was_taken_is_one() {
    var path = "/api/v1/calendar/" + Fixtures.DATE.plusDays(1);
    post(path, LENA, new JsonObject().put("runs", "party"));
    assertThat(of("date.decided")).isEmpty();
    post(path, LENA, new JsonObject().put("runs", "no-school"));
    assertThat(of("date.decided")).hasSize(1);
  }

  private List<ILoggingEvent> of(String event) {
    return lines.list.stream().filter(line -> line.getMessage().equals(event)).toList();
  }

  private void post(String path, PersonId who, JsonObject body) {
    var link = Await.on(house.door.link(who, Duration.ofMinutes(5)));
    var entering = new JsonObject().put("link", link);
    var cookie = house.call(HttpMethod.POST, "/api/v1/sign-in", "", entering).cookie();
    house.call(HttpMethod.POST, path, cookie, body);
  }
}
