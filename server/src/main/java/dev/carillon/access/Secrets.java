package dev.carillon.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Draws secrets and forgets them: what is stored is [#hash].
///
/// A plain hash is enough from 112 bits of chance on (OWASP ASVS 5.0, 6.5.2); a typed badge code
/// has fewer and lives a day under a limit of tries.
final class Secrets {
  /// A link, a badge's token, a ticket.
  static final int TOKEN_BITS = 128;

  /// A session, which lives longer than any of them.
  static final int SESSION_BITS = 256;

  /// Digits and letters that nobody takes for another: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
  private static final String ALPHABET = "34679ACDEFGHJKMNPQRTWXY";

  /// 23^8 is 36 bits: at ten tries a second for a day one guess in ninety thousand is right.
  private static final int CODE_SYMBOLS = 8;

  /// 23^6 is 27 bits, for ten minutes, and only staff who are signed in may guess: at 30 tries a
  /// minute one in half a million succeeds.
  private static final int PAIRING_SYMBOLS = 6;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  static String draw(int bits) {
    var bytes = new byte[bits / 8];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String drawCode() {
    return drawSymbols(CODE_SYMBOLS);
  }

  static String drawPairing() {
    return drawSymbols(PAIRING_SYMBOLS);
  }

  private static String drawSymbols(int symbols) {
    var code = new StringBuilder(symbols);
    for (int i = 0; i < symbols; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  static String hash(String secret) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
