package dev.carillon.view;

/// One row of a table. Implementations are records; their components are the row's fields on the wire
/// as `docs/protocol.md` names them, and an absent value is an empty `Optional`.
public interface Row {
  String id();
}
