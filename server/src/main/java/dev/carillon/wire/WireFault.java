package dev.carillon.wire;

/// Leaves the reading of a frame as soon as something is wrong. Never leaves this package.
final class WireFault extends Exception {
  private static final long serialVersionUID = 1;

  private final WireError error;
  private final String detail;

  WireFault(WireError error, String detail) {
    super(detail, null, false, false);
    this.error = error;
    this.detail = detail;
  }

  WireError error() {
    return error;
  }

  String detail() {
    return detail;
  }
}
