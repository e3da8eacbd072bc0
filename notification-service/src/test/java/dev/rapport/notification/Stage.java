package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.local.LocalParts;
import dev.rapport.messaging.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** People, an event, asks and cancels, as the other services say them; and the answers. */
final class Stage {

  static final LocalParts PARTS = LocalParts.start();
  static final String DATABASE = "notification-" + UUID.randomUUID();

  /** Event time runs a thousand times as fast from here on: a day takes a minute and a half. */
  static final Instant ANCHOR = Instant.now();

  static final double SPEED = 1_000;
  static final String KEY = "a test installation's key, long enough";
  private static final Ids IDS = new Ids(KEY);

  static final MailServer MAIL = new MailServer();
  static final Broker BROKER;

  static {
    PARTS.createAllTopics();
    BROKER =
        new Broker(
            PARTS,
            "notification-settled",
            "person-erased",
            "followup-due.notification-service.dlt",
            "person-changed.notification-service.dlt",
            "event-changed.notification-service.dlt");
  }

  final UUID event = UUID.randomUUID();

  /** Somebody who agreed to everything. */
  record Someone(UUID id, String externalId, String address) {

    Someone at(String newAddress) {
      return new Someone(id, externalId, newAddress);
    }
  }

  Stage() {
    sendFrom("hello@pycon.example", 1);
  }

  /** The event's mails come from this address from now on. */
  void sendFrom(String address, long rev) {
    say(address, rev, false);
  }

  /** Another event that its organiser calls so. */
  void named(String organiser, String externalId) {
    var id = IDS.of("event", organiser, externalId);
    var sender = Map.of("name", "PyCon", "address", "hello@pycon.example");
    var value =
        Map.of(
            "event",
            id,
            "rev",
            1,
            "name",
            "PyCon",
            "zone",
            "Europe/Vienna",
            "sender",
            sender,
            "organiser",
            organiser,
            "externalId",
            externalId);
    BROKER.say("event-changed", id, value, 1);
  }

  /** The event's organiser holds the sending, or lets it go on. */
  void hold(boolean held, long rev) {
    say("hello@pycon.example", rev, held);
  }

  private void say(String address, long rev, boolean held) {
    var sender = Map.of("name", "PyCon", "address", address);
    var value =
        Map.of(
            "event",
            event,
            "rev",
            rev,
            "name",
            "PyCon",
            "zone",
            "Europe/Vienna",
            "sender",
            sender,
            "held",
            held);
    BROKER.say("event-changed", event, value, rev);
  }

  /** How much event time this much machine time is. */
  static Duration event(Duration machine) {
    return machine.multipliedBy((long) SPEED);
  }

  private static Instant now() {
    return ANCHOR.plus(event(Duration.between(ANCHOR, Instant.now())));
  }

  static Someone unheard() {
    var externalId = "x-" + UUID.randomUUID();
    var id = IDS.of("person", externalId, 1);
    return new Someone(id, externalId, "p" + id + "@mail.example");
  }

  Someone person(String name) {
    var someone = unheard();
    say(someone, name, 1, true, true);
    return someone;
  }

  void say(Someone who, String name, long rev, boolean writes, boolean receives) {
    say(who, name, "en", rev, writes, receives);
  }

  void say(Someone who, String name, String locale, long rev, boolean writes, boolean receives) {
    say(who, name, locale, rev, writes, receives, Map.of());
  }

  /** Somebody who agreed to everything and wants to be followed up by these channels. */
  Someone reachableBy(String name, @Nullable String mastodon, String... channels) {
    var someone = unheard();
    say(someone, name, "en", 1, true, true, wishes(mastodon, channels));
    return someone;
  }

  static Map<String, Object> wishes(@Nullable String mastodon, String... channels) {
    return mastodon == null
        ? Map.of("channels", List.of(channels))
        : Map.of("channels", List.of(channels), "profiles", Map.of("mastodon", mastodon));
  }

  void say(
      Someone who,
      String name,
      String locale,
      long rev,
      boolean writes,
      boolean receives,
      Map<String, Object> more) {
    var value = new HashMap<String, Object>();
    value.put("person", who.id());
    value.put("rev", rev);
    value.put("generation", 1);
    value.put("externalId", who.externalId());
    value.put("name", name);
    value.put("email", who.address());
    value.put("locale", locale);
    value.put(
        "consents",
        List.of(
            consent("writeInMyName", writes, rev), consent("receiveInvitations", receives, rev)));
    value.putAll(more);
    BROKER.say("person-changed", who.id(), value, rev);
  }

  private static Map<String, Object> consent(String purpose, boolean given, long rev) {
    return Map.of(
        "purpose",
        purpose,
        "given",
        given,
        "at",
        Instant.parse("2026-01-01T00:00:00Z").plusSeconds(rev));
  }

  /** An ask with one item. */
  record Ask(
      UUID notification,
      Someone recipient,
      UUID followUp,
      Someone other,
      String purpose,
      LocalDate slot) {

    Ask with(UUID newFollowUp, Someone newOther) {
      return new Ask(notification, recipient, newFollowUp, newOther, purpose, slot);
    }

    Ask on(LocalDate day) {
      return new Ask(notification, recipient, followUp, other, purpose, day);
    }
  }

