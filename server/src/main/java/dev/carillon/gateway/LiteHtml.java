package dev.carillon.gateway;

/// A page without scripts: what browsers of ten years ago show.
final class LiteHtml {
  static final int REFRESH_SECONDS = 15;

  private LiteHtml() {}

  /// One that asks for an address anew all the time.
  ///
  /// @param kind names the page's looks
  /// @param body markup
  static String fresh(String language, String title, String kind, String body, String address) {
    return page(
        language,
        title,
        kind,
        body,
        "<meta http-equiv=\"refresh\" content=\"%d; url=%s\">".formatted(REFRESH_SECONDS, address));
  }

  /// One that stays: what somebody types is not taken from her.
  static String still(String language, String title, String kind, String body) {
    return page(language, title, kind, body, "");
  }

  private static String page(String language, String title, String kind, String body, String head) {
    return """
    <!DOCTYPE html>
    <html lang="%s" class="%s-page">
    <head>
    <meta charset="utf-8">
    %s
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <link rel="stylesheet" href="/lite.css">
    </head>
    <body class="%s">%s</body>
    </html>
    """
        .formatted(text(language), kind, head, text(title), kind, body);
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
