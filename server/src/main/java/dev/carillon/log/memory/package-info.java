/// A log that lives as long as its process: for tests, for a simulation that replays a seed, and
/// for measuring what everything but the disk costs.
///
/// May import: `log` and what it may. Thread-safe; answers on the executor it was given.
@NullMarked
package dev.carillon.log.memory;

import org.jspecify.annotations.NullMarked;
