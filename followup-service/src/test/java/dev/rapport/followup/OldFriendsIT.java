package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OldFriendsIT extends ServiceIT {

  private UUID mira;

  @BeforeEach
  void ana_has_an_old_friend() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    conference.registers("ana", List.of(), "nurture");
    mira = ids.of("friend", conference.person("ana"));
    conference.say(
        "person-changed",
        mira,
        Map.of(
            "person",
            mira,
            "rev",
            1,
            "generation",
            1,
            "externalId",
            "friend\t" + conference.person("ana") + "\t" + mira,
            "name",
            "Mira Okafor",
            "locale",
            "en",
            "consents",
            List.of(),
            "knownTo",
            conference.person("ana")));
    await().until(() -> platform().get(tie("ana")).status() == 200);
  }

  @Test
  void an_old_friend_comes_onto_the_list_of_who_knows_them() {
    CLOCK.set(conference.ends);
    keeps("ana", 200);
    CLOCK.set(conference.ends.plus(Duration.ofDays(15)));
    await()
        .untilAsserted(
            () ->
                assertThat(platform().get("/people/" + conference.external("ana") + "/due").body())
                    .asString()
                    .contains("Mira Okafor"));
    assertThat(platform().open("/my/follow-ups/ties?search=mira", cookie("ana")).body())
        .contains("Mira Okafor");
    // Nothing is ever asked for in their name or to them.
    assertThat(database.getCollection("followUps").countDocuments(new Document("contact", mira)))
        .isZero();
    assertThat(conference.asksFor("ben")).noneMatch(ask -> ask.toString().contains("" + mira));
  }

  @Test
  void nobody_else_finds_an_old_friend() {
    keeps("ben", 404);
    assertThat(platform().get(tie("ben")).status()).isEqualTo(404);
    assertThat(platform().open("/my/follow-ups/ties?search=mira", cookie("ben")).body())
        .doesNotContain("Mira Okafor");
  }

  @Test
  void a_removed_friend_leaves_no_tie() {
    keeps("ana", 200);
    BROKER.bury("person-changed", mira, 2);
    var ties = new Document("contact", mira);
    await().until(() -> database.getCollection("ties").countDocuments(ties) == 0);
    assertThat(platform().get(tie("ana")).status()).isEqualTo(410);
  }

  private void keeps(String owner, int status) {
    assertThat(platform().put(tie(owner) + "/cadence", Map.of("days", 14)).status())
        .isEqualTo(status);
  }

  private String tie(String owner) {
    return "/people/%s/ties/%s".formatted(conference.external(owner), mira);
  }

  private String cookie(String name) {
    return KEYS.cookie(conference.person(name), "en");
  }
}
