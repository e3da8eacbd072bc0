package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** How much goes out in one person's name, what they add to it, and what comes back. */
class MannersIT extends OpenedPages {

  @Test
  void who_scans_alone_has_an_allowance_a_day_and_what_exceeds_it_takes_the_next() {
    var contacts = names(8);
    conference.isAnnounced();
    conference.has("ana");
    contacts.forEach(c -> conference.registers(c, false, true));
    CLOCK.set(conference.noon);
    contacts.forEach(c -> conference.scans("ana", c));
    contacts.forEach(c -> awaitState("scheduled", "ana", c));

    var asked = new HashSet<String>();
    for (var day = 0; day < 3; day++) {
      CLOCK.set(day == 0 ? conference.ends : conference.dayAfter(day));
      var today = day;
      var expected = day < 2 ? 3 : 2;
      await().until(() -> askedOn(contacts, today).size(), n -> n == expected);
      asked.addAll(askedOn(contacts, day));
    }
    assertThat(asked).hasSize(8);
    assertThat(askedOn(contacts, 0)).hasSize(3);
  }

  @Test
  void mutual_meetings_and_what_is_sent_by_hand_do_not_count() {
    var contacts = names(5);
    conference.isAnnounced();
    conference.has("ana");
    contacts.forEach(c -> conference.registers(c, false, true));
    CLOCK.set(conference.noon);
    contacts.forEach(c -> conference.meet("ana", c));
    contacts.forEach(c -> awaitState("scheduled", "ana", c));
    CLOCK.set(conference.ends);
    await().until(() -> askedOn(contacts, 0).size(), n -> n == 5);
  }

  @Test
  void each_acceptance_raises_the_allowance_by_one() {
    var contacts = names(5);
    conference.isAnnounced();
    conference.has("ana");
    contacts.forEach(c -> conference.registers(c, false, true));
    CLOCK.set(conference.noon);
    conference.scans("ana", contacts.getFirst());
    awaitState("scheduled", "ana", contacts.getFirst());
    CLOCK.set(conference.ends);
    var ask = awaitAsk(contacts.getFirst(), "invite", conference.dayAfter(0));
    conference.answers(ask, "delivered", conference.ends);
    awaitState("settled", "ana", contacts.getFirst());
    act(link(ask, "answer", "invite"), "all", "accept");

    CLOCK.set(conference.dayAfter(1));
    var rest = contacts.subList(1, 5);
    rest.forEach(c -> conference.scans("ana", c));
    await().until(() -> askedOn(rest, 1).size(), n -> n == 4);
  }

  @Test
  void who_is_reported_by_several_has_no_automatic_mode_any_more() {
    conference.isAnnounced();
    conference.has("ana");
    for (var name : List.of("ben", "chi", "dan")) {
      conference.registers(name, false, true);
    }
    CLOCK.set(conference.noon);
    conference.scans("ana", "ben");
    conference.scans("ana", "chi");
    awaitState("scheduled", "ana", "ben");
    awaitState("scheduled", "ana", "chi");
    CLOCK.set(conference.ends);
    for (var name : List.of("ben", "chi")) {
      var ask = awaitAsk(name, "invite", conference.dayAfter(0));
      conference.answers(ask, "delivered", conference.ends);
      awaitState("settled", "ana", name);
      var page = act(link(ask, "answer", "invite"), id("ana", name).toString(), "report");
      assertThat(page).contains("data-answer=\"blocked\"");
    }
    conference.scans("ana", "dan");
    awaitState("withOwner", "ana", "dan");
  }

  @Test
  void an_owners_line_goes_out_with_what_they_send() {
    openForBen();
    var link = listOf("ben");
    assertThat(page(link))
        .contains("name=\"words." + id("ben", "ana"))
        .contains("maxlength=\"300\"");
    var form =
        Map.of(
            "item",
            id("ben", "ana").toString(),
            "act",
            "send",
            "words",
            "  The slides\nare on <their> way. ");
    assertThat(platform().submit(link, form).body()).contains("Your answer is saved.");
    var ask = awaitAsk("ana", "invite", conference.dayAfter(0));
    assertThat(ask.path("items").get(0).path("words").asString())
        .isEqualTo("The slides are on <their> way.");
    conference.answers(ask, "delivered", conference.ends.plusSeconds(60));
    awaitState("settled", "ben", "ana");
    assertThat(document("ben", "ana")).doesNotContainKey("words");
  }

