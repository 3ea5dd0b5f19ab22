package dev.carillon.gateway;

import io.vertx.core.http.HttpServerResponse;

/// What every answer says to the browser about safety.
final class Headers {
  /// Svelte's templates and the bell's worker each need a policy of their own for trusted types.
  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:", // the badge of the next stop as the tab's icon
          "font-src 'self'",
          "media-src 'self'",
          "connect-src 'self'",
          "worker-src 'self'",
          "manifest-src 'self'",
          "base-uri 'none'",
          "object-src 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types svelte-trusted-html carillon");

  private static final String FEATURES = "geolocation=(), microphone=(), payment=(), usb=()";

  private Headers() {}

  /// @param mayScan whether the page may use the camera: where badges are scanned only
  static void put(HttpServerResponse response, boolean isSecure, boolean mayScan) {
    response
        .putHeader("content-security-policy", CONTENT_SECURITY_POLICY)
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("referrer-policy", "no-referrer")
        .putHeader("cross-origin-opener-policy", "same-origin")
        .putHeader("cross-origin-embedder-policy", "require-corp")
        .putHeader("cross-origin-resource-policy", "same-origin")
        .putHeader("permissions-policy", (mayScan ? "camera=(self), " : "camera=(), ") + FEATURES);
    if (isSecure) {
      response.putHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
    }
  }
}
