package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.OctetKeyPair;
import dev.rapport.access.ActionToken;
import dev.rapport.access.ActionTokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinksIT extends OpenedPages {

  @Test
  void an_altered_link_opens_nothing() {
    var link = inviteToBen("en");
    assertThat(platform().open(link.substring(0, link.length() - 4) + "AAAA").statusCode())
        .isEqualTo(403);
    assertThat(platform().open("/a/nonsense").statusCode()).isEqualTo(403);
    OctetKeyPair foreign = ActionTokens.newKey();
    var forged = "/a/" + new ActionTokens.Signer(foreign).sign(token(conference.ends));
    assertThat(platform().open(forged).statusCode()).isEqualTo(403);
    assertThat(
            platform()
                .submit(forged, Map.of("item", "all", "shown", "", "act", "accept"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void an_expired_link_says_so() {
    conference.has("ben");
    CLOCK.set(conference.ends);
    var response = platform().open(KEYS.link(token(conference.noon)));
    assertThat(response.statusCode()).isEqualTo(410);
    assertThat(response.body()).contains("expired").contains("<html");
  }

  @Test
  void a_link_for_another_purpose_opens_nothing() {
    inviteToBen("en");
    var token =
        new ActionToken(
            UUID.randomUUID(),
            conference.person("ben"),
            "unsubscribe",
            "invite",
            conference.deadline());
    assertThat(platform().open(KEYS.link(token)).statusCode()).isEqualTo(403);
  }

  @Test
  void a_link_opens_its_own_items_only() {
    var link = inviteToBen("en");
    var other = id("ben", "ana").toString();
    var response = platform().submit(link, Map.of("item", other, "act", "accept"));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(view("ben", "ana").path("answer").asString()).isEqualTo("none");
  }

  @Test
  void a_form_that_is_not_whole_changes_nothing() {
    var link = inviteToBen("en");
    assertThat(platform().submit(link, Map.of("item", "all")).statusCode()).isEqualTo(422);
    assertThat(platform().submit(link, Map.of("item", "all", "act", "accept")).statusCode())
        .isEqualTo(422);
    assertThat(
            platform().submit(link, Map.of("item", "all", "shown", "", "act", "fly")).statusCode())
        .isEqualTo(422);
    assertThat(platform().submit(link, Map.of("item", "x\r\ny", "act", "accept")).statusCode())
        .isEqualTo(422);
    assertThat(view("ana", "ben").path("answer").asString()).isEqualTo("none");
  }

  @Test
  void a_link_of_an_erased_person_is_dead() {
    var link = inviteToBen("en");
    conference.erases("ben");
    await().until(() -> platform().open(link).statusCode() == 410);
  }
}
