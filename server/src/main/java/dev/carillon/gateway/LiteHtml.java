package dev.carillon.gateway;

/// A page without scripts, which asks for itself anew: what browsers of ten years ago show.
final class LiteHtml {
  static final int REFRESH_SECONDS = 15;

  private LiteHtml() {}

  /// @param kind names the page's looks
  /// @param body markup
  static String page(String language, String title, String kind, String body) {
    return """
    <!DOCTYPE html>
    <html lang="%s" class="%s-page">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="refresh" content="%d">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <link rel="stylesheet" href="/lite.css">
    </head>
    <body class="%s">%s</body>
    </html>
    """
        .formatted(text(language), kind, REFRESH_SECONDS, text(title), kind, body);
  }

  /// What people wrote is text and no markup.
  static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
