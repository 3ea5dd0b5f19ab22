package dev.carillon.log;

import dev.carillon.school.Id.PersonId;

/// Names a command for the service day: made by the device, unique per person. What falls due is
/// named by its identity, with [PersonId#SYSTEM] as the person.
public record CommandId(PersonId who, String id) {}
