package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is willing anyway, or connected already, is asked nothing. */
class ConnectedIT extends OpenedPages {

  @Test
  void the_page_of_both_willing_offers_nothing_to_accept() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    CLOCK.set(conference.ends);
    var ask = awaitAsk("ben", "invite", conference.dayAfter(0));
    conference.answers(ask, "delivered", conference.ends);
    awaitState("settled", "ana", "ben");
    var link = link(ask, "answer", "invite");
    assertThat(page(link))
        .contains("data-asks=\"no\"")
        .contains("You are in touch")
        .contains("value=\"not-met\"");
    assertThat(act(link, "all", "accept")).contains("data-answer=\"none\"");
    assertThat(act(link, id("ana", "ben").toString(), "block")).contains("data-answer=\"blocked\"");
  }

  @Test
  void one_yes_taken_back_makes_an_invite_of_what_both_were_willing_to() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    CLOCK.set(conference.ends);
    awaitAsk("ben", "invite", conference.dayAfter(0));
    conference.registers("ben", false, true);
    conference.answers(awaitCancel("ben"), "cancelled", conference.ends);
    var again = awaitAsk("ben", "invite", conference.dayAfter(1));
    assertThat(again.path("items").get(0).has("bothWilling")).isFalse();
    conference.answers(again, "delivered", conference.dayAfter(1).plusSeconds(36_000));
    awaitState("settled", "ana", "ben");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("sent");
  }

  @Test
  void an_exhibitor_has_no_automatic_mode() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    conference.attends("ana", "exhibitor");
    awaitState("waiting", "ana", "ben");
    awaitFooting("invited", "ben", "ana");
    conference.attends("ana", "attendee");
    awaitState("scheduled", "ana", "ben");
    awaitFooting("bothWilling", "ben", "ana");
  }

  @Test
  void who_is_connected_since_an_earlier_event_is_greeted_again() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.scans("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    CLOCK.set(conference.ends);
    var ask = awaitAsk("ben", "invite", conference.dayAfter(0));
    conference.answers(ask, "delivered", conference.ends);
    awaitState("settled", "ana", "ben");
    act(link(ask, "answer", "invite"), "all", "accept");

    var next = conference.next();
    next.isAnnounced();
    next.has("ana", "ben");
    CLOCK.set(next.noon);
    next.scans("ana", "ben");
    conference = next;
    awaitState("scheduled", "ana", "ben");
    CLOCK.set(next.ends);
    var again = awaitAsk("ben", "invite", next.dayAfter(0));
    assertThat(again.path("items").get(0).path("again").asBoolean()).isTrue();
    next.answers(again, "delivered", next.ends);
    awaitState("settled", "ana", "ben");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("connected");
  }

  private void awaitFooting(String footing, String owner, String contact) {
    await().until(() -> view(owner, contact).path("footing").asString(""), footing::equals);
  }

  private JsonNode awaitCancel(String recipient) {
    await()
        .until(
            () -> conference.asksFor(recipient),
            all -> all.stream().anyMatch(a -> a.path("kind").asString().equals("cancel")));
    return conference.asksFor(recipient).stream()
        .filter(a -> a.path("kind").asString().equals("cancel"))
        .findFirst()
        .orElseThrow();
  }
}
