package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiIT extends ServiceIT {

  @Test
  void an_owner_says_done_sends_or_waives() {
    withOwner();
    assertThat(act("ana", "ben", "done").text("outcome")).isEqualTo("done");
    assertThat(act("ana", "ben", "done").status()).isEqualTo(200);
    var waive = act("ana", "ben", "waive");
    assertThat(waive.status()).isEqualTo(409);
    assertThat(waive.problem()).isEqualTo("not-with-owner");

    assertThat(act("ana", "chi", "send").problem()).isEqualTo("no-consent");
    assertThat(act("ana", "chi", "waive").text("outcome")).isEqualTo("waived");

    var sent = act("chi", "ana", "send");
    assertThat(sent.text("state")).isIn("scheduled", "due");
    assertThat(sent.body().path("byHand").asBoolean()).isTrue();
    assertThat(sent.text("contactName")).isEqualTo("Dr. ana <b>");
    assertThat(act("chi", "ana", "send").status()).isEqualTo(200);
    var ask = awaitAsk("ana", "invite", conference.dayAfter(0));
    assertThat(ask.path("items").get(0).path("automatic").asBoolean()).isFalse();
  }

  @Test
  void what_was_missed_can_be_said_to_be_done_and_stays_missed() {
    withOwner();
    CLOCK.set(conference.deadline());
    awaitState("settled", "ana", "ben");
    assertThat(act("ana", "ben", "waive").problem()).isEqualTo("not-with-owner");
    var late = act("ana", "ben", "done");
    assertThat(late.status()).isEqualTo(200);
    assertThat(late.text("outcome")).isEqualTo("missed");
    assertThat(late.text("doneLateAt")).isEqualTo(conference.deadline().toString());
    CLOCK.set(conference.deadline().plusSeconds(60));
    assertThat(act("ana", "ben", "done").body()).isEqualTo(late.body());
  }

  @Test
  void what_is_erased_is_gone() {
    withOwner();
    conference.erases("ben");
    awaitState("settled", "ana", "ben");
    var done = act("ana", "ben", "done");
    assertThat(done.status()).isEqualTo(410);
    assertThat(done.problem()).isEqualTo("person-erased");
    var read = platform().get(followUpsOf("ben"));
    assertThat(read.status()).isEqualTo(410);
    assertThat(read.problem()).isEqualTo("person-erased");
  }

  @Test
  void not_met_withdraws_both_sides() {
    withOwner();
    var notMet = act("ana", "ben", "not-met");
    assertThat(notMet.text("outcome")).isEqualTo("withdrawn");
    assertThat(notMet.text("answer")).isEqualTo("notMet");
    awaitState("settled", "ben", "ana");
    assertThat(view("ben", "ana").path("reason").asString()).isEqualTo("notMet");
  }

  @Test
  void an_owner_does_not_learn_of_a_no_of_the_other_side() {
    withOwner();
    act("ben", "ana", "block");
    act("chi", "ana", "not-met");
    awaitState("settled", "ana", "ben");
    awaitState("settled", "ana", "chi");
    assertThat(view("ana", "ben").path("reason").asString()).isEqualTo("blocked");
    var own = as("person", conference.external("ana"));
    for (var seen : own.get(followUpsOf("ana")).body().path("items")) {
      assertThat(seen.path("outcome").asString()).isEqualTo("withdrawn");
      assertThat(seen.has("reason")).isFalse();
      assertThat(seen.path("answer").asString()).isEqualTo("none");
      assertThat(seen.has("answeredAt")).isFalse();
    }
    var bens = as("person", conference.external("ben")).get(followUpsOf("ben"));
    var blocked = bens.body().path("items").get(0);
    assertThat(blocked.path("reason").asString()).isEqualTo("blocked");
    assertThat(blocked.path("answer").asString()).isEqualTo("blocked");
  }

  @Test
  void a_meeting_cannot_be_acted_on_before_it_is_on_the_list() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    assertThat(act("ana", "ben", "done").problem()).isEqualTo("not-with-owner");
  }

  @Test
  void lists_are_read_page_by_page() {
    withOwner();
    var found = new HashSet<String>();
    String cursor = null;
    var pages = 0;
    do {
      var path =
          "/organisers/%s/events/%s/follow-ups?limit=3%s"
              .formatted(
                  conference.organiser,
                  conference.externalId,
                  cursor == null ? "" : "&cursor=" + cursor);
      var page = platform().get(path);
      page.body().path("items").forEach(f -> found.add(f.path("id").asString()));
      cursor = page.body().has("next") ? page.text("next") : null;
      pages++;
    } while (cursor != null);
    assertThat(pages).isEqualTo(2);
    assertThat(found).hasSize(4);
  }

  @Test
  void a_person_sees_their_own_and_with_an_event_only_its() {
    withOwner();
    var ana = conference.external("ana");
    var own = as("person", ana).get("/people/" + ana + "/follow-ups");
    assertThat(own.body().path("items")).hasSize(2);
    var other =
        as("person", ana)
            .get("/people/" + ana + "/follow-ups?event=x&organiser=" + conference.organiser);
    assertThat(other.body().path("items")).isEmpty();
    var half = as("person", ana).get("/people/" + ana + "/follow-ups?event=x");
    assertThat(half.status()).isEqualTo(422);
    assertThat(half.problem()).isEqualTo("invalid-field");
  }

  @Test
  void nobody_reads_or_does_what_is_anothers() {
    withOwner();
    var ana = conference.external("ana");
    var ben = conference.external("ben");
    assertThat(as("person", ben).get("/people/" + ana + "/follow-ups").problem())
        .isEqualTo("not-yours");
    var act = "/people/" + ana + "/follow-ups/" + conference.followUp("ana", "ben") + "/done";
    assertThat(as("person", ben).post(act).status()).isEqualTo(403);
    var event = "/organisers/%s/events/%s/follow-ups".formatted("other", conference.externalId);
    assertThat(as("organiser", "").get(event).status()).isEqualTo(403);
    // Who met whom, and what they answered, is not even their own organiser's to read.
    var theirs =
        "/organisers/%s/events/%s/follow-ups"
            .formatted(conference.organiser, conference.externalId);
    assertThat(as("organiser", "").get(theirs).problem()).isEqualTo("not-yours");
    assertThat(new Api(port, "forged").get(event).status()).isEqualTo(401);
    // Somebody else's follow-up is not there for them, even by its own id.
    var foreign = "/people/" + ben + "/follow-ups/" + conference.followUp("ana", "ben") + "/done";
    assertThat(platform().post(foreign).status()).isEqualTo(404);
  }

  @Test
  void what_is_not_there_is_404_and_what_makes_no_sense_is_told() {
    withOwner();
    var ana = "/people/" + conference.external("ana") + "/follow-ups";
    assertThat(platform().get("/people/nobody/follow-ups").status()).isEqualTo(404);
    assertThat(platform().post(ana + "/" + UUID.randomUUID() + "/done").status()).isEqualTo(404);
    assertThat(platform().post(ana + "/not-an-id/done").status()).isEqualTo(400);
    assertThat(platform().get(ana + "?limit=0").problem()).isEqualTo("invalid-field");
    assertThat(platform().get(ana + "?limit=501").problem()).isEqualTo("invalid-field");
    assertThat(platform().get(ana + "?limit=many").status()).isEqualTo(400);
    assertThat(platform().get(ana + "?cursor=nonsense").problem()).isEqualTo("invalid-cursor");
  }

  private void withOwner() {
    conference.isAnnounced();
    conference.registers("ana", false, true);
    conference.registers("ben", false, true);
    conference.registers("chi", false, false);
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    conference.meet("ana", "chi");
    awaitState("waiting", "ana", "ben");
    awaitState("waiting", "chi", "ana");
    CLOCK.set(conference.ends);
    awaitState("withOwner", "ana", "ben");
    awaitState("withOwner", "ana", "chi");
    awaitState("withOwner", "ben", "ana");
    awaitState("withOwner", "chi", "ana");
  }

  private String followUpsOf(String name) {
    return "/people/" + conference.external(name) + "/follow-ups";
  }

  private Api.Answer act(String owner, String contact, String act) {
    return platform()
        .post(
            "/people/%s/follow-ups/%s/%s"
                .formatted(conference.external(owner), conference.followUp(owner, contact), act));
  }
}
