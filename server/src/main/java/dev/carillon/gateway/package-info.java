/// The house's doors: HTTP and WebSocket, sockets and their limits, and the windows of each
/// audience.
///
/// A [Loop] is one event loop with its own server on the shared port; a [Session] is one socket and
/// belongs to its loop's thread; [Audiences] belongs to one thread of its own, which cuts views and
/// hands each loop its frames in batches. May import: `wire`, `desk`, `access`, `view`, `floor`,
/// `school`, Vert.x, Micrometer. Built and started by `ops`.
@NullMarked
package dev.carillon.gateway;

import org.jspecify.annotations.NullMarked;
