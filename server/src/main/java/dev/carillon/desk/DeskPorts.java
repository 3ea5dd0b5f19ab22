package dev.carillon.desk;

import dev.carillon.log.FloorLog;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// All a desk knows of the world around it.
///
/// @param thread runs one task at a time, in order: the desk's own thread
/// @param aside runs what takes long and touches nothing of the desk, on any thread
/// @param dice for jitter only
record DeskPorts(
    FloorLog log,
    Clock clock,
    Timer timer,
    Executor thread,
    Executor aside,
    RandomGenerator dice) {}
