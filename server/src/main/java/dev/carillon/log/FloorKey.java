package dev.carillon.log;

import dev.carillon.school.Id.SchoolId;
import java.time.LocalDate;

/// Which floor: one school on one service date.
public record FloorKey(SchoolId school, LocalDate date) {}
