package dev.rapport.contacts.report;

import static dev.rapport.contacts.Api.met;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiftedBlocksIT extends ServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Instant noon = Instant.now().minusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
  private final UUID adas = UUID.randomUUID();
  private final UUID bobs = UUID.randomUUID();

  @Test
  void a_lifted_block_leaves_what_was_and_counts_what_is_reported_from_then_on() {
    var body = met("k1", person("ada"), person("bob"), noon);
    api.post(reports(), body);
    settled("ada", "bob", adas, 3, "blocked");
    awaitReason("ada", "bob", "blocked");
    settled("ada", "bob", adas, 4, "none");
    awaitHeld("ada", "bob", false);
    assertThat(reason("ada", "bob")).isEqualTo("blocked");
    // The same scan again is no meeting; a new one is.
    api.post(reports(), body);
    assertThat(reason("ada", "bob")).isEqualTo("blocked");
    api.post(reports(), met("k2", person("bob"), person("ada"), noon));
    assertThat(reason("ada", "bob")).isNull();
  }

  @Test
  void two_who_block_each_other_are_parted_until_both_have_lifted_it() {
    api.post(reports(), met("k1", person("ada"), person("bob"), noon));
    settled("ada", "bob", adas, 3, "blocked");
    settled("bob", "ada", bobs, 5, "blocked");
    await().atMost(PATIENCE).until(() -> said("ada", "bob").size() == 2);
    settled("ada", "bob", adas, 4, "none");
    await().atMost(PATIENCE).until(() -> !isHeldBy("ada", "bob", adas));
    api.post(reports(), met("k2", person("ada"), person("bob"), noon));
    assertThat(reason("ada", "bob")).isEqualTo("blocked");
    settled("bob", "ada", bobs, 6, "none");
    awaitHeld("ada", "bob", false);
    api.post(reports(), met("k3", person("ada"), person("bob"), noon));
    assertThat(reason("ada", "bob")).isNull();
  }

  @Test
  void an_older_word_brings_no_lifted_block_back() {
    api.post(reports(), met("k1", person("ada"), person("bob"), noon));
    settled("ada", "bob", adas, 3, "blocked");
    awaitHeld("ada", "bob", true);
    settled("ada", "bob", adas, 4, "none");
    awaitHeld("ada", "bob", false);
    api.post(reports(), met("k2", person("ada"), person("bob"), noon));
    settled("ada", "bob", adas, 3, "blocked");
    // What is said later has been heard later.
    settled("ada", "bob", bobs, 1, "blocked");
    awaitHeld("ada", "bob", true);
    assertThat(isHeldBy("ada", "bob", adas)).isFalse();
  }

  @Test
  void a_block_of_which_nobody_knows_whose_it_is_holds_until_it_is_heard_of_again() {
    api.post(reports(), met("k1", person("ada"), person("bob"), noon));
    settled("ada", "bob", adas, 3, "blocked");
    awaitHeld("ada", "bob", true);
    var blocks = database.getCollection("blocks");
    var old = new Document("$unset", new Document("by", ""));
    blocks.updateOne(new Document("people", personId("ada")), old);
    settled("ada", "bob", bobs, 9, "accepted");
    settled("ada", "cid", UUID.randomUUID(), 1, "blocked");
    awaitHeld("ada", "cid", true);
    assertThat(isHeld("ada", "bob")).isTrue();
    api.post(reports(), met("k2", person("ada"), person("bob"), noon));
    assertThat(reason("ada", "bob")).isEqualTo("blocked");
    settled("ada", "bob", adas, 3, "blocked");
    settled("ada", "bob", adas, 4, "none");
    awaitHeld("ada", "bob", false);
  }

  private void settled(String owner, String contact, UUID followUp, long rev, String answer) {
    TOPICS.say(
        "followup-settled",
        personId(owner),
        Map.of(
            "followUp", followUp,
            "rev", rev,
            "event", eventId(),
            "owner", personId(owner),
            "contact", personId(contact),
            "at", noon.toString(),
            "answer", answer));
  }

  private void awaitReason(String one, String other, String reason) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(reason(one, other)).isEqualTo(reason));
  }

  private void awaitHeld(String one, String other, boolean held) {
    await().atMost(PATIENCE).until(() -> isHeld(one, other) == held);
  }

  private boolean isHeld(String one, String other) {
    var block = block(one, other);
    return block != null
        && (!block.containsKey("by")
            || said(one, other).values().stream().anyMatch(LiftedBlocksIT::isHeld));
  }

  private boolean isHeldBy(String one, String other, UUID followUp) {
    return isHeld(said(one, other).get(followUp.toString()));
  }

  private static boolean isHeld(@Nullable Object said) {
    return said instanceof Document document && document.getBoolean("held", false);
  }

  private Document said(String one, String other) {
    var block = block(one, other);
    return block == null ? new Document() : block.get("by", new Document());
  }

  private @Nullable Document block(String one, String other) {
    var both = List.of(personId(one), personId(other));
    return database
        .getCollection("blocks")
        .find(new Document("people", new Document("$all", both)))
        .first();
  }

  private @Nullable String reason(String one, String other) {
    var stored =
        database.getCollection("meetings").find(new Document("_id", meetingId(one, other))).first();
    return Objects.requireNonNull(stored).get("now", Document.class).getString("reason");
  }
}
