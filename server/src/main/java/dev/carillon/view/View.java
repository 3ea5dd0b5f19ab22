package dev.carillon.view;

import java.util.Map;

/// A floor cut for one audience: tables by name, rows by id, both in the order in which they are sent.
public record View(Map<String, Map<String, Row>> tables) {}
