package dev.carillon.school;

/// A numbered seat of a station, at a point of the floor plan in metres.
public record Seat(String label, double x, double y) {}
