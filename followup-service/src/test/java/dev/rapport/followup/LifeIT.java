package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.messaging.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LifeIT extends ServiceIT {

  @Autowired private MachineClock machine;

  @Test
  void two_who_are_both_willing_are_told_so_and_connected() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    awaitState("scheduled", "ben", "ana");

    CLOCK.set(conference.ends);
    var toBen = awaitAsk("ben", "invite", conference.dayAfter(0));
    var toAna = awaitAsk("ana", "invite", conference.dayAfter(0));
    assertThat(toBen.path("items")).hasSize(1);
    assertThat(toBen.path("items").get(0).path("person").asString())
        .isEqualTo(conference.person("ana").toString());
    assertThat(toBen.path("items").get(0).path("bothWilling").asBoolean()).isTrue();
    // After the end at 17:00 in Lagos, and before people there are left alone at 20:00.
    assertThat(instant(toBen.path("window").path("from").asString())).isEqualTo(conference.ends);
    assertThat(instant(toBen.path("window").path("to").asString()))
        .isEqualTo(conference.ends.plus(Duration.ofHours(3)));
    assertThat(instant(toBen.path("sendAt").asString()))
        .isBetween(conference.ends, conference.ends.plus(Duration.ofHours(3)));

    conference.answers(toBen, "delivered", conference.ends.plusSeconds(60));
    conference.answers(toAna, "delivered", conference.ends.plusSeconds(90));
    awaitState("settled", "ana", "ben");
    awaitState("settled", "ben", "ana");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("connected");
    assertThat(view("ana", "ben").path("onTime").asBoolean()).isTrue();
    awaitProgress(
        p ->
            p.path("total").asInt() == 2
                && p.path("open").asInt() == 0
                && p.path("revSum").asInt() == 2
                && p.path("byOutcome").path("connected").asInt() == 2
                && p.path("people").path("complete").asInt() == 2);
    await()
        .until(
            () -> BROKER.values("followup-settled", conference.person("ana")),
            all ->
                all.stream()
                    .anyMatch(
                        s ->
                            s.path("outcome").asString().equals("connected")
                                && s.path("channel").asString().equals("email")));
  }

  @Test
  void who_scans_alone_asks() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.scans("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    CLOCK.set(conference.ends);
    var ask = awaitAsk("ben", "invite", conference.dayAfter(0));
    assertThat(ask.path("items").get(0).has("bothWilling")).isFalse();
    conference.answers(ask, "delivered", conference.ends.plusSeconds(60));
    awaitState("settled", "ana", "ben");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("sent");
  }

  @Test
  void all_that_is_headed_for_one_person_on_one_day_is_one_notification() {
    conference.isAnnounced();
    conference.has("ana", "ben", "chi", "dan");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    conference.meet("chi", "ben");
    conference.meet("dan", "ben");
    for (var owner : List.of("ana", "chi", "dan")) {
      awaitState("scheduled", owner, "ben");
    }
    CLOCK.set(conference.ends);
    var ask = awaitAsk("ben", "invite", conference.dayAfter(0));
    assertThat(ask.path("items")).hasSize(3);
  }

  @Test
  void meetings_that_come_before_anyone_is_known_wait_for_them() {
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("waiting", "ana", "ben");
    conference.isAnnounced();
    conference.has("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    awaitState("scheduled", "ben", "ana");
  }

  @Test
  void what_nobody_decides_is_missed_at_the_deadline() {
    conference.isAnnounced();
    conference.registers("ana", false, true);
    conference.registers("ben", false, false);
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("waiting", "ana", "ben");
    CLOCK.set(conference.ends);
    awaitState("withOwner", "ana", "ben");
    CLOCK.set(conference.deadline());
    awaitState("settled", "ana", "ben");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("missed");
    awaitProgress(p -> p.path("people").path("late").asInt() == 2);
  }

  @Test
  void what_is_refused_goes_to_the_owner_and_ends_undeliverable() {
    dueForBen();
    var ask = awaitAsk("ben", "invite", conference.dayAfter(0));
    CLOCK.set(conference.ends);
    conference.answers(ask, "refused", conference.ends);
    awaitState("withOwner", "ana", "ben");
    CLOCK.set(conference.deadline());
    awaitState("settled", "ana", "ben");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("undeliverable");
    assertThat(view("ana", "ben").path("reason").asString()).isEqualTo("refused");
  }

  @Test
  void what_was_late_takes_the_next_day_under_another_id() {
    dueForBen();
    var first = awaitAsk("ben", "invite", conference.dayAfter(0));
    CLOCK.set(conference.ends.plus(Duration.ofHours(4)));
    conference.answers(first, "late", conference.ends.plus(Duration.ofHours(4)));
    var second = awaitAsk("ben", "invite", conference.dayAfter(1));
    assertThat(second.path("notification")).isNotEqualTo(first.path("notification"));
    // An answer about the first day says nothing about the second.
    conference.answers(first, "refused", conference.ends);
    conference.answers(second, "delivered", conference.dayAfter(1).plus(Duration.ofHours(9)));
    awaitState("settled", "ana", "ben");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("sent");
  }

  @Test
  void an_undone_meeting_is_cancelled_first_and_then_withdrawn() {
    dueForBen();
    var ask = awaitAsk("ben", "invite", conference.dayAfter(0));
    conference.meet("ana", "ben", "none", "none", false);
    var cancel = awaitCancel("ben");
    assertThat(cancel.path("notification")).isEqualTo(ask.path("notification"));
    assertThat(cancel.path("items").get(0).path("rev").asLong())
        .isGreaterThan(ask.path("items").get(0).path("rev").asLong());
    assertThat(view("ana", "ben").path("state").asString()).isEqualTo("due");
    conference.answers(cancel, "cancelled", conference.ends);
    awaitState("settled", "ana", "ben");
    assertThat(view("ana", "ben").path("reason").asString()).isEqualTo("undone");
    awaitProgress(p -> p.path("total").asInt() == 0 && p.path("revSum").asInt() == 4);

    conference.meet("ana", "ben", "both", "both", true);
    awaitAsk("ben", "invite", conference.dayAfter(1));
  }

  @Test
  void consent_taken_back_while_due_cancels_and_goes_to_the_owner() {
    dueForBen();
    awaitAsk("ben", "invite", conference.dayAfter(0));
    conference.registers("ana", false, true);
    var cancel = awaitCancel("ben");
    conference.answers(cancel, "cancelled", conference.ends);
    CLOCK.set(conference.ends);
    awaitState("withOwner", "ana", "ben");
    conference.registers("ana", true, true);
    await()
        .until(
            () -> view("ana", "ben").path("state").asString(),
            s -> s.equals("scheduled") || s.equals("due"));
  }

  @Test
  void a_mail_that_went_out_all_the_same_is_recorded_as_sent() {
    dueForBen();
    awaitAsk("ben", "invite", conference.dayAfter(0));
    conference.registers("ana", false, true);
    conference.answers(awaitCancel("ben"), "delivered", conference.ends.plusSeconds(9));
    awaitState("settled", "ana", "ben");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("sent");
  }

  @Test
  void a_cancelled_event_withdraws_what_is_open() {
    dueForBen();
    conference.isCancelled();
    awaitState("settled", "ben", "ana");
    assertThat(view("ben", "ana").path("reason").asString()).isEqualTo("eventCancelled");
    conference.answers(awaitCancel("ben"), "cancelled", conference.ends);
    awaitState("settled", "ana", "ben");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("withdrawn");
  }

  @Test
  void an_event_that_moves_moves_its_follow_ups() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    conference.isAnnounced(conference.ends.plus(Duration.ofDays(2)), "open");
    await()
        .until(
            () -> view("ana", "ben").path("slot").asString(""),
            slot -> conference.dayAfter(2).toString().startsWith(slot));
  }

  @Test
  void an_erased_persons_meeting_is_forgotten_though_its_cancel_is_not_answered() {
    dueForBen();
    var ana = conference.person("ana");
    var before = machine.now();
    conference.erases("ana");
    await().until(() -> !BROKER.values("person-erased", ana).isEmpty());
    var said = BROKER.values("person-erased", ana).getFirst();
    assertThat(instant(said.path("at").asString())).isBetween(before, machine.now());
    assertThat(view("ana", "ben").path("state").asString()).isEqualTo("due");
    for (var left : database.getCollection("followUps").find(new Document("owner", ana))) {
      assertThat(left).doesNotContainKeys("firstMet", "lastMet", "reportedAt", "deadline");
    }
  }

  @Test
  void an_erased_person_leaves_counted_stubs_and_nothing_else() {
    dueForBen();
    var ana = conference.person("ana");
    conference.erases("ana");
    conference.answers(awaitCancel("ben"), "cancelled", conference.ends);
    awaitState("settled", "ana", "ben");
    awaitState("settled", "ben", "ana");
    await().until(() -> !BROKER.values("person-erased", ana).isEmpty());
    var said = BROKER.values("person-erased", ana).getFirst();
    assertThat(said.path("service").asString()).isEqualTo("followup");
    assertThat(said.path("rev").asLong()).isEqualTo(2);
    for (var owner : new String[] {"ana", "ben"}) {
      var view = view(owner, owner.equals("ana") ? "ben" : "ana");
      assertThat(view.path("reason").asString()).isEqualTo("erased");
      assertThat(view.path("counts").asBoolean()).isTrue();
      assertThat(view.has("firstMet")).isFalse();
    }
    awaitProgress(p -> p.path("total").asInt() == 2 && p.path("open").asInt() == 0);
    var left = database.getCollection("people").find(new Document("_id", ana)).first();
    assertThat(left).containsOnlyKeys("_id", "rev", "erased");
  }

  @Test
  void a_crash_between_claim_and_ask_is_healed_under_the_same_id() {
    dueForBen();
    var ask = awaitAsk("ben", "invite", conference.dayAfter(0));
    await()
        .until(
            () ->
                conference.asksFor("ben").stream()
                        .filter(a -> a.path("notification").equals(ask.path("notification")))
                        .count()
                    >= 2);
  }

  /** Ana's follow-up of Ben is due on the day of the end; Ben's of Ana is his own to decide. */
  private void dueForBen() {
    conference.isAnnounced();
    conference.has("ana");
    conference.registers("ben", false, true);
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    CLOCK.set(conference.ends);
    awaitState("due", "ana", "ben");
  }

  private tools.jackson.databind.JsonNode awaitCancel(String recipient) {
    await()
        .until(
            () -> conference.asksFor(recipient),
            all -> all.stream().anyMatch(a -> a.path("kind").asString().equals("cancel")));
    return conference.asksFor(recipient).stream()
        .filter(a -> a.path("kind").asString().equals("cancel"))
        .findFirst()
        .orElseThrow();
  }

  private static Instant instant(String text) {
    return Instant.parse(text);
  }
}
