package dev.rapport.events.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeIT extends ServiceIT {

  @Test
  void an_event_opens_and_ends_by_the_clock() {
    api.put(events() + "/congress", event(Duration.ofHours(10), Duration.ofHours(5)));
    assertThat(state("congress")).isEqualTo("PLANNED");

    eventually(() -> assertThat(state("congress")).isEqualTo("ENDED"));

    eventually(() -> assertThat(said("congress")).containsExactly("planned", "open", "ended"));
    var history = api.get(events() + "/congress").items("history");
    assertThat(history)
        .extracting(moment -> moment.path("state").asString())
        .containsExactly("PLANNED", "OPEN", "ENDED");
    assertThat(Instant.parse(history.getLast().path("at").asString()))
        .isAfterOrEqualTo(Instant.parse(api.get(events() + "/congress").text("ends")));
  }

  @Test
  void an_event_closes_when_both_counts_prove_it_whichever_comes_first() {
    ended("one");
    sayMeetings("one", 1, 4, 7);
    sayProgress("one", 1, 4, 2, 7);
    eventually(() -> assertThat(state("one")).isEqualTo("FOLLOWING_UP"));
    sayProgress("one", 2, 4, 0, 7);
    eventually(() -> assertThat(state("one")).isEqualTo("CLOSED"));

    ended("other");
    sayProgress("other", 1, 4, 0, 7);
    sayMeetings("other", 1, 4, 7);
    eventually(() -> assertThat(state("other")).isEqualTo("CLOSED"));
    eventually(() -> assertThat(said("other")).endsWith("ended", "closed"));
  }

  @Test
  void coverage_shows_what_was_counted() {
    ended("congress");
    for (var person : List.of("ada", "bob", "cyd", "dan", "eve")) {
      api.put(events() + "/congress/attendances/" + person, java.util.Map.of());
    }
    sayMeetings("congress", 1, 6, 9);
    sayProgress("congress", 1, 4, 1, 7);

    eventually(
        () -> {
          var event = api.get(events() + "/congress");
          assertThat(event.number("/coverage/attendees")).isEqualTo(5);
          assertThat(event.number("/coverage/metNobody")).isEqualTo(1);
          assertThat(event.number("/coverage/meetings/notYetInFollowUp")).isEqualTo(2);
          assertThat(event.number("/coverage/meetings/unresolvedScans")).isEqualTo(1);
          assertThat(event.number("/coverage/followUps/byOutcome/sent")).isEqualTo(3);
          assertThat(event.number("/coverage/people/open")).isEqualTo(1);
        });
  }

  @Test
  void older_counts_change_nothing() {
    ended("congress");
    sayMeetings("congress", 5, 4, 7);
    sayProgress("congress", 5, 4, 0, 7);
    eventually(() -> assertThat(state("congress")).isEqualTo("CLOSED"));
    sayProgress("congress", 4, 4, 3, 7);
    sayMeetings("congress", 4, 2, 3);
    // What is said after them has been heard, so they have too.
    sayMeetings("congress", 6, 4, 7);
    sayProgress("congress", 6, 4, 0, 7);
    eventually(
        () -> {
          var stored = database.getCollection("events").find().into(new java.util.ArrayList<>());
          assertThat(stored)
              .anySatisfy(
                  event -> {
                    assertThat(event.get("_id")).isEqualTo(eventId("congress"));
                    assertThat(event.get("progress", org.bson.Document.class).getLong("rev"))
                        .isEqualTo(6);
                    assertThat(event.get("meetings", org.bson.Document.class).getLong("rev"))
                        .isEqualTo(6);
                  });
        });
    eventually(() -> assertThat(said("congress")).endsWith("closed"));
    assertThat(said("congress")).doesNotContain("followingUp");
  }

  @Test
  void a_late_meeting_reopens_a_closed_event() {
    ended("congress");
    sayMeetings("congress", 1, 4, 7);
    sayProgress("congress", 1, 4, 0, 7);
    eventually(() -> assertThat(state("congress")).isEqualTo("CLOSED"));
    // A state that is left before it is said is never said.
    eventually(() -> assertThat(said("congress")).endsWith("closed"));

    sayMeetings("congress", 2, 6, 9);
    eventually(() -> assertThat(state("congress")).isEqualTo("FOLLOWING_UP"));
    eventually(() -> assertThat(said("congress")).endsWith("followingUp"));
    sayProgress("congress", 2, 6, 0, 9);
    eventually(() -> assertThat(state("congress")).isEqualTo("CLOSED"));
    eventually(() -> assertThat(said("congress")).endsWith("closed", "followingUp", "closed"));
  }

  @Test
  void equal_numbers_with_unequal_revisions_prove_nothing() {
    ended("congress");
    sayMeetings("congress", 1, 4, 8);
    sayProgress("congress", 1, 4, 0, 7);
    eventually(() -> assertThat(state("congress")).isEqualTo("FOLLOWING_UP"));
    sayProgress("congress", 2, 4, 0, 8);
    eventually(() -> assertThat(state("congress")).isEqualTo("CLOSED"));
  }

  @Test
  void the_organiser_ends_a_running_event_now() {
    api.put(events() + "/congress", event(Duration.ofHours(-1), Duration.ofDays(300)));
    assertThat(state("congress")).isEqualTo("OPEN");

    var ended = api.post(events() + "/congress/end", null);

    assertThat(ended.status()).isEqualTo(200);
    assertThat(ended.text("state")).isEqualTo("ENDED");
    assertThat(Instant.parse(ended.text("ends")))
        .isBetween(clock.now().minus(Duration.ofDays(1)), clock.now());
    assertThat(api.post(events() + "/congress/end", null).body().path("rev"))
        .isEqualTo(ended.body().path("rev"));
    eventually(
        () -> {
          var last = TOPICS.values("event-changed", eventId("congress")).getLast();
          assertThat(last.path("ends").asString()).isEqualTo(ended.text("ends"));
          assertThat(last.path("policyRev").asLong()).isEqualTo(2);
        });
  }

  @Test
  void what_cannot_be_ended_or_cancelled_says_why() {
    api.put(events() + "/planned", event());
    assertThat(api.post(events() + "/planned/end", null).problem()).isEqualTo("not-started");
    assertThat(api.post(events() + "/planned/cancel", null).text("state")).isEqualTo("CANCELLED");
    assertThat(api.post(events() + "/planned/cancel", null).status()).isEqualTo(200);
    assertThat(api.post(events() + "/planned/end", null).problem()).isEqualTo("event-cancelled");
    assertThat(
            api.put(events() + "/planned", event(Duration.ofDays(9), Duration.ofDays(9))).problem())
        .isEqualTo("event-cancelled");

    ended("closed");
    sayMeetings("closed", 1, 0, 0);
    sayProgress("closed", 1, 0, 0, 0);
    eventually(() -> assertThat(state("closed")).isEqualTo("CLOSED"));
    assertThat(api.post(events() + "/closed/cancel", null).problem()).isEqualTo("event-closed");
  }

  @Test
  void dates_moved_ahead_bring_a_closed_event_back() {
    ended("congress");
    sayMeetings("congress", 1, 0, 0);
    sayProgress("congress", 1, 0, 0, 0);
    eventually(() -> assertThat(state("congress")).isEqualTo("CLOSED"));

    api.put(events() + "/congress", event(Duration.ofHours(10), Duration.ofHours(5)));

    assertThat(state("congress")).isEqualTo("PLANNED");
    eventually(() -> assertThat(said("congress")).endsWith("planned", "open", "ended", "closed"));
  }

  private void ended(String event) {
    api.put(events() + "/" + event, event(Duration.ofDays(-3), Duration.ofDays(2)));
    assertThat(state(event)).isEqualTo("ENDED");
    eventually(() -> assertThat(said(event)).contains("ended"));
  }
}
