package dev.carillon.school;

/// A rectangle on the floor plan, in metres from the plan's top left corner.
public record Outline(double x, double y, double w, double h) {}
