package dev.carillon.ops;

import dev.carillon.access.redis.RedisAccessStore;
import dev.carillon.desk.Clock;
import dev.carillon.gateway.redis.RedisPresenceStore;
import dev.carillon.log.redis.RedisFloorLog;
import dev.carillon.school.School;

/// What keeps the school: its log, the keeper's time, and what the door remembers.
///
/// @param school as it was published when the server started
record Store(
    PublishedSchool published,
    School school,
    RedisFloorLog log,
    Clock clock,
    RedisAccessStore access,
    RedisPresenceStore presence) {}
