/// What is *happening*: the live state of one school on one service date, and the rules.
///
/// A command comes in, events come out: [Floor#decide] returns events or a numbered refusal and
/// [Floor#evolve] applies an event and says what it touched. Neither reads a clock, draws a lot,
/// logs or waits. Slices by concern: timeline and bells, assignment and arrival, help, duty.
///
/// May import: `school`, the JDK and the persistent collections. Called by `desk` on its one
/// thread; the values themselves are immutable and may be read anywhere.
@NullMarked
package dev.carillon.floor;

import org.jspecify.annotations.NullMarked;
