package dev.carillon.school;

import dev.carillon.school.Id.GroupId;

/// Students who rotate together.
public record Group(GroupId id, String name) {}
