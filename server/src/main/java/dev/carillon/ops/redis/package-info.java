/// A Redis of the program's own: unpacked, started, watched, stopped.
///
/// For a school on one machine, for demos and tests; a district points the program at its own. May
/// import: the JDK. Blocking: call it off the event loops.
@NullMarked
package dev.carillon.ops.redis;

import org.jspecify.annotations.NullMarked;
