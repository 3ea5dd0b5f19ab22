/// The log in Redis: streams, heads, doorbells, and the connections that carry them.
///
/// May import: `log` and what it may, Vert.x and its Redis client. Thread-safe; all of it happens
/// on one event loop, on which futures complete and followers are called.
@NullMarked
package dev.carillon.log.redis;

import org.jspecify.annotations.NullMarked;
