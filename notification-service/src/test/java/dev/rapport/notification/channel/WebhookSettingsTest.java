package dev.rapport.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSettingsTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @Test
  void without_an_address_nothing_is_needed() {
    assertThat(new WebhookSettings(null, List.of()).url()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://platform.example/invitations",
        "http://localhost:8080/",
        "http://127.0.0.1:1/x"
      })
  void https_is_taken_and_http_on_this_machine(String url) {
    assertThat(new WebhookSettings(URI.create(url), List.of(SECRET)).url()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://platform.example/",
        "ftp://platform.example/",
        "https://user@platform.example/",
        "/invitations",
        "mailto:ops@platform.example"
      })
  void other_addresses_stop_the_start_with_a_sentence(String url) {
    assertThatThrownBy(() -> new WebhookSettings(URI.create(url), List.of(SECRET)))
        .hasMessageContaining("rapport.webhook.url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_!!", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZI"})
  void a_secret_that_is_none_stops_the_start_and_is_not_repeated(String secret) {
    assertThatThrownBy(() -> new WebhookSettings(null, List.of(SECRET, secret)))
        .hasMessageContaining("rapport.webhook.secrets")
        .hasMessageNotContaining("c2hvcnQ");
  }

  @Test
  void an_address_needs_a_secret_and_at_most_five() {
    var url = URI.create("https://platform.example/");
    assertThatThrownBy(() -> new WebhookSettings(url, List.of())).hasMessageContaining("missing");
    assertThatThrownBy(() -> new WebhookSettings(url, Collections.nCopies(6, SECRET)))
        .hasMessageContaining("at most 5");
  }

  @Test
  void secrets_are_not_printed() {
    assertThat(new WebhookSettings(null, List.of(SECRET)).toString()).doesNotContain("MfKQ");
  }
}
