package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActionTokensTest {

  private static final Instant NOW = Instant.parse("2026-06-10T08:00:00Z");

  private final com.nimbusds.jose.jwk.OctetKeyPair key = ActionTokens.newKey();
  private final ActionTokens.Signer signer = new ActionTokens.Signer(key);
  private final JWKSet published = new JWKSet(key.toPublicJWK());
  private final ActionToken token =
      new ActionToken(
          UUID.randomUUID(), UUID.randomUUID(), "answer", "invite", NOW.plusSeconds(60));

  @Test
  void a_token_is_read_back_and_signing_again_gives_the_same_text() throws Exception {
    var text = signer.sign(token);
    assertThat(signer.sign(token)).isEqualTo(text);
    assertThat(ActionTokens.read(text, published, NOW)).isEqualTo(token);
  }

  @Test
  void one_signer_serves_many_threads() {
    var texts =
        IntStream.range(0, 200).parallel().mapToObj(i -> signer.sign(token)).distinct().toList();
    assertThat(texts).containsExactly(signer.sign(token));
  }

  @Test
  void an_altered_token_opens_nothing() {
    var text = signer.sign(token);
    var middle = text.indexOf('.') + 5;
    var swapped = text.charAt(middle) == 'A' ? 'B' : 'A';
    refused(text.substring(0, middle) + swapped + text.substring(middle + 1), published);
    refused(text.substring(0, text.length() - 10), published);
    refused("", published);
    refused("..", published);
  }

  @Test
  void a_token_of_another_key_opens_nothing() {
    refused(new ActionTokens.Signer(ActionTokens.newKey()).sign(token), published);
  }

  @Test
  void an_expired_token_says_so() {
    var text = signer.sign(token);
    assertThatThrownBy(() -> ActionTokens.read(text, published, NOW.plusSeconds(61)))
        .isInstanceOfSatisfying(
            ActionTokens.Refused.class, refused -> assertThat(refused.expired()).isTrue());
  }

  private static void refused(String text, JWKSet keys) {
    assertThatThrownBy(() -> ActionTokens.read(text, keys, NOW))
        .isInstanceOfSatisfying(
            ActionTokens.Refused.class, refused -> assertThat(refused.expired()).isFalse());
  }
}
