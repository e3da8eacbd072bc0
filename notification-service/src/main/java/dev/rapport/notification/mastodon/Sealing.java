package dev.rapport.notification.mastodon;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals what opens other people's accounts (AES-256-GCM by Tink). What is sealed names its key and
 * opens only for whom it was sealed: a document copied to another person is of no use.
 */
@Component
class Sealing {

  /** One byte of Tink's, four of the key's id. */
  private static final int PREFIX = 5;

  private final @Nullable Aead aead;
  private final byte[] current;

  Sealing(MastodonSettings settings) throws GeneralSecurityException {
    this.aead = settings.isOn() ? aead(settings) : null;
    this.current = aead == null ? new byte[PREFIX] : aead.encrypt(new byte[0], new byte[0]);
  }

  byte[] seal(String text, String whose) {
    if (aead == null) {
      throw new IllegalStateException("rapport.mastodon.keys is empty; nothing can be sealed");
    }
    try {
      return aead.encrypt(bytes(text), bytes(whose));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM does not work here", e);
    }
  }

  /** Returns the text, or null when no key opens it for this one. */
  @Nullable String open(byte[] sealed, String whose) {
    if (aead == null) {
      return null;
    }
    try {
      return new String(aead.decrypt(sealed, bytes(whose)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  /** Whether it is sealed by the key that seals now; every sealed text begins with its key's id. */
  boolean isCurrent(byte[] sealed) {
    return sealed.length > PREFIX && Arrays.equals(sealed, 0, PREFIX, current, 0, PREFIX);
  }

  private static Aead aead(MastodonSettings settings) throws GeneralSecurityException {
    AeadConfig.register();
    var keyset = KeysetHandle.newBuilder();
    for (var i = 0; i < settings.keys().size(); i++) {
      var entry = KeysetHandle.importKey(key(Base64.getDecoder().decode(settings.keys().get(i))));
      keyset.addEntry(i == 0 ? entry.makePrimary() : entry);
    }
    return keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  @AccessesPartialKey // keys are a setting, and Tink's own keysets are none that people write
  private static AesGcmKey key(byte[] bytes) throws GeneralSecurityException {
    var parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(32)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.TINK)
            .build();
    // The same key has the same id in whatever order the keys stand.
    var id = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getInt();
    return AesGcmKey.builder()
        .setParameters(parameters)
        .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
        .setIdRequirement(id)
        .build();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
