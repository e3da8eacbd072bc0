package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ProgressIT extends ServiceIT {

  @Test
  void a_count_that_another_instance_overtook_with_older_numbers_is_corrected_by_the_next() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitProgress(p -> p.path("total").asInt() == 2 && p.path("open").asInt() == 2);

    // The other drew its revision later, counted before they met, and died after it was sent.
    var progress = database.getCollection("progress");
    var ours = Filters.eq("_id", conference.event);
    var nothing = new Document("met", 0L).append("complete", 0L).append("late", 0L);
    nothing.append("open", 0L);
    var drawn = progress.findOneAndUpdate(ours, Updates.inc("drawn", 1_000L));
    assertThat(drawn).isNotNull();
    var rev = drawn.getLong("drawn") + 1_000;
    var older =
        new Document("total", 0L)
            .append("open", 0L)
            .append("revSum", 0L)
            .append("byOutcome", new Document())
            .append("people", nothing);
    // Said before it is stored: whenever ours is counted next, its word comes later.
    BROKER.say(
        "followup-progress",
        conference.event,
        Map.of("event", conference.event, "rev", rev, "total", 0, "open", 0));
    progress.updateOne(
        ours, Updates.combine(Updates.set("numbers", older), Updates.set("rev", rev)));

    // Has it counted again; the numbers are what they were.
    conference.has("ana");
    awaitProgress(p -> p.path("total").asInt() == 2 && p.path("rev").asLong() > rev);
  }
}
