package dev.rapport.contacts;

import static dev.rapport.contacts.Api.met;
import static dev.rapport.contacts.Api.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is promised while the broker is away, and kept when it is back. */
class BrokerAwayIT extends ServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void reports_are_taken_registrations_wait_and_all_is_said_when_the_broker_is_back() {
    var path = "/people/" + segment(person("ada"));
    var body = Map.of("name", "Ada");
    PARTS.broker().kill();
    try {
      var noon = Instant.now().minusSeconds(3_600);
      assertThat(api.post(reports(), met("k1", person("ada"), person("bob"), noon)).status())
          .isEqualTo(201);
      var refused = api.put(path, body);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.problem()).isEqualTo("not-announced-yet");
      assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);
      assertThat(api.get("/actuator/health/liveness").status()).isEqualTo(200);
    } finally {
      PARTS.broker().start();
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(TOPICS.values("contact-met", personId("ada"))).isNotEmpty();
              assertThat(TOPICS.values("contact-met", personId("bob"))).isNotEmpty();
              assertThat(TOPICS.values("person-changed", personId("ada"))).isNotEmpty();
            });
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(api.put(path, body).status()).isEqualTo(200));
  }
}
