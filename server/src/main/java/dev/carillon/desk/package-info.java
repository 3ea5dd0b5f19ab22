/// Keeps floors alive on a node: queue, decide, append, evolve, publish, and what falls due.
///
/// A desk is plain Java over four small ports (log, clock, timer, out-tray), so that the same class
/// runs under Vert.x and in a single-threaded simulation. May import: `log`, `view`, `plan`,
/// `floor`, `school`. Each desk belongs to one thread.
@NullMarked
package dev.carillon.desk;

import org.jspecify.annotations.NullMarked;
