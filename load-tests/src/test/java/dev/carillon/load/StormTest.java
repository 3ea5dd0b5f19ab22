package dev.carillon.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Event.BellRang;
import dev.carillon.log.FloorKey;
import dev.carillon.ops.redis.EmbeddedRedis;
import dev.carillon.school.Id.SchoolId;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole school loses the line around a bell and comes back.
///
/// Goal: everybody has the right times again, no bell rings twice, and no call for help is lost or
/// counted twice. Method: real sockets to a real server; each is cut at a moment of its own, drawn
/// from a named seed. `-Dcarillon.storm.devices=10000` is for people with a larger machine.
final class StormTest {
  private static final int DEVICES = Integer.getInteger("carillon.storm.devices", 400);
  private static final long SEED = 46;

  @TempDir Path folder;

  @Test
  void a_school_that_loses_the_line_at_a_bell_comes_back_whole_d46_b39() throws Exception {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    try (var redis = EmbeddedRedis.start(folder.resolve("redis"))) {
      var size = new Storm.Size(DEVICES, SEED, Optional.of(redis.uri()));
      var figures = new Storm(size, folder, out).run();

      assertThat(figures.cut()).isEqualTo(DEVICES);
      assertThat(figures.rangTwice()).as("bells told twice").isZero();
      assertThat(figures.refused()).isEmpty();
      assertThat(figures.done()).hasSize(Math.ceilDiv(DEVICES, 5)).doesNotHaveDuplicates();
      try (var loop = new Loop();
          var log =
              new TestLog(
                  loop, redis.uri(), new FloorKey(new SchoolId(Storm.SCHOOL), Storm.DATE))) {
        assertThat(log.events(BellRang.class))
            .extracting(bell -> bell.bell().value())
            .doesNotHaveDuplicates()
            .anyMatch(bell -> bell.endsWith("b2/move"));
        var ids = log.entries().stream().map(placed -> placed.entry().id().id()).toList();
        assertThat(ids).containsAll(figures.done());
        assertThat(ids.stream().filter(figures.done()::contains)).doesNotHaveDuplicates();
      }
    }
  }
}
