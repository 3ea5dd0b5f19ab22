package dev.carillon.roster;

/// Where something stands: the file, the line counted from 1, and the column as a header or number.
record Place(String file, int line, String column) {
  static Place of(String file) {
    return new Place(file, 0, "");
  }
}
