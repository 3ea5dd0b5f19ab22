package dev.carillon.access;

/// Names a session without being its secret: the SHA-256 of it. May stand in memory and in Redis,
/// not in a log.
public record SessionRef(String value) {}
