/// What each role sees: a floor cut into tables of rows for one audience, and patches of rows.
///
/// Cut on the server, so that no device ever receives what its person may not see. A view depends
/// on the floor at a seq and on nothing else. May import: `floor`, `plan`, `school`, the JDK. Pure;
/// may be called on any thread.
@NullMarked
package dev.carillon.view;

import org.jspecify.annotations.NullMarked;
