package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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
  void what_leaves_the_list_before_its_mail_is_taken_back() {
    openForBen();
    conference.registers("chi", false, true);
    conference.meet("ben", "chi");
    awaitState("waiting", "ben", "chi");
    CLOCK.set(conference.ends);
    var ask = awaitAsk("ben", "list", conference.dayAfter(0));
    assertThat(ask.path("items")).hasSize(2);

    waive("ben", "ana");
    var cancel = awaitCancel("ben");
    assertThat(cancel.path("notification")).isEqualTo(ask.path("notification"));
    assertThat(cancel.path("items")).hasSize(1);
    var item = cancel.path("items").get(0);
    var gone = conference.only(ask, conference.followUp("ben", "ana"));
    assertThat(item.path("followUp")).isEqualTo(gone.path("items").get(0).path("followUp"));
    assertThat(item.path("rev").asLong())
        .isGreaterThan(gone.path("items").get(0).path("rev").asLong());

    // The rest of the mail is still to come, and is told though one of it was taken back.
    conference.answers(gone, "cancelled", conference.ends);
    var rest = conference.only(ask, conference.followUp("ben", "chi"));
    await().until(() -> asked("ben"), List.of(conference.followUp("ben", "chi"))::equals);
    conference.answers(rest, "delivered", conference.ends);
    await().until(() -> asked("ben"), List::isEmpty);
    assertThat(list("ben").getString("told")).isEqualTo(ask.path("slot").asString());
  }

  @Test
  void a_list_of_which_nothing_is_left_was_not_told() {
    openForBen();
    CLOCK.set(conference.ends);
    awaitAsk("ben", "list", conference.dayAfter(0));
    conference.isCancelled();
    conference.answers(awaitCancel("ben"), "cancelled", conference.ends);
    await().until(() -> !list("ben").containsKey("ask"));
    assertThat(list("ben")).doesNotContainKey("told");
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
    waive("ben", "ana");
    CLOCK.set(conference.dayAfter(2));
    awaitAsk("ana", "list", conference.dayAfter(2));
    assertThat(conference.asksFor("ben"))
        .noneMatch(a -> conference.dayAfter(2).toString().startsWith(a.path("slot").asString()));
  }

  private void waive(String owner, String contact) {
    var path = "/people/%s/follow-ups/%s/waive";
    var waived =
        platform()
            .post(path.formatted(conference.external(owner), conference.followUp(owner, contact)));
    assertThat(waived.status()).isEqualTo(200);
  }

  private JsonNode awaitCancel(String recipient) {
    await().until(() -> cancel(recipient).isPresent());
    return cancel(recipient).orElseThrow();
  }

  private Optional<JsonNode> cancel(String recipient) {
    return conference.asksFor(recipient).stream()
        .filter(a -> a.path("kind").asString().equals("cancel"))
        .filter(a -> a.path("purpose").asString().equals("list"))
        .findFirst();
  }

  private Document list(String owner) {
    var list = database.getCollection("lists").find(new Document("_id", conference.person(owner)));
    return Objects.requireNonNull(list.first());
  }

  /** Of whom the mail that is asked for tells. */
  private List<UUID> asked(String owner) {
    return list(owner).get("ask", new Document()).getList("items", UUID.class, List.of());
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