  @Test
  void a_line_with_a_link_or_too_long_a_line_sends_nothing() {
    openForBen();
    var link = listOf("ben");
    for (var words :
        Map.of("see evil.example", "holds a link", "a".repeat(301), "too long").entrySet()) {
      var form =
          Map.of("item", id("ben", "ana").toString(), "act", "send", "words", words.getKey());
      assertThat(platform().submit(link, form).body())
          .contains(words.getValue(), "value=\"" + words.getKey() + "\"", "aria-invalid=\"true\"")
          .contains("role=\"alert\"", "data-state=\"withOwner\"");
    }
    var send = actPath("ben", "ana", "send");
    assertThat(platform().post(send, Map.of("words", "see evil.example")).problem())
        .isEqualTo("words-with-link");
    assertThat(platform().post(send, Map.of("words", "a".repeat(301))).status()).isEqualTo(422);
    assertThat(platform().post(send, Map.of("words", "Hello again")).status()).isEqualTo(200);
    awaitAsk("ana", "invite", conference.dayAfter(0));
  }

  @Test
  void an_erased_owners_line_is_gone() {
    openForBen();
    assertThat(
            platform().post(actPath("ben", "ana", "send"), Map.of("words", "Hello again")).status())
        .isEqualTo(200);
    conference.erases("ben");
    await().until(() -> !BROKER.values("person-erased", conference.person("ben")).isEmpty());
    assertThat(document("ben", "ana")).doesNotContainKey("words");
  }

  @Test
  void an_owner_is_told_once_who_accepted_though_nothing_else_is_open() {
    var link = inviteToBen("en");
    CLOCK.set(conference.dayAfter(1));
    act(link, "all", "accept");
    var ask = awaitAsk("ana", "list", conference.dayAfter(1));
    assertThat(ask.path("items")).hasSize(1);
    var item = ask.path("items").get(0);
    assertThat(item.path("about").asString()).isEqualTo("accepted");
    assertThat(item.path("followUp").asString()).isEqualTo(id("ana", "ben").toString());
    assertThat(item.path("person").asString()).isEqualTo(conference.person("ben").toString());
    assertThat(item.has("firstMet")).isTrue();
    assertThat(page(listOf("ana"))).contains("They said yes").contains("href=\"/my/contacts\"");

    conference.answers(ask, "delivered", conference.dayAfter(1).plus(Duration.ofHours(9)));
    await().until(() -> !document("ana", "ben").containsKey("news"));
    CLOCK.set(conference.dayAfter(3));
    awaitState("withOwner", "ben", "ana", "settled");
    assertThat(lists("ana")).hasSize(1);
  }

  @Test
  void who_accepts_and_then_blocks_is_not_told_of() {
    var link = inviteToBen("en");
    CLOCK.set(conference.dayAfter(1));
    act(link, "all", "accept");
    var ask = awaitAsk("ana", "list", conference.dayAfter(1));
    act(link, id("ana", "ben").toString(), "block");
    await()
        .until(
            () ->
                conference.asksFor("ana").stream()
                    .anyMatch(
                        a ->
                            a.path("kind").asString().equals("cancel")
                                && a.path("notification").equals(ask.path("notification"))));
  }

