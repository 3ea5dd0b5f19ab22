package dev.carillon.desk;

import java.util.ArrayList;
import java.util.List;

/// Who is told what becomes true on one floor. One tray that cannot take it keeps nothing from the
/// others. On the desk's thread.
final class OutTrays {
  private final List<OutTray> trays = new ArrayList<>();
  private final Faults faults;

  OutTrays(Faults faults) {
    this.faults = faults;
  }

  void add(OutTray tray) {
    trays.add(tray);
  }

  void remove(OutTray tray) {
    trays.remove(tray);
  }

  void clear() {
    trays.clear();
  }

  /// To all; one that is taken away meanwhile may still get this one.
  void publish(Publication news) {
    List.copyOf(trays).forEach(tray -> put(tray, news));
  }

  void put(OutTray tray, Publication news) {
    try {
      tray.publish(news);
    } catch (RuntimeException e) {
      faults.note("an out-tray could not take a publication", e);
    }
  }
}
