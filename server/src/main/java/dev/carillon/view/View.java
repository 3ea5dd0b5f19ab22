package dev.carillon.view;

import java.util.Map;

/// A floor cut for one audience: tables by name, rows by id, both in the order in which they are
/// sent. Views share the tables and rows in which they do not differ.
public record View(Map<String, Map<String, Row>> tables) {}