  static Ask invite(Someone recipient, Someone owner) {
    return ask(recipient, owner, "invite");
  }

  static Ask list(Someone owner, Someone contact) {
    return ask(owner, contact, "list");
  }

  static Ask connect(Someone recipient, Someone owner) {
    return ask(recipient, owner, "connect");
  }

  static Ask welcome(Someone attendee) {
    return ask(attendee, attendee, "welcome");
  }

  private static Ask ask(Someone recipient, Someone other, String purpose) {
    var today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
    return new Ask(UUID.randomUUID(), recipient, UUID.randomUUID(), other, purpose, today);
  }

  void ask(Ask ask) {
    ask(ask, 1, Duration.ofSeconds(-1), Duration.ofDays(3));
  }

  void askOfKind(String kind, Ask ask) {
    var value = due(kind, ask, Map.of("followUp", ask.followUp(), "rev", 1));
    BROKER.say("followup-due", ask.recipient().id(), value, 0);
  }

  /** An ask that names its item twice. */
  void askTwice(Ask ask) {
    var item = item(ask, 1);
    var value = due("ask", ask, item);
    value.put("items", List.of(item, item));
    value.put("window", Map.of("from", now(), "to", now().plusSeconds(3_600)));
    value.put("sendAt", now());
    BROKER.say("followup-due", ask.recipient().id(), value, 0);
  }

  /** Asks for a mail from now plus the one to now plus the other. */
  void ask(Ask ask, long rev, Duration from, Duration to) {
    ask(ask, rev, from, to, Map.of());
  }

  /** The same with what there is to say beside the meeting. */
  void ask(Ask ask, long rev, Duration from, Duration to, Map<String, Object> more) {
    var now = now();
    var item = new LinkedHashMap<>(item(ask, rev));
    item.putAll(more);
    var value = due("ask", ask, item);
    value.put("window", Map.of("from", now.plus(from), "to", now.plus(to)));
    value.put("sendAt", now.plus(from));
    BROKER.say("followup-due", ask.recipient().id(), value, 0);
  }

  private Map<String, Object> item(Ask ask, long rev) {
    var now = now();
    var item = new LinkedHashMap<String, Object>();
    item.put("followUp", ask.followUp());
    item.put("rev", rev);
    item.put("event", event);
    if (ask.purpose().equals("welcome")) {
      return item;
    }
    item.put("person", ask.other().id());
    item.put("firstMet", now.minusSeconds(7_200));
    item.put("lastMet", now.minusSeconds(3_600));
    item.put("how", "faceToFace");
    item.put("reportedBy", "owner");
    item.put("automatic", true);
    return item;
  }

  void cancel(Ask ask, long rev) {
    var value = due("cancel", ask, Map.of("followUp", ask.followUp(), "rev", rev));
    BROKER.say("followup-due", ask.recipient().id(), value, 0);
  }

  private static Map<String, Object> due(String kind, Ask ask, Map<String, Object> item) {
    var value = new LinkedHashMap<String, Object>();
    value.put("kind", kind);
    value.put("notification", ask.notification());
    value.put("recipient", ask.recipient().id());
    value.put("purpose", ask.purpose());
    value.put("slot", ask.slot().toString());
    value.put("items", List.of(item));
    return value;
  }

  /** How often a follow-up was answered with each result. */
  static Map<String, Integer> answers(UUID followUp) {
    var counts = new HashMap<String, Integer>();
    for (var message : BROKER.values("notification-settled")) {
      for (var item : message.get("items")) {
        if (item.get("followUp").asString().equals(followUp.toString())) {
          counts.merge(item.get("result").asString(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  /** How a notification was answered last. */
  static JsonNode settled(UUID notification) {
    return BROKER.values("notification-settled").stream()
        .filter(m -> m.get("notification").asString().equals(notification.toString()))
        .reduce((older, newer) -> newer)
        .orElseThrow();
  }

  static @Nullable String answer(UUID followUp) {
    var answers = answers(followUp);
    if (answers.size() > 1) {
      throw new AssertionError("Answered in two ways: " + answers);
    }
    return answers.keySet().stream().findFirst().orElse(null);
  }

  static void awaitAnswer(UUID followUp, String result) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(answer(followUp)).isEqualTo(result));
  }

  static void awaitAnswers(UUID followUp, String result, int atLeast) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(answers(followUp).getOrDefault(result, 0))
                    .isGreaterThanOrEqualTo(atLeast));
    assertThat(answers(followUp)).containsOnlyKeys(result);
  }

  /** Waits until the service takes asks: one that has just started hears nothing yet. */
  void awaitHearing() {
    var nothing = invite(person("Nobody"), person("Nobody"));
    cancel(nothing, 1);
    awaitAnswer(nothing.followUp(), "cancelled");
  }

  static void awaitDeadLetters(String topic, Object key, int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(BROKER.records(topic + ".notification-service.dlt"))
                    .filteredOn(
                        r -> key.toString().equals(new String(r.key(), StandardCharsets.UTF_8)))
                    .hasSize(count)
                    .allSatisfy(r -> assertThat(r.headers().lastHeader("dlt_reason")).isNotNull()));
  }
}
