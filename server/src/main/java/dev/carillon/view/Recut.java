package dev.carillon.view;

/// A view that was cut again, and what turns the one before into it.
public record Recut(View view, Patch patch) {}
