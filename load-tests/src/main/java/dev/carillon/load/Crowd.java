package dev.carillon.load;

import dev.carillon.school.Id.PersonId;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// The devices of a benchmark: how many frames they got, and when each of them heard the last bell.
/// Belongs to one event loop.
final class Crowd {
  private final Net net;
  private final Door door;
  private final SplittableRandom dice;
  private final List<Member> members = new ArrayList<>();
  private long frames;
  private int heard;
  private long instantUs;
  private long firstUs;
  private long lastUs;

  Crowd(Net net, Door door, SplittableRandom dice) {
    this.net = net;
    this.door = door;
    this.dice = dice;
  }

  /// A histogram of microseconds.
  static Histogram histogram() {
    return new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
  }

  static long nowUs() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  /// @param reads whether it reads patches; a device that does not still counts them
  Member join(String person, String screen, boolean reads) {
    var device = new Device(net, door, new PersonId(person), screen, dice.split());
    var member = new Member(device, reads);
    members.add(member);
    device.start(member);
    return member;
  }

  boolean isLive() {
    return members.stream().allMatch(member -> member.device.isLive());
  }

  int size() {
    return members.size();
  }

  /// How many frames came so far.
  long frames() {
    return frames;
  }

  /// Forgets the bell before.
  void listen() {
    heard = 0;
    members.forEach(member -> member.rangUs = 0);
  }

  boolean hasEverybodyHeard() {
    return heard == members.size();
  }

  /// From the bell's own instant to each device.
  void addSinceInstant(Histogram us) {
    members.forEach(member -> us.recordValue(Math.max(0, member.rangUs - instantUs)));
  }

  /// From the first device that heard it to each device.
  void addSinceFirst(Histogram us) {
    members.forEach(member -> us.recordValue(Math.max(0, member.rangUs - firstUs)));
  }

  long spreadUs() {
    return lastUs - firstUs;
  }

  private void rang(Member member, JsonObject ring) {
    if (member.rangUs != 0) {
      return;
    }
    member.rangUs = nowUs();
    lastUs = member.rangUs;
    if (heard++ == 0) {
      firstUs = member.rangUs;
      instantUs = TimeUnit.MILLISECONDS.toMicros(net.time().sourceMsOf(ring.getLong("atMs")));
    }
  }

  /// One device.
  final class Member implements Device.Owner {
    private final Device device;
    private final boolean reads;
    private Runnable watcher = () -> {};
    private long rangUs;

    private Member(Device device, boolean reads) {
      this.device = device;
      this.reads = reads;
    }

    Device device() {
      return device;
    }

    void watch(Runnable newWatcher) {
      watcher = newWatcher;
    }

    @Override
    public boolean hears(String frame) {
      frames++;
      return reads || !frame.startsWith("{\"t\":\"patch\"");
    }

    @Override
    public void rang(JsonObject ring) {
      Crowd.this.rang(this, ring);
    }

    @Override
    public void shown() {
      watcher.run();
    }
  }
}
