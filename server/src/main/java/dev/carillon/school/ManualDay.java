package dev.carillon.school;

import java.time.LocalDate;

/// Somebody's decision for one date. It beats every other rule until it is cleared.
public record ManualDay(LocalDate date, String reason, Runs runs) {}
