/// The house around the floor: settings, logs, health, metrics, the command line, start and stop.
///
/// [Server#start] builds everything by hand and hands back a [RunningServer]; `Main`, the demo and
/// the tests all start it this way. May import everything of the shell; nothing but `Main` and
/// `load-tests` calls it. Starting and stopping run on Vert.x event loops, reading files on worker
/// threads.
@NullMarked
package dev.carillon.ops;

import org.jspecify.annotations.NullMarked;
