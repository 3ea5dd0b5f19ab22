package dev.carillon.log.redis;

import dev.carillon.log.FloorKey;
import dev.carillon.school.Id.SchoolId;

/// The one place that names keys. The school stands in a hash tag, so that all keys of a school
/// live together.
final class Keys {
  private Keys() {}

  static String log(FloorKey key) {
    return floor(key) + "log";
  }

  static String head(FloorKey key) {
    return floor(key) + "head";
  }

  static String snap(FloorKey key) {
    return floor(key) + "snap";
  }

  static String live(FloorKey key) {
    return floor(key) + "live";
  }

  static String blob(SchoolId school, String hash) {
    return of(school, "blob:" + hash);
  }

  static String openDays(SchoolId school) {
    return of(school, "open-days");
  }

  static String carry(SchoolId school) {
    return of(school, "carry");
  }

  static String school(SchoolId school, String version) {
    return of(school, "school:" + version);
  }

  static String text(SchoolId school, String name) {
    return of(school, "text:" + name);
  }

  private static String floor(FloorKey key) {
    return of(key.school(), key.date() + ":");
  }

  private static String of(SchoolId school, String rest) {
    return "carillon:{" + school.value() + "}:" + rest;
  }
}
