/// Pure planners: who goes where in which block.
///
/// May import: `school`, `floor`, the JDK. Run off the desk's thread; a plan comes back to the
/// floor as part of a command. The same input gives the same plan.
@NullMarked
package dev.carillon.plan;

import org.jspecify.annotations.NullMarked;
