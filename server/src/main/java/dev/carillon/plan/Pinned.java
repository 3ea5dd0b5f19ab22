package dev.carillon.plan;

import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.LocalRotation;
import dev.carillon.school.Overlay;
import dev.carillon.school.Person.Student;
import dev.carillon.school.School;
import dev.carillon.school.Unmet;
import dev.carillon.school.Unmet.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is settled before anything is planned: overlays, and the blocks inside which groups take
/// turns in a room.
///
/// An overlay is a need that comes before all others: its seats are taken first, and minutes of a
/// service that a student does not get are unmet.
final class Pinned {
  private final School school;
  private final DayPlan day;
  private final Draft draft;
  private final Map<BlockId, Block> blocks = new HashMap<>();
  private final List<Unmet> unmet = new ArrayList<>();

  Pinned(School school, DayPlan day, Draft draft) {
    this.school = school;
    this.day = day;
    this.draft = draft;
    day.schedules().stream()
        .flatMap(schedule -> schedule.blocks().stream())
        .forEach(block -> blocks.put(block.id(), block));
  }

  List<Unmet> put() {
    for (var overlay : school.arrangements().overlays()) {
      if (overlay.isOn(day.date())) {
        put(overlay);
      }
    }
    school.arrangements().localRotations().forEach(this::put);
    return unmet;
  }

  private void put(Overlay overlay) {
    var block = Optional.ofNullable(blocks.get(overlay.blockId()));
    for (var student : overlay.of(school)) {
      put(overlay, block, student).ifPresent(reason -> tell(overlay, student, block, reason));
    }
  }

  /// What stands against it.
  private Optional<Reason> put(Overlay overlay, Optional<Block> block, Student student) {
    var station = draft.station(overlay.station());
    if (station.isEmpty()) {
      return Optional.of(Reason.NO_STATION);
    }
    if (block.isEmpty() || !student.schedule().equals(overlay.schedule())) {
      return Optional.of(Reason.NO_BLOCK);
    }
    var id = block.get().id();
    if (!draft.isFree(student, id)) {
      return Optional.of(Reason.CLASH);
    }
    if (!draft.occupancy().hasRoom(station.get(), id)) {
      return Optional.of(Reason.FULL);
    }
    draft.pin(student, id, station.get(), overlay.name(), Source.OVERLAY);
    return isLongEnough(overlay, block.get()) ? Optional.empty() : Optional.of(Reason.NO_BLOCK);
  }

  private static boolean isLongEnough(Overlay overlay, Block block) {
    var work = block.length().minus(block.move()).minus(block.settle());
    return work.compareTo(overlay.service()) >= 0;
  }

  /// Without a service it is a wish like any other rotation; with one its minutes are missing.
  private void tell(Overlay overlay, Student student, Optional<Block> block, Reason reason) {
    var what = overlay.service().compareTo(Duration.ZERO) > 0 ? "service/" : "overlay/";
    unmet.add(new Unmet(student.id(), what + overlay.id(), block.map(Block::id), reason));
  }

  /// Each group begins at its station; who is where later is a matter of turns.
  private void put(LocalRotation rotation) {
    for (var student : school.students()) {
      if (student.schedule().equals(rotation.schedule())) {
        rotation.blocks().forEach(name -> put(rotation, student, rotation.parentOf(name)));
      }
    }
  }

  private void put(LocalRotation rotation, Student student, BlockId block) {
    if (blocks.containsKey(block) && draft.isFree(student, block)) {
      rotation
          .stationOf(student.group(), 0)
          .flatMap(draft::station)
          .ifPresent(at -> draft.pin(student, block, at, at.activity(), Source.TURN));
    }
  }
}
