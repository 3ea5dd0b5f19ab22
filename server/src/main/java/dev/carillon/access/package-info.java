/// Who is at the door: sign-in links, badges, sessions, one-time tickets, and the authority table.
///
/// Nothing secret is kept: of every link, badge, session and ticket only its SHA-256 is stored. May
/// import: `school`, Vert.x `Future`. Called by `gateway` and `ops`. [Door] may be called from any
/// thread; its answers come on the thread of the store.
@NullMarked
package dev.carillon.access;

import org.jspecify.annotations.NullMarked;