  @Test
  void a_contact_who_wishes_it_is_invited_elsewhere_and_by_mail_where_that_is_refused() {
    conference.isAnnounced();
    conference.has("ana");
    conference.wishes("ben", List.of("mastodon", "email"));
    CLOCK.set(conference.noon);
    conference.scans("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    CLOCK.set(conference.ends);
    var ask = awaitAsk("ben", "connect", conference.dayAfter(0));
    assertThat(ask.path("items")).hasSize(1);
    conference.answers(ask, "refused", conference.ends.plusSeconds(60));
    var mail = awaitAsk("ben", "invite", conference.dayAfter(0));
    assertThat(mail.path("notification")).isNotEqualTo(ask.path("notification"));
    conference.answers(mail, "delivered", conference.ends.plusSeconds(90));
    awaitState("settled", "ana", "ben");
    assertThat(view("ana", "ben").path("channel").asString()).isEqualTo("email");
  }

  @Test
  void what_goes_out_elsewhere_is_sent_there() {
    conference.isAnnounced();
    conference.has("ana");
    conference.wishes("ben", List.of("platform"));
    CLOCK.set(conference.noon);
    conference.scans("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    CLOCK.set(conference.ends);
    var ask = awaitAsk("ben", "connect", conference.dayAfter(0));
    conference.answers(ask, "delivered", "platform", conference.ends.plusSeconds(60));
    awaitState("settled", "ana", "ben");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("sent");
    await()
        .until(
            () -> BROKER.values("followup-settled", conference.person("ana")),
            all -> all.stream().anyMatch(s -> s.path("channel").asString("").equals("platform")));
  }

  @Test
  void who_is_invited_in_the_platforms_app_answers_there() {
    conference.isAnnounced();
    conference.has("ana");
    conference.wishes("ben", List.of("platform"));
    CLOCK.set(conference.noon);
    conference.scans("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    assertThat(answer("ben", "accept").status()).as("before it goes out").isEqualTo(404);
    CLOCK.set(conference.ends);
    var ask = awaitAsk("ben", "connect", conference.dayAfter(0));
    conference.answers(ask, "delivered", "platform", conference.ends.plusSeconds(60));
    awaitState("settled", "ana", "ben");
    assertThat(answer("ana", "accept").status()).as("of somebody else").isEqualTo(404);
    assertThat(answer("ben", "accept").text("answer")).isEqualTo("accepted");
    assertThat(answer("ben", "accept").status()).isEqualTo(200);
    assertThat(view("ana", "ben").path("answer").asString()).isEqualTo("accepted");
    assertThat(answer("ben", "report").text("answer")).isEqualTo("blocked");
  }

  private Api.Answer answer(String contact, String answer) {
    return platform()
        .post(
            "/people/%s/invitations/%s/%s"
                .formatted(conference.external(contact), id("ana", "ben"), answer));
  }

  @Test
  void who_wishes_to_be_invited_by_people_themselves_is_on_the_list_with_a_link() {
    conference.isAnnounced();
    conference.has("ana");
    conference.wishes("ben", List.of("linkedin", "email"));
    CLOCK.set(conference.noon);
    conference.scans("ana", "ben");
    awaitState("waiting", "ana", "ben");
    CLOCK.set(conference.ends);
    awaitState("withOwner", "ana", "ben");
    assertThat(page(listOf("ana"))).contains("https://linkedin.example/in/ben");
    assertThat(act(listOf("ana"), id("ana", "ben").toString(), "done"))
        .contains("data-outcome=\"done\"");
  }

  @Test
  void an_owner_of_hundreds_can_release_the_rest_at_once() {
    var contacts = names(200);
    conference.isAnnounced();
    conference.registers("ben", false, true);
    contacts.forEach(c -> conference.registers(c, false, true));
    CLOCK.set(conference.noon);
    contacts.forEach(c -> conference.meet("ben", c));
    awaitState("waiting", "ben", contacts.getLast());
    CLOCK.set(conference.ends);
    await().until(() -> page(listOf("ben")).split("data-state=\"withOwner\"", -1).length == 201);
    act(listOf("ben"), id("ben", contacts.getFirst()).toString(), "done");
    act(listOf("ben"), "all", "waive");
    var outcomes = followUpsOf("ben").collect(Collectors.groupingBy(o -> o, Collectors.counting()));
    assertThat(outcomes).isEqualTo(Map.of("done", 1L, "waived", 199L));
  }

  private Stream<String> followUpsOf(String owner) {
    return database
        .getCollection("followUps")
        .find(new Document("owner", conference.person(owner)))
        .into(new ArrayList<>())
        .stream()
        .map(d -> d.get("outcome", "open"));
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "p" + i).toList();
  }

  private Set<String> askedOn(List<String> contacts, int day) {
    return contacts.stream()
        .filter(
            c ->
                conference.asksFor(c).stream()
                    .anyMatch(
                        a ->
                            a.path("kind").asString().equals("ask")
                                && a.path("purpose").asString().equals("invite")
                                && conference
                                    .dayAfter(day)
                                    .toString()
                                    .startsWith(a.path("slot").asString())))
        .collect(Collectors.toSet());
  }

  private Set<String> lists(String owner) {
    return conference.asksFor(owner).stream()
        .filter(a -> a.path("purpose").asString().equals("list"))
        .map(a -> a.path("slot").asString())
        .collect(Collectors.toSet());
  }

  private Document document(String owner, String contact) {
    return Objects.requireNonNull(
        database.getCollection("followUps").find(new Document("_id", id(owner, contact))).first());
  }

  private void awaitState(String first, String owner, String contact, String or) {
    await()
        .until(
            () -> view(owner, contact).path("state").asString(""),
            state -> state.equals(first) || state.equals(or));
  }

  /** Ben has Ana on his list. */
  private void openForBen() {
    conference.isAnnounced();
    conference.registers("ana", false, true);
    conference.registers("ben", false, true);
    CLOCK.set(conference.noon);
    conference.meet("ben", "ana");
    awaitState("waiting", "ben", "ana");
    CLOCK.set(conference.ends);
    awaitState("withOwner", "ben", "ana");
  }
}
