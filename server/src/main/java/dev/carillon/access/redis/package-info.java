/// Keeps what `access` remembers in Redis, and carries revocations to the other nodes.
///
/// May import: `access`, Vert.x and its Redis client. Called by `ops`, which builds it.
@NullMarked
package dev.carillon.access.redis;

import org.jspecify.annotations.NullMarked;
