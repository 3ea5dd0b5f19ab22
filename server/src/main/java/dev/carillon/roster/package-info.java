/// Readers of what schools have: school folders, rosters and bell schedules of others, all with
/// findings per row.
///
/// May import: `school`, Jackson and SnakeYAML, files. The command line and whoever publishes a
/// school call it. It blocks on files, so never from an event loop. A school comes out whole or not
/// at all: all that is wrong with it is told at once.
@NullMarked
package dev.carillon.roster;

import org.jspecify.annotations.NullMarked;
