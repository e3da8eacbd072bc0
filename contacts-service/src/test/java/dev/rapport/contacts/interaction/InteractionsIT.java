package dev.rapport.contacts.interaction;

import static dev.rapport.contacts.Api.met;
import static dev.rapport.contacts.Api.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.ServiceIT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class InteractionsIT extends ServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  @LocalServerPort private int server;

  private final Instant noon = Instant.now().minusSeconds(3_600);

  @Test
  void an_interaction_is_taken_once_and_said() {
    areContacts("ada", "bob");
    var call = Map.of("key", "i1", "at", noon.toString(), "kind", "call", "purpose", "ask");
    var first = asPerson("ada").post(log("ada", "bob"), call);
    assertThat(first.status()).isEqualTo(201);
    assertThat(asPerson("ada").post(log("ada", "bob"), call).status()).isEqualTo(200);
    var other = Map.of("key", "i1", "at", noon.toString(), "kind", "meal");
    assertThat(api.post(log("ada", "bob"), other).problem()).isEqualTo("key-reused");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(TOPICS.values("interaction-logged", personId("ada"))).hasSize(1));
    var said = TOPICS.values("interaction-logged", personId("ada")).getFirst();
    assertThat(said.path("contact").asString()).isEqualTo(personId("bob").toString());
    assertThat(said.path("kind").asString()).isEqualTo("call");
    assertThat(said.path("purpose").asString()).isEqualTo("ask");
    assertThat(TOPICS.values("interaction-logged", personId("bob"))).isEmpty();
    assertThat(api.get(log("bob", "ada")).items("items")).isEmpty();
  }

  @Test
  void a_purpose_is_to_greet_unless_said_otherwise_and_the_latest_comes_first() {
    areContacts("ada", "bob");
    for (var minute = 0; minute < 5; minute++) {
      var at = noon.plusSeconds(60L * minute).toString();
      api.post(log("ada", "bob"), Map.of("at", at, "kind", "message"));
    }
    var seen = new ArrayList<String>();
    var next = "";
    do {
      var page =
          api.get(log("ada", "bob") + "?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
      page.items("items").forEach(item -> seen.add(item.path("at").asString()));
      page.items("items")
          .forEach(item -> assertThat(item.path("purpose").asString()).isEqualTo("greet"));
      next = page.text("next");
    } while (!next.isEmpty());
    assertThat(seen).hasSize(5).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    var strange = log("ada", "bob") + "?cursor=" + UUID.randomUUID();
    assertThat(api.get(strange).problem()).isEqualTo("invalid-cursor");
  }

  @Test
  void what_cannot_be_is_refused_with_its_reason() {
    areContacts("ada", "bob");
    var tomorrow = Map.of("at", Instant.now().plusSeconds(86_400).toString(), "kind", "call");
    assertThat(api.post(log("ada", "bob"), tomorrow).problem()).isEqualTo("in-the-future");
    var shout = Map.of("at", noon.toString(), "kind", "shout");
    assertThat(api.post(log("ada", "bob"), shout).problem()).isEqualTo("invalid-field");
    var call = Map.of("at", noon.toString(), "kind", "call");
    assertThat(api.post(log("ada", "cid"), call).status()).isEqualTo(404);
    assertThat(asPerson("bob").post(log("ada", "bob"), call).status()).isEqualTo(403);
    assertThat(
            api.post(contacts("ada"), Map.of("contact", person("ada"), "at", noon.toString()))
                .problem())
        .isEqualTo("invalid-field");
  }

  @Test
  void two_who_met_on_a_train_are_each_others_contacts_without_any_event() {
    api.put("/people/" + segment(person("bob")), Map.of("name", "Bob"));
    var train = Map.of("key", "t1", "contact", person("bob"), "at", noon.toString());
    assertThat(api.post(contacts("ada"), train).status()).isEqualTo(201);
    assertThat(asPerson("ada").post(contacts("ada"), train).status()).isEqualTo(200);
    var mine = api.get(contacts("ada")).items("items").getFirst();
    assertThat(mine.path("name").asString()).isEqualTo("Bob");
    assertThat(mine.path("meetings")).isEmpty();
    assertThat(Instant.parse(mine.path("metOutside").asString())).isBeforeOrEqualTo(noon);
    assertThat(api.get(contacts("bob")).items("items")).hasSize(1);
    assertThat(api.get(log("bob", "ada")).items("items").getFirst().path("contact").asString())
        .isEqualTo(personId("ada").toString());
    for (var person : new String[] {"ada", "bob"}) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(TOPICS.values("interaction-logged", personId(person))).hasSize(1));
    }
    assertThat(TOPICS.values("contact-met", personId("ada"))).isEmpty();
  }

  @Test
  void nobody_makes_a_contact_of_a_stranger_or_learns_whether_they_are_registered() {
    api.put("/people/" + segment(person("bob")), Map.of("name", "Bob"));
    for (var stranger : new String[] {"bob", "nobody"}) {
      var said = Map.of("contact", person(stranger), "at", noon.toString());
      assertThat(asPerson("ada").post(contacts("ada"), said).problem()).isEqualTo("not-a-contact");
    }
    assertThat(api.get(contacts("bob")).items("items")).isEmpty();
  }

  @Test
  void one_tap_on_a_page_is_taken_once_and_goes_back_to_it() {
    areContacts("ada", "bob");
    var path = "/my/contacts/" + personId("bob") + "/interactions";
    var form = "key=page%2F1&purpose=give&next=%2Fmy%2Ffollow-ups";
    for (var i = 0; i < 2; i++) {
      var tapped = submit(path, SESSIONS.cookie(personId("ada"), "en"), form);
      assertThat(tapped.statusCode()).isEqualTo(303);
      assertThat(tapped.headers().firstValue("Location").orElseThrow())
          .endsWith("/my/follow-ups?noted=" + personId("bob"));
    }
    var logged = api.get(log("ada", "bob")).items("items");
    assertThat(logged).hasSize(1);
    assertThat(logged.getFirst().path("purpose").asString()).isEqualTo("give");
    var elsewhere = "key=k&purpose=give&next=https%3A%2F%2Fevil.example";
    var cookie = SESSIONS.cookie(personId("ada"), "en");
    assertThat(submit(path, cookie, elsewhere).statusCode()).isEqualTo(422);
    assertThat(submit(path, cookie, "key=k&purpose=shout").statusCode()).isEqualTo(400);
    assertThat(submit(path, cookie, "key=k&purpose=%zz").statusCode()).isEqualTo(400);
    assertThat(submit(path, "", form).statusCode()).isEqualTo(401);
    var stranger = "/my/contacts/" + personId("cid") + "/interactions";
    assertThat(submit(stranger, cookie, form).statusCode()).isEqualTo(404);
  }

  @Test
  void an_erasure_of_either_removes_them() {
    api.put("/people/" + segment(person("bob")), Map.of("name", "Bob"));
    api.post(contacts("ada"), Map.of("contact", person("bob"), "at", noon.toString()));
    api.post(log("ada", "bob"), Map.of("at", noon.toString(), "kind", "thanks", "purpose", "give"));
    assertThat(api.get(log("ada", "bob")).items("items")).hasSize(2);
    api.delete("/people/" + segment(person("bob")));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(api.get(log("ada", "bob")).items("items")).isEmpty());
    assertThat(api.get(contacts("ada")).items("items")).isEmpty();
    var again = api.post(contacts("ada"), Map.of("contact", person("bob"), "at", noon.toString()));
    assertThat(again.status()).isEqualTo(410);
  }

  private HttpResponse<String> submit(String path, String cookie, String form) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server + path))
            .header("Cookie", cookie)
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void areContacts(String one, String other) {
    api.post(reports(), met("k-" + one + other, person(one), person(other), noon));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(api.get(contacts(one)).items("items")).hasSize(1));
  }

  private String contacts(String person) {
    return "/people/" + segment(person(person)) + "/contacts";
  }

  private String log(String owner, String contact) {
    return contacts(owner) + "/" + personId(contact) + "/interactions";
  }
}
