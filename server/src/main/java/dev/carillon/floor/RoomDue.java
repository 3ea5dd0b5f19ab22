package dev.carillon.floor;

/// What time does to the calls of one room.
public enum RoomDue {
  UNHELPED,
  BUSY
}
