/// Judges a day by what was written and what was answered. Shares no code with the server: it reads
/// the log's JSON and keeps a small model of its own of what a call for help is.
@org.jspecify.annotations.NullMarked
package dev.carillon.judge;
