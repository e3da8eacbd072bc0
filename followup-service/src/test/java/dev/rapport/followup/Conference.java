package dev.rapport.followup;

import dev.rapport.messaging.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One conference as contacts-service, events-service and notification-service tell of it. */
final class Conference {

  final String organiser;
  final String externalId;
  final UUID event;

  /** Noon, in UTC, of its first day, when people meet. */
  final Instant noon;

  /** When the reports of what is said from now on arrived. */
  Instant reported;

  /** 16:00Z of its second day, which is 17:00 in its zone. */
  final Instant ends;

  private final Broker broker;
  private final Ids ids;
  private final String peopleOf;
  private final Map<Object, Long> revs;
  private final List<Runnable> said = new ArrayList<>();

  Conference(Broker broker, Ids ids, Instant season) {
    this(broker, ids, season, UUID.randomUUID().toString().substring(0, 8), null);
  }

  private Conference(
      Broker broker, Ids ids, Instant season, String name, @Nullable Conference former) {
    this.peopleOf = former == null ? "event-" + name : former.peopleOf;
    this.revs = former == null ? new HashMap<>() : former.revs;
    this.broker = broker;
    this.ids = ids;
    this.organiser = "organiser-" + name;
    this.externalId = "event-" + name;
    this.event = ids.of("event", organiser, externalId);
    this.noon = season.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(10).plusHours(12));
    this.ends = noon.plus(Duration.ofHours(28));
    this.reported = noon.plusSeconds(5);
  }

  /** Another one, with the same people, three weeks later. */
  Conference next() {
    var name = UUID.randomUUID().toString().substring(0, 8);
    return new Conference(broker, ids, noon.plus(Duration.ofDays(11)), name, this);
  }

  /** Says in which role somebody attends. */
  void attends(String name, String role) {
    attends(name, role, false);
  }

  String external(String name) {
    return name + "@" + peopleOf;
  }

  UUID person(String name) {
    return ids.of("person", external(name), 1);
  }

  UUID followUp(String owner, String contact) {
    return ids.of("follow-up", event, person(owner), person(contact));
  }

  void isAnnounced() {
    isAnnounced(ends, "open");
  }

  void isAnnounced(Instant ending, String state) {
    var rev = next(event);
    say("event-changed", event, eventChanged(ending, state, rev, rev));
  }

  /** Its organiser holds the sending, or lets it go on. */
  void isHeld(boolean held, long rev) {
    var changed = eventChanged(ends, "ended", rev, 1);
    changed.put("held", held);
    say("event-changed", event, changed);
  }

  private Map<String, Object> eventChanged(Instant ending, String state, long rev, long policyRev) {
    var changed = new HashMap<String, Object>();
    changed.put("event", event);
    changed.put("rev", rev);
    changed.put("policyRev", policyRev);
    changed.put("organiser", organiser);
    changed.put("externalId", externalId);
    changed.put("name", "Autumn Congress <2026>");
    changed.put("starts", noon.minus(Duration.ofHours(5)));
    changed.put("ends", ending);
    changed.put("zone", "Africa/Lagos");
    changed.put("sender", Map.of("name", "Congress", "address", "hello@congress.example"));
    changed.put(
        "policy",
        Map.of(
            "followUpWithin", "PT168H",
            "lateGrace", "PT24H",
            "reportsUntil", "PT720H",
            "wakingFrom", "09:00",
            "wakingTo", "20:00",
            "listDays", List.of(0, 2, 5)));
    changed.put("state", state);
    return changed;
  }

  /** The start of a UTC day, counted from the day on which it ends. */
  Instant dayAfter(int days) {
    return ends.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(days));
  }

  /** When all that was met at noon has to be settled. */
  Instant deadline() {
    return noon.plus(Duration.ofDays(7));
  }

  void isCancelled() {
    var rev = next(event);
    say("event-changed", event, eventChanged(ends, "cancelled", rev, 1));
  }

  /** Registers people who agree to everything. */
  void has(String... names) {
    for (var name : names) {
      registers(name, true, true);
    }
  }

  void registers(String name, boolean writes, boolean receives) {
    registers(name, "en", writes, receives);
  }

  void registers(String name, String locale, boolean writes, boolean receives) {
    registers(
        name, locale, List.of(), consent("writeInMyName", writes, "receiveInvitations", receives));
  }

  /** Registers somebody who receives, and wants it by these channels in this order. */
  void wishes(String name, List<String> channels) {
    registers(name, "en", List.of(), channels, Map.of("receiveInvitations", true));
  }

  /** Registers somebody who cares about these topics and agrees to these purposes, always. */
  void registers(String name, List<String> interests, String... purposes) {
    var consents = new HashMap<String, Boolean>();
    List.of(purposes).forEach(purpose -> consents.put(purpose, true));
    registers(name, "en", interests, consents);
  }

  private static Map<String, Boolean> consent(
      String one, boolean isOne, String other, boolean isOther) {
    return Map.of(one, isOne, other, isOther);
  }

  private void registers(
      String name, String locale, List<String> interests, Map<String, Boolean> said) {
    registers(name, locale, interests, List.of(), said);
  }

  private void registers(
      String name,
      String locale,
      List<String> interests,
      List<String> channels,
      Map<String, Boolean> said) {
    var id = person(name);
    var rev = next(id);
    var at = noon.minus(Duration.ofDays(9)).plusSeconds(rev);
    var consents = new ArrayList<Map<String, Object>>();
    said.forEach(
        (purpose, given) -> {
          var word = new HashMap<String, Object>();
          word.put("purpose", purpose);
          word.put("given", given);
          word.put("at", at);
          if (purpose.equals("writeInMyName")) {
            word.put("event", event);
          }
          consents.add(word);
        });
    var person = new HashMap<String, Object>();
    person.put("person", id);
    person.put("rev", rev);
    person.put("generation", 1);
    person.put("externalId", external(name));
    person.put("name", "Dr. " + name + " <b>");
    person.put("email", name + "@mail.example");
    person.put("locale", locale);
    person.put("zone", "Africa/Lagos");
    person.put("interests", interests);
    person.put("channels", channels);
    person.put(
        "profiles",
        Map.of(
            "mastodon", name + "@social.example",
            "linkedin", "https://linkedin.example/in/" + name));
    person.put("consents", consents);
    say("person-changed", id, person);
  }

  /** The owner was in touch with a contact. */
  void logs(String owner, String contact, String purpose, Instant at) {
    logs(owner, contact, "call", purpose, at);
  }

  /** Two met outside any event, as one of them logged it. */
  void meetOutside(String owner, String contact, Instant at) {
    logs(owner, contact, "met", "greet", at);
  }

  private void logs(String owner, String contact, String kind, String purpose, Instant at) {
    var logged = new HashMap<String, Object>();
    logged.put("interaction", ids.of("interaction", person(owner), person(contact), at));
    logged.put("owner", person(owner));
    logged.put("contact", person(contact));
    logged.put("rev", 1);
    logged.put("at", at);
    logged.put("kind", kind);
    logged.put("purpose", purpose);
    say("interaction-logged", person(owner), logged);
  }

  /** A connector could bring two people together on the event's first day. */
  UUID suggests(String connector, String one, String other) {
    var id = ids.of("introduction", event, person(connector), person(one), person(other));
    say(
        "introduction-suggested",
        person(connector),
        Map.of(
            "introduction", id,
            "connector", person(connector),
            "one", person(one),
            "other", person(other),
            "event", event,
            "day", noon.toString().substring(0, 10),
            "rev", 1,
            "topics", List.of("Jazz")));
    return id;
  }

  /** Announces that somebody comes, or not after all. */
  void attends(String name, boolean cancelled) {
    attends(name, "attendee", cancelled);
  }

  private void attends(String name, String role, boolean cancelled) {
    var attendance = attendance(name);
    var changed = new HashMap<String, Object>();
    changed.put("attendance", attendance);
    changed.put("event", event);
    changed.put("person", person(name));
    changed.put("rev", next(attendance));
    changed.put("badges", List.of());
    changed.put("newcomer", false);
    changed.put("role", role);
    changed.put("cancelled", cancelled);
    say("attendance-changed", attendance, changed);
  }

  UUID attendance(String name) {
    return ids.of("attendance", event, person(name));
  }

  void erases(String name) {
    var rev = next(person(name));
    again(() -> broker.bury("person-changed", person(name), rev));
  }

  /** Both report that they met at noon. */
  void meet(String one, String other) {
    meet(one, other, "both", "both", true);
  }

  /** Only the first of them reports it. */
  void scans(String one, String other) {
    meet(one, other, "owner", "contact", true);
  }

  void meet(String one, String other, String byOne, String byOther, boolean counts) {
    met(one, other, byOne, byOther, counts ? null : "undone");
  }

  /** contacts-service has heard that one blocks the other. */
  void parts(String one, String other) {
    met(one, other, "both", "both", "blocked");
  }

  private void met(
      String one, String other, String byOne, String byOther, @Nullable String notCounted) {
    var meeting = ids.of("meeting", event, person(one), person(other));
    var rev = next(meeting);
    met(meeting, one, other, byOne, notCounted, rev);
    met(meeting, other, one, byOther, notCounted, rev);
  }

  private void met(
      UUID meeting, String owner, String contact, String by, @Nullable String not, long rev) {
    var met = new HashMap<String, Object>();
    met.put("meeting", meeting);
    met.put("owner", person(owner));
    met.put("contact", person(contact));
    met.put("event", event);
    met.put("rev", rev);
    met.put("firstMet", noon);
    met.put("lastMet", noon);
    met.put("reportedAt", reported);
    met.put("how", "faceToFace");
    met.put("reportedBy", by);
    met.put("counts", not == null);
    if (not != null) {
      met.put("reason", not);
    }
    say("contact-met", person(owner), met);
  }

  /** What is asked of notification-service for this person. */
  List<JsonNode> asksFor(String name) {
    return broker.values("followup-due", person(name));
  }

  /** The same ask as if it named one follow-up only. */
  JsonNode only(JsonNode ask, UUID followUp) {
    var one = ((ObjectNode) ask).deepCopy();
    var items = one.putArray("items");
    ask.path("items")
        .valueStream()
        .filter(i -> i.path("followUp").asString().equals(followUp.toString()))
        .forEach(items::add);
    return one;
  }

  /** notification-service answers all of an ask's items alike. */
  void answers(JsonNode ask, String result, Instant at) {
    say("notification-settled", ask.path("recipient").asString(), answer(ask, result, at));
  }

  /** The same of what went by another channel than mail. */
  void answers(JsonNode ask, String result, String channel, Instant at) {
    var answer = new HashMap<>(answer(ask, result, at));
    answer.put("channel", channel);
    say("notification-settled", ask.path("recipient").asString(), answer);
  }

  static Map<String, Object> answer(JsonNode ask, String result, Instant at) {
    var items = new ArrayList<Map<String, Object>>();
    ask.path("items")
        .forEach(
            item ->
                items.add(
                    Map.of(
                        "followUp", item.path("followUp").asString(),
                        "rev", item.path("rev").asLong(),
                        "result", result)));
    return Map.of(
        "notification",
        ask.path("notification").asString(),
        "recipient",
        ask.path("recipient").asString(),
        "purpose",
        ask.path("purpose").asString(),
        "items",
        items,
        "channel",
        "email",
        "at",
        at);
  }

  /** Everything that the others said of this conference, once more and in the same order. */
  void repeatsItself() {
    List.copyOf(said).forEach(Runnable::run);
  }

  void say(String topic, Object key, Map<String, ?> value) {
    again(() -> broker.say(topic, key, value));
  }

  private void again(Runnable word) {
    said.add(word);
    word.run();
  }

  private long next(Object id) {
    return revs.merge(id, 1L, Long::sum);
  }
}
