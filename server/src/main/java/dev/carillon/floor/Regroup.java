package dev.carillon.floor;

import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;

/// A student who goes with another group than before.
public record Regroup(PersonId student, GroupId from, GroupId to) {}
