/// Keeps in Redis what the nodes of a school tell each other of the devices they see.
///
/// May import: `gateway`, Vert.x and its Redis client. Called by `ops`, which builds it.
@NullMarked
package dev.carillon.gateway.redis;

import org.jspecify.annotations.NullMarked;
