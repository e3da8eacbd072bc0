package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LifeIT extends ServiceIT {

  @Test
  void two_who_met_are_both_followed_up_by_themselves() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    await()
        .atMost(java.time.Duration.ofSeconds(8))
        .untilAsserted(
            () ->
                assertThat(state("ana", "ben"))
                    .as(
                        () ->
                            ""
                                + platform()
                                    .get(
                                        "/organisers/%s/events/%s/follow-ups?limit=500"
                                            .formatted(conference.organiser, conference.externalId))
                                + database
                                    .getCollection("followUps")
                                    .find()
                                    .into(new java.util.ArrayList<>())
                                + BROKER.all("contact-met.followup-service.dlt")
                                + BROKER.all("event-changed.followup-service.dlt")
                                + BROKER.all("person-changed.followup-service.dlt"))
                    .isEqualTo("scheduled"));

    CLOCK.set(conference.noon.plus(Duration.ofHours(13)));
    await().until(() -> !conference.asksFor("ben").isEmpty());
    var ask = conference.asksFor("ben").getFirst();
    assertThat(ask.path("kind").asString()).isEqualTo("ask");
    conference.answers(ask, "delivered", conference.noon.plus(Duration.ofHours(20)));

    await().until(() -> state("ana", "ben").equals("settled"));
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("sent");
  }

  private String state(String owner, String contact) {
    return view(owner, contact).path("state").asString("");
  }

  private JsonNode view(String owner, String contact) {
    var id = conference.followUp(owner, contact).toString();
    var answer =
        platform()
            .get(
                "/organisers/%s/events/%s/follow-ups?limit=500"
                    .formatted(conference.organiser, conference.externalId));
    return answer
        .body()
        .path("items")
        .valueStream()
        .filter(f -> f.path("id").asString().equals(id))
        .findFirst()
        .orElse(Broker.JSON.createObjectNode());
  }
}
