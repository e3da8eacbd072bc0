package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class HoldIT extends ServiceIT {

  @Test
  void nothing_of_a_held_event_is_asked_for_until_it_is_resumed() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    conference.isHeld(true, 20);
    awaitHeld(true);

    CLOCK.set(conference.ends);
    // Looked at, and put off to the next hour.
    await()
        .until(
            () -> stored("followUps", conference.followUp("ana", "ben")),
            followUp -> followUp.get("dueAt", new Date()).toInstant().isAfter(conference.ends));
    assertThat(conference.asksFor("ben")).isEmpty();
    awaitProgress(
        p ->
            p.path("byState").path("scheduled").asInt() == 2
                && p.path("scheduled").get(0).path("count").asInt() == 2);
    conference.isHeld(false, 21);

    await().until(() -> conference.asksFor("ben").size(), n -> n > 0);
    conference.answers(conference.asksFor("ben").getFirst(), "delivered", conference.ends);
    awaitProgress(
        p ->
            p.path("settled").size() == 1
                && p.path("settled").get(0).path("inTime").asInt() == 1
                && p.path("byChannel").path("mail").asInt() == 1);
  }

  private void awaitHeld(boolean held) {
    await()
        .until(
            () -> stored("events", conference.event),
            event -> event.getBoolean("held", false) == held);
  }

  private Document stored(String collection, UUID id) {
    var found = database.getCollection(collection).find(Filters.eq("_id", id)).first();
    return found == null ? new Document() : found;
  }
}
