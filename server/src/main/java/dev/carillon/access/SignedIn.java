package dev.carillon.access;

import dev.carillon.school.Id.PersonId;

/// Somebody who showed that she is who she is. The role is looked up in the school when it is
/// needed, so that a change of role needs no new session.
public record SignedIn(PersonId person, SessionRef session) {}
