package dev.rapport.contacts.friend;

import static dev.rapport.contacts.Api.met;
import static dev.rapport.contacts.Api.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.ServiceIT;
import dev.rapport.contacts.Web;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FriendsIT extends ServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private static final String CARDS =
      """
      BEGIN:VCARD
      VERSION:3.0
      UID:mira-1
      FN:Mira Okafor
      EMAIL:mira@example.org
      NOTE:Met at school
      CATEGORIES:school
      END:VCARD
      BEGIN:VCARD
      VERSION:3.0
      FN:http://evil.example
      END:VCARD
      BEGIN:VCARD
      VERSION:3.0
      FN:<script>alert(1)</script>
      ORG:=1+cmd|' /C calc'!A0
      END:VCARD
      """;

  private static final String CONNECTIONS =
      """
      Notes:
      "Some addresses are missing."

      First Name,Last Name,URL,Email Address,Company,Position,Connected On
      Ida,Sand,https://www.linkedin.com/in/ida,,Example Ltd,Engineer,12 Mar 2021
      Jon,Berg,,jon@example.org,,,13 Mar 2021
      """;

  @BeforeEach
  void ana_and_ben_are_registered() {
    api.put(path("ana"), Map.of("name", "Ana"));
    api.put(path("ben"), Map.of("name", "Ben", "email", "ben@mail.example"));
  }

  @Test
  void a_friend_is_added_by_hand_noted_about_and_taken_home() {
    var own = pagesOf("ana", "en");
    assertThat(own.get("/my/contacts").body()).contains("/my/contacts/friends");
    assertThat(own.get("/my/contacts/friends").body()).contains("nothing is ever sent to them");
    var added = own.post("/my/contacts/friends", filled("Mira Okafor", "mira@example.org"));
    assertThat(added.statusCode()).isEqualTo(303);
    var shown = own.get(added.headers().firstValue("Location").orElseThrow()).body();
    assertThat(shown)
        .contains("an old friend is among your contacts", "Mira Okafor", "mailto:mira@example.org")
        .contains("Knows trains", "school, choir");
    // The same again is the same friend.
    own.post("/my/contacts/friends", filled("Mira Okafor", "mira@Example.org"));
    var mira = friend("ana", "Mira Okafor");
    assertThat(contacts("ana")).hasSize(1);
    assertThat(take("ana", "vcf")).contains("FN:Mira Okafor", "mira@Example.org", "CATEGORIES:");
    assertThat(take("ana", "json")).contains("\"friend\":true").doesNotContain("lastMet\":\"");
    var logged =
        api.post(
            path("ana") + "/contacts/" + mira + "/interactions",
            Map.of("at", Instant.now().toString(), "kind", "call", "purpose", "greet"));
    assertThat(logged.status()).isEqualTo(201);
    var wrong = own.post("/my/contacts/friends", filled("Nobody", "no address")).body();
    assertThat(wrong).contains("Nobody was added.", "e-mail", "value=\"Nobody\"");
    assertThat(pagesOf("ana", "de").get("/my/contacts").body()).contains("Von früher bekannt");
  }

  @Test
  void others_hear_the_name_alone_and_whose_friend_it_is() {
    api.put(path("ana") + "/friends/k1", body("Mira"));
    var mira = friend("ana", "Mira");
    var said = TOPICS.values("person-changed", UUID.fromString(mira));
    assertThat(said).hasSize(1);
    assertThat(said.getFirst().toString())
        .contains("\"name\":\"Mira\"", "\"consents\":[]", personId("ana").toString())
        .doesNotContain("mira@example.org", "+43");
  }

  @Test
  void an_address_book_can_be_brought_again_and_what_is_removed_stays_away() {
    var own = pagesOf("ana", "en");
    assertThat(bring(own, CARDS))
        .contains("2 added, 0 changed, 0 known already, 1 not taken.", "the name holds a link")
        .contains("&lt;script&gt;");
    var mira = friend("ana", "Mira Okafor");
    own.post("/my/contacts/" + mira + "/notes", "notes", "Mine alone", "tags", "");
    assertThat(bring(own, CARDS)).contains("0 added, 0 changed, 2 known already, 1 not taken.");
    assertThat(bring(own, CARDS.replace("mira@example.org", "mira@example.com")))
        .contains("0 added, 1 changed, 1 known already");
    assertThat(own.get("/my/contacts?event=friends").body())
        .contains("Mine alone", "mailto:mira@example.com")
        .doesNotContain("Met at school", "<script>alert");
    assertThat(take("ana", "csv")).contains("'=1+cmd").doesNotContain(",=1+cmd");
    // What was taken home from here is nobody new.
    assertThat(bring(own, take("ana", "vcf"))).contains("0 added, 0 changed, 2 known already");
    assertThat(own.post("/my/contacts/friends/" + mira + "/remove").statusCode()).isEqualTo(303);
    assertThat(own.get("/my/contacts").body()).doesNotContain("Mira Okafor");
    assertThat(bring(own, CARDS))
        .contains("1 known already, 2 not taken", "you removed this friend");
    own.post("/my/contacts/friends", filled("Mira Okafor", "mira@example.org"));
    assertThat(own.get("/my/contacts").body()).contains("Mira Okafor");
    assertThat(friend("ana", "Mira Okafor")).isNotEqualTo(mira);
  }

  @Test
  void connections_are_brought_and_a_hostile_file_is_answered_with_a_page() {
    var own = pagesOf("ana", "en");
    assertThat(bring(own, CONNECTIONS)).contains("2 added", "Ida Sand", "Jon Berg");
    assertThat(bring(own, CONNECTIONS)).contains("0 added, 0 changed, 2 known already");
    assertThat(bring(own, "Dear Sir")).contains("neither a vCard file nor");
    assertThat(own.file("/my/contacts/friends/import", new byte[] {(byte) 0xfc, 1}).body())
        .contains("not written in UTF-8");
    var huge = own.file("/my/contacts/friends/import", new byte[(2 << 20) + 5_000]);
    assertThat(huge.statusCode()).isEqualTo(413);
    assertThat(huge.body()).contains("This file is too large");
    assertThat(own.post("/my/contacts/friends/import").statusCode()).isBetween(400, 422);
    assertThat(contacts("ana")).hasSize(2);
  }

  @Test
  void thousands_are_brought_at_once_and_shown_page_by_page() {
    var many = new StringBuilder("First Name,Last Name,URL\n");
    for (var i = 0; i < 5_010; i++) {
      many.append("No,%04d,https://www.linkedin.com/in/n%d\n".formatted(i, i));
    }
    var own = pagesOf("ana", "en");
    assertThat(bring(own, many.toString())).contains("5,000 added", "the rest was not read");
    assertThat(own.get("/my/contacts").body()).contains("No 0024").doesNotContain("No 0025");
    assertThat(own.get("/my/contacts?page=200").body()).contains("No 4999");
  }

  @Test
  void the_platform_adds_changes_and_removes_by_its_own_key() {
    var friends = path("ana") + "/friends/";
    var first = api.put(friends + "k1", body("Mira"));
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.text("email")).isEqualTo("mira@example.org");
    assertThat(api.put(friends + "k1", body("Mira")).status()).isEqualTo(200);
    var changed = asPerson("ana").put(friends + "k1", Map.of("name", "Mira O."));
    assertThat(changed.text("contact")).isEqualTo(first.text("contact"));
    assertThat(changed.text("phone")).isEqualTo("+43 1 000000");
    assertThat(api.put(friends + "k2", Map.of("name", " ")).problem()).isEqualTo("invalid-field");
    assertThat(api.put(friends + "k2", Map.of("name", "evil.com")).problem())
        .isEqualTo("invalid-field");
    assertThat(api.put(path("nobody") + "/friends/k", body("Mira")).status()).isEqualTo(404);
    assertThat(api.delete(friends + "k1").status()).isEqualTo(204);
    assertThat(api.delete(friends + "k1").status()).isEqualTo(204);
    assertThat(api.delete(friends + "k2").status()).isEqualTo(404);
    assertThat(contacts("ana")).isEmpty();
    assertThat(api.put(friends + "k1", body("Mira")).status()).isEqualTo(201);
  }

  @Test
  void nobody_else_sees_or_touches_a_friend_and_a_friend_is_no_member() {
    // Ben is registered: a friend of the same address is still somebody else.
    api.put(path("ana") + "/friends/k1", Map.of("name", "My Ben", "email", "ben@mail.example"));
    var friend = friend("ana", "My Ben");
    assertThat(friend).isNotEqualTo(personId("ben").toString());
    assertThat(asPerson("ben").put(path("ana") + "/friends/k1", body("X")).status()).isEqualTo(403);
    assertThat(asPerson("ben").delete(path("ben") + "/friends/k1").status()).isEqualTo(404);
    assertThat(asPerson("ben").put(path("ben") + "/contacts/" + friend, Map.of()).status())
        .isEqualTo(404);
    var log = Map.of("at", Instant.now().toString(), "kind", "call", "purpose", "greet");
    assertThat(
            asPerson("ben")
                .post(path("ben") + "/contacts/" + friend + "/interactions", log)
                .status())
        .isEqualTo(404);
    var bens = pagesOf("ben", "en");
    assertThat(bens.post("/my/contacts/friends/" + friend + "/remove").statusCode()).isEqualTo(404);
    assertThat(bens.post("/my/contacts/" + friend + "/notes", "notes", "x").statusCode())
        .isEqualTo(404);
    assertThat(bens.get("/my/contacts").body()).doesNotContain("My Ben");
    // Nobody can name them: not by their id, not by what they go by inside.
    var inside = stored(UUID.fromString(friend)).get("externalId", "");
    for (var name : List.of(friend, inside)) {
      assertThat(api.get("/people/" + segment(name)).status()).isBetween(404, 422);
    }
    announce(Instant.now().minusSeconds(60), Instant.now().plusSeconds(600), "open");
    assertThat(api.post(reports(), met("k", person("ana"), inside, Instant.now())).problem())
        .isEqualTo("invalid-field");
    assertThat(api.post(reports(), met("k", inside, person("ana"), Instant.now())).status())
        .isEqualTo(422);
    // A friend who was met is not removed by this door.
    assertThat(bens.post("/my/contacts/friends/" + personId("ana") + "/remove").statusCode())
        .isEqualTo(404);
  }

  @Test
  void friends_are_erased_with_their_owner() {
    api.put(path("ana") + "/friends/k1", body("Mira"));
    api.put(path("ana") + "/friends/k2", body("Jon"));
    var mira = UUID.fromString(friend("ana", "Mira"));
    var erasure = api.delete(path("ana")).text("erasure");
    await().atMost(PATIENCE).until(() -> stored(mira).getBoolean("erased", false));
    assertThat(stored(mira).keySet())
        .isSubsetOf("_id", "rev", "erased", "pendingRev", "pendingSince");
    // They show nothing without their people, and go at the first look.
    var contacts = database.getCollection("contacts");
    await()
        .atMost(PATIENCE)
        .until(() -> contacts.countDocuments(new Document("owner", personId("ana"))) == 0);
    // The others have erased the owner, and Mira is still with one of them.
    for (var service : List.of("events", "followup", "notification")) {
      erased(personId("ana"), service);
      erased(UUID.fromString(friendOf("ana", mira)), service);
    }
    await().atMost(PATIENCE).until(() -> services(erasure).path("notification").isString());
    assertThat(services(erasure).has("contacts")).isFalse();
    for (var service : List.of("events", "followup", "notification")) {
      erased(mira, service);
    }
    await()
        .atMost(PATIENCE)
        .until(() -> api.get("/erasures/" + erasure).text("state").equals("complete"));
    assertThat(api.put(path("ana") + "/friends/k1", body("Mira")).status()).isEqualTo(410);
  }

  /** The other friend's id, from the accounts of erasures. */
  private String friendOf(String name, UUID not) {
    return database
        .getCollection("erasures")
        .find(new Document("owner", personId(name)).append("person", new Document("$ne", not)))
        .first()
        .get("person", UUID.class)
        .toString();
  }

  private JsonNode services(String erasure) {
    return api.get("/erasures/" + erasure).body().path("services");
  }

  private void erased(UUID person, String service) {
    TOPICS.say(
        "person-erased",
        person,
        Map.of("person", person, "service", service, "rev", 2, "at", Instant.now().toString()));
  }

  private Document stored(UUID id) {
    return database.getCollection("people").find(new Document("_id", id)).first();
  }

  private List<JsonNode> contacts(String name) {
    return api.get(path(name) + "/contacts").items("items");
  }

  private String friend(String name, String called) {
    return contacts(name).stream()
        .filter(contact -> contact.path("name").asString("").equals(called))
        .filter(contact -> contact.path("friend").asBoolean())
        .map(contact -> contact.path("contact").asString())
        .findFirst()
        .orElseThrow();
  }

  private static String bring(Web own, String file) {
    return own.file(
            "/my/contacts/friends/import", file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .body();
  }

  private static String[] filled(String name, String email) {
    return new String[] {
      "name",
      name,
      "email",
      email,
      "phone",
      "",
      "organisation",
      "",
      "notes",
      "Knows trains",
      "tags",
      "school, choir"
    };
  }

  private static Map<String, Object> body(String name) {
    return Map.of("name", name, "email", "mira@example.org", "phone", "+43 1 000000");
  }

  private String take(String name, String format) {
    return pagesOf(name, "en").get("/my/contacts/data/contacts." + format).body();
  }

  private String path(String name) {
    return "/people/" + segment(person(name));
  }
}
