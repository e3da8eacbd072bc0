package dev.rapport.contacts.count;

import static dev.rapport.contacts.Api.met;
import static dev.rapport.contacts.Api.scanned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CountsIT extends ServiceIT {

  /** The slow recount rests half a second or more after each event, and other tests leave many. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Instant noon = Instant.now().minusSeconds(3_600);

  @Test
  void an_event_is_counted_by_its_documents_undone_ones_in_the_sum_only() {
    api.post(reports(), met("k1", person("ada"), person("bob"), noon));
    api.post(reports(), scanned("k2", person("ada"), "B-1", noon));
    var report = api.post(reports(), met("k3", person("ada"), person("cid"), noon)).text("report");
    api.delete(reports() + "/" + report);
    awaitCounts(2, 6, 1);
  }

  @Test
  void an_event_at_which_nobody_met_is_counted_too() {
    announce(noon, noon.plusSeconds(60), "open");
    awaitCounts(0, 0, 0);
  }

  @Test
  void a_change_that_no_one_remembers_is_found_by_the_slow_recount() {
    api.post(reports(), met("k1", person("ada"), person("bob"), noon));
    awaitCounts(2, 2, 0);
    database
        .getCollection("meetings")
        .updateOne(
            new Document("_id", meetingId("ada", "bob")),
            new Document("$set", new Document("rev", 5L)));
    awaitCounts(2, 10, 0);
  }

  private void awaitCounts(int directions, int revSum, int waiting) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var said = TOPICS.values("meetings-counted", eventId());
              assertThat(said).isNotEmpty();
              JsonNode last = said.getLast();
              assertThat(last.path("directions").asInt()).isEqualTo(directions);
              assertThat(last.path("revSum").asInt()).isEqualTo(revSum);
              assertThat(last.path("unsent").asInt()).isZero();
              assertThat(last.path("waitingScans").asInt()).isEqualTo(waiting);
            });
  }
}
