/// Simulated people, who speak the wire like any device, and the commands that need them.
@NullMarked
package dev.carillon.load;

import org.jspecify.annotations.NullMarked;
