/// The frames on the socket: what devices may say, what they are told, and every number of it.
///
/// `docs/protocol.md` is the reference and `server/src/test/resources/wire/` holds one example of
/// each frame. May import: `view`, `floor`, `school`, Jackson. Called by `gateway` and by simulated
/// devices. Everything here is immutable or a function; any thread.
@NullMarked
package dev.carillon.wire;

import org.jspecify.annotations.NullMarked;
