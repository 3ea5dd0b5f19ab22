package dev.carillon.gateway;

import dev.carillon.access.Door;
import dev.carillon.desk.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What every loop and session of the gateway needs.
///
/// @param origins whose pages may connect
/// @param build which pages this program brings along; empty without any
/// @param imported what the last import left out; empty for a folder kept by hand
/// @param floor the floor of the moment: another day has another one
record House(
    GatewayOptions options,
    Supplier<Set<String>> origins,
    Supplier<OpenFloor> floor,
    Door door,
    Clock source,
    Sockets sockets,
    Lines lines,
    GatewayMetrics metrics,
    Audit audit,
    Published published,
    Sources sources,
    Optional<String> build,
    Optional<Imported> imported) {}
