package dev.carillon.school;

/// Which day type a date runs. Placeholder of the contract: the school slice gives it its rules.
public record Calendar() {}
