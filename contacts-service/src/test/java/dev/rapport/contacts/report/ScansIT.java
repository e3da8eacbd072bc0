package dev.rapport.contacts.report;

import static dev.rapport.contacts.Api.met;
import static dev.rapport.contacts.Api.scanned;
import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reports of a badge: known, known later, or never. */
class ScansIT extends ServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Instant noon = Instant.now().minusSeconds(3_600).truncatedTo(MILLIS);

  @Test
  void a_scan_waits_for_its_badge_and_is_folded_in_under_the_same_key() {
    var scan = scanned("k1", person("ada"), "B-7", noon);
    var first = api.post(reports(), scan);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.text("state")).isEqualTo("waiting");
    assertThat(api.post(reports(), scan).status()).isEqualTo(200);
    assertThat(api.post(reports(), met("k1", person("ada"), person("bob"), noon)).problem())
        .isEqualTo("key-reused");
    badge("bob", "B-7", noon.plusSeconds(1_800));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(meeting("ada", "bob")).isNotNull());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(api.post(reports(), scan).text("state")).isEqualTo("counted"));
    var repeat = api.post(reports(), scan);
    assertThat(repeat.status()).isEqualTo(200);
    assertThat(repeat.text("report")).isEqualTo(first.text("report"));
    assertThat(Objects.requireNonNull(meeting("ada", "bob")).getList("reports", Object.class))
        .hasSize(1);
  }

  @Test
  void a_scan_of_a_known_badge_counts_at_once_and_of_ones_own_is_refused() {
    badge("bob", "B-8", noon.minusSeconds(60));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        api.post(
                                reports(),
                                scanned(UUID.randomUUID().toString(), person("ada"), "B-8", noon))
                            .text("state"))
                    .isEqualTo("counted"));
    assertThat(api.post(reports(), scanned("k2", person("bob"), "B-8", noon)).problem())
        .isEqualTo("meets-oneself");
  }

  @Test
  void a_badge_that_nobody_claims_within_a_week_ends_as_unresolved() {
    var scan = scanned("k1", person("ada"), "B-9", noon.minus(Duration.ofDays(8)));
    assertThat(api.post(reports(), scan).status()).isEqualTo(201);
    // Counting rests half a second after each event that an earlier test has left to count.
    await()
        .atMost(PATIENCE.multipliedBy(4))
        .untilAsserted(
            () -> {
              assertThat(api.post(reports(), scan).text("state")).isEqualTo("notCounted");
              var counted = TOPICS.values("meetings-counted", eventId());
              assertThat(counted).isNotEmpty();
              assertThat(counted.getLast().path("unresolvedScans").asInt()).isEqualTo(1);
              assertThat(counted.getLast().path("waitingScans").asInt()).isZero();
            });
  }

  @Test
  void a_waiting_scan_that_was_undone_makes_no_meeting() {
    var report = api.post(reports(), scanned("k1", person("ada"), "B-1", noon)).text("report");
    assertThat(api.delete(reports() + "/" + report).text("state")).isEqualTo("undone");
    api.post(reports(), scanned("k2", person("cid"), "B-1", noon));
    badge("bob", "B-1", noon);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(meeting("cid", "bob")).isNotNull());
    assertThat(meeting("ada", "bob")).isNull();
  }

  private void badge(String person, String code, Instant from) {
    attends(person, code, from);
  }
}
