package dev.carillon.log;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Turns an entry of an earlier schema version into one of the next. Registered in [Codec].
@FunctionalInterface
interface Upcaster {
  ObjectNode upcast(ObjectNode entry);
}
