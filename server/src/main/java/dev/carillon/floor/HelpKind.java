package dev.carillon.floor;

/// What a call for help is about. EQUIPMENT belongs to the station, the others follow the student;
/// URGENT is seen by staff only.
public enum HelpKind {
  WORK,
  EQUIPMENT,
  PERSON,
  URGENT
}
