package dev.rapport.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import dev.rapport.access.ActionToken;
import dev.rapport.access.ActionTokens;
import dev.rapport.access.ActionTokens.Refused;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTokensTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  private final com.nimbusds.jose.jwk.OctetKeyPair key = ActionTokens.newKey();
  private final ActionTokens.Signer signer = new ActionTokens.Signer(key);
  private final JWKSet keys = new JWKSet(key.toPublicJWK());
  private final Visitor visitor = new Visitor(UUID.randomUUID(), Language.GERMAN);

  @Test
  void a_session_says_who_visits_in_which_language() throws Refused {
    var text = SessionTokens.sign(signer, visitor, NOW.plusSeconds(1));
    assertThat(SessionTokens.read(text, keys, NOW)).isEqualTo(visitor);
  }

  @Test
  void a_session_that_is_over_or_altered_or_foreign_opens_nothing() {
    var text = SessionTokens.sign(signer, visitor, NOW);
    assertThatThrownBy(() -> SessionTokens.read(text, keys, NOW))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.expired()).isTrue());
    var altered = text.substring(0, text.length() - 4) + "AAAA";
    assertThatThrownBy(() -> SessionTokens.read(altered, keys, NOW)).isInstanceOf(Refused.class);
    var foreign = new ActionTokens.Signer(ActionTokens.newKey());
    var other = SessionTokens.sign(foreign, visitor, NOW.plusSeconds(1));
    assertThatThrownBy(() -> SessionTokens.read(other, keys, NOW)).isInstanceOf(Refused.class);
  }

  @Test
  void a_mails_link_is_no_session_and_a_session_no_link() {
    var link =
        signer.sign(
            new ActionToken(
                UUID.randomUUID(), UUID.randomUUID(), "list", "list", NOW.plusSeconds(9)));
    assertThatThrownBy(() -> SessionTokens.read(link, keys, NOW)).isInstanceOf(Refused.class);
    var session = SessionTokens.sign(signer, visitor, NOW.plusSeconds(9));
    assertThatThrownBy(() -> ActionTokens.read(session, keys, NOW)).isInstanceOf(Refused.class);
  }
}
