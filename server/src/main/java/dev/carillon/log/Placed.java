package dev.carillon.log;

import dev.carillon.floor.Cursor;

/// An entry and where it stands.
public record Placed(Cursor at, Entry entry) {}
