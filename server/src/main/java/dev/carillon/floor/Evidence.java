package dev.carillon.floor;

/// How it is known that a student is somewhere. Higher trust wins; of equal trust the later wins.
public enum Evidence {
  SELF(1),
  ALL_HERE(2),
  CODE(3),
  SEAT(3),
  STAFF(4);

  private final int trust;

  Evidence(int trust) {
    this.trust = trust;
  }

  public int trust() {
    return trust;
  }
}
