package dev.carillon.floor;

import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.time.Instant;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;

/// All help requests of the day.
///
/// @param open by order of asking
/// @param over requests that are closed, by id
/// @param byStudent the one active request of a student
/// @param byHelper the one request a helper holds
/// @param asks when each student asked lately, oldest first
/// @param nextOrder the order the next request gets
/// @param helps how often each student was helped today
public record HelpLine(
    PSortedMap<Long, HelpRequest> open,
    PMap<HelpId, Long> orders,
    PMap<HelpId, HelpRequest.Over> over,
    PMap<PersonId, HelpId> byStudent,
    PMap<PersonId, HelpId> byHelper,
    PMap<PersonId, PVector<Instant>> asks,
    PMap<PersonId, Integer> helps,
    long nextOrder) {}
