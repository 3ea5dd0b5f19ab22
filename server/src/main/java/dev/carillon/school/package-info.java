/// What is *planned*: people, rooms, stations, the calendar, bell schedules, playlists, and the
/// pure calendar sums over them.
///
/// May import: the JDK only. Anybody may call it. Everything here is immutable and may be shared
/// between threads. No clock, no randomness, no input or output: times come in as values.
@NullMarked
package dev.carillon.school;

import org.jspecify.annotations.NullMarked;
