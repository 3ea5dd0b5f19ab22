package dev.carillon.gateway;

import dev.carillon.school.Id.PersonId;

/// A device by the name it made for itself, and who sits at it: the same over all of its sockets,
/// which come and go with the network.
record DeviceName(PersonId who, String name) {}
