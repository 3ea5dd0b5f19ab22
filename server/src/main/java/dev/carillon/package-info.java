/// The front door: `Main` builds everything by hand and hands the command line to it.
@NullMarked
package dev.carillon;

import org.jspecify.annotations.NullMarked;
