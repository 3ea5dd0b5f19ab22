package dev.carillon.desk;

import java.util.concurrent.atomic.LongAdder;

/// What a desk counted since it began. Read from any thread.
public final class Tally {
  public final LongAdder entries = new LongAdder();
  public final LongAdder batches = new LongAdder();
  public final LongAdder conflicts = new LongAdder();
  public final LongAdder resent = new LongAdder();
  public final LongAdder refused = new LongAdder();
  public final LongAdder busy = new LongAdder();
  public final LongAdder notSaved = new LongAdder();
  public final LongAdder faults = new LongAdder();
  public final LongAdder lostHistories = new LongAdder();
  public final LongAdder failedFoldChecks = new LongAdder();
}
