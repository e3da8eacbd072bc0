package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class ListIT extends ServiceIT {

  @Test
  void an_owner_is_told_on_the_days_of_the_policy_while_something_is_open() {
    openForBen();
    for (var day : new int[] {0, 2, 5}) {
      CLOCK.set(day == 0 ? conference.ends : conference.dayAfter(day));
      var ask = awaitAsk("ben", "list", conference.dayAfter(day));
      assertThat(ask.path("items")).hasSize(1);
      assertThat(ask.path("items").get(0).path("person").asString())
          .isEqualTo(conference.person("ana").toString());
      conference.answers(ask, "delivered", Instant.parse(ask.path("sendAt").asString()));
    }
    CLOCK.set(conference.deadline());
    awaitState("settled", "ben", "ana");
    var days = new HashSet<String>();
    conference.asksFor("ben").stream()
        .filter(a -> a.path("purpose").asString().equals("list"))
        .forEach(a -> days.add(a.path("slot").asString()));
    assertThat(days).hasSize(3);
  }

  @Test
  void a_list_settles_nothing_whatever_becomes_of_it() {
    openForBen();
    CLOCK.set(conference.ends);
    conference.answers(
        awaitAsk("ben", "list", conference.dayAfter(0)), "suppressed", conference.ends);
    CLOCK.set(conference.dayAfter(2));
    awaitAsk("ben", "list", conference.dayAfter(2));
    assertThat(view("ben", "ana").path("state").asString()).isEqualTo("withOwner");
  }

  @Test
  void a_list_that_was_late_is_caught_up_on_the_next_day() {
    openForBen();
    CLOCK.set(conference.ends);
    conference.answers(awaitAsk("ben", "list", conference.dayAfter(0)), "late", conference.ends);
    CLOCK.set(conference.dayAfter(1));
    awaitAsk("ben", "list", conference.dayAfter(1));
  }

  @Test
  void who_comes_onto_the_list_after_its_last_day_is_told_of_the_next() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    CLOCK.set(conference.ends);
    awaitState("due", "ana", "ben");
    CLOCK.set(conference.dayAfter(5).plusSeconds(40_000));
    conference.answers(
        awaitAsk("ben", "invite", conference.dayAfter(0)), "refused", conference.dayAfter(5));
    var ask = awaitAsk("ana", "list", conference.dayAfter(5));
    assertThat(ask.path("items").get(0).path("person").asString())
        .isEqualTo(conference.person("ben").toString());
  }

  @Test
  void an_owner_without_anything_open_is_left_alone() {
    openForBen();
    CLOCK.set(conference.ends);
    for (var owner : new String[] {"ana", "ben"}) {
      conference.answers(
          awaitAsk(owner, "list", conference.dayAfter(0)), "delivered", conference.ends);
    }
    var path = "/people/%s/follow-ups/%s/waive";
    var waived =
        platform()
            .post(path.formatted(conference.external("ben"), conference.followUp("ben", "ana")));
    assertThat(waived.status()).isEqualTo(200);
    CLOCK.set(conference.dayAfter(2));
    awaitAsk("ana", "list", conference.dayAfter(2));
    assertThat(conference.asksFor("ben"))
        .noneMatch(a -> conference.dayAfter(2).toString().startsWith(a.path("slot").asString()));
  }

  /** Both have met, and neither lets us write. */
  private void openForBen() {
    conference.isAnnounced();
    conference.registers("ana", false, true);
    conference.registers("ben", false, true);
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("waiting", "ben", "ana");
  }
}
