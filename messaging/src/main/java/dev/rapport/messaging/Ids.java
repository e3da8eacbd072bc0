package dev.rapport.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Deterministic ids: the same parts give the same id, so a repeat changes nothing. HMAC-SHA256
 * under the installation's key (an external id is often an address, and a plain hash of it can be
 * guessed), cut to a version 8 UUID (RFC 9562).
 */
public final class Ids {

  private final Mac mac;

  /** Takes the installation's key. */
  public Ids(String key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no HmacSHA256; use a complete JDK", e);
    }
  }

  /** Returns the id of a kind of thing that these parts name; each part counts by its text. */
  public UUID of(String kind, Object... parts) {
    var mac = copy();
    feed(mac, kind);
    for (var part : parts) {
      feed(mac, part.toString());
    }
    var hash = ByteBuffer.wrap(mac.doFinal());
    var high = hash.getLong() & ~0xF000L | 0x8000L;
    var low = hash.getLong() & ~(3L << 62) | 2L << 62;
    return new UUID(high, low);
  }

  private static void feed(Mac mac, String part) {
    var bytes = part.getBytes(StandardCharsets.UTF_8);
    // The length in front keeps ("ab", "c") and ("a", "bc") apart.
    mac.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
    mac.update(bytes);
  }

  private Mac copy() {
    try {
      return (Mac) mac.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("This Java runtime's HmacSHA256 cannot be copied", e);
    }
  }
}
