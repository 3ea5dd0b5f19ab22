package dev.carillon.school;

import java.time.LocalDate;

/// Something that happens on a date and changes no bell: a concert, picture day.
public record Note(LocalDate date, String text) {}
