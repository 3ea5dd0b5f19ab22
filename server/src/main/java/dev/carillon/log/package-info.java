/// The log of a floor: append on condition, read, follow, snapshot, seal. The port and what its two
/// keepers (`log.redis`, `log.memory`) share.
///
/// May import: `floor`, `school`, Vert.x `Future`, Jackson. Called by `desk`. Rules never live
/// here: a log keeps entries in order and knows nothing of what they mean.
@NullMarked
package dev.carillon.log;

import org.jspecify.annotations.NullMarked;
