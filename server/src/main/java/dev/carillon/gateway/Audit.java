package dev.carillon.gateway;

import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes who did what that somebody may have to answer for. No line holds a name, an id, a secret
/// or a text: a person is a keyed hash, the same in all lines written under one key.
public final class Audit {
  private static final Logger LOG = LoggerFactory.getLogger("audit");
  private static final int REF_BYTES = 8;

  private final SecretKeySpec key;

  public Audit(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  void wrote(String event, Role role, PersonId actor, String where) {
    LOG.atInfo()
        .addKeyValue("event", event)
        .addKeyValue("actor_role", role.word())
        .addKeyValue("actor_ref", ref(actor))
        .addKeyValue("where", where)
        .log(event);
  }

  /// What was done for somebody: she is a keyed hash as well.
  void wroteOf(String event, Role role, PersonId actor, PersonId whom) {
    wrote(event, role, actor, ref(whom));
  }

  /// Somebody nobody knows.
  void wrote(String event) {
    LOG.atInfo().addKeyValue("event", event).log(event);
  }

  private String ref(PersonId person) {
    try {
      var mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      var hash = mac.doFinal(person.value().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, REF_BYTES);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has HMAC", missing);
    }
  }
}
