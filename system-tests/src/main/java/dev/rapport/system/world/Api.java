package dev.rapport.system.world;

import dev.rapport.system.ledger.Act;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The services' HTTP APIs as one conference uses them. */
public final class Api {

  private static final Duration TOKEN_KEPT = Duration.ofSeconds(60);

  private record Token(String text, Instant until) {}

  private final World world;
  private final Web web;
  private final String organiser;
  private final String event;
  private final Map<Map<String, Object>, Token> tokens = new ConcurrentHashMap<>();

  public Api(World world, Web web, String label) {
    this.world = world;
    this.web = web;
    organiser = "organiser-" + label;
    event = "event-" + label;
  }

  public Answer people(List<Map<String, Object>> people) {
    return call("POST", world.contacts(), "/people", Map.of("people", people), platform());
  }

  public Answer person(String person, Map<String, Object> body) {
    return call("PUT", world.contacts(), "/people/" + person, body, platform());
  }

  public Answer consents(String person, List<Map<String, Object>> consents) {
    return call(
        "POST",
        world.contacts(),
        "/people/" + person + "/consents",
        Map.of("consents", consents),
        platform());
  }

  /** What a person notes about one of their contacts, for their own eyes. */
  public Answer note(String person, UUID contact, String notes) {
    return call(
        "PUT",
        world.contacts(),
        "/people/" + person + "/contacts/" + contact,
        Map.of("notes", notes),
        ofPerson(person));
  }

  /** The same with tags. */
  public Answer note(String person, UUID contact, String notes, List<String> tags) {
    return call(
        "PUT",
        world.contacts(),
        "/people/" + person + "/contacts/" + contact,
        Map.of("notes", notes, "tags", tags),
        ofPerson(person));
  }

  /** A person was in touch with a contact. */
  public Answer interaction(
      String person, UUID contact, String key, Instant at, String kind, String purpose) {
    return call(
        "POST",
        world.contacts(),
        "/people/" + person + "/contacts/" + contact + "/interactions",
        Map.of("key", key, "at", at.toString(), "kind", kind, "purpose", purpose),
        ofPerson(person));
  }

  /** How often a person wants to be in touch with a contact. */
  public Answer cadence(String person, UUID contact, int days) {
    return call(
        "PUT",
        world.followup(),
        "/people/" + person + "/ties/" + contact + "/cadence",
        Map.of("days", days),
        ofPerson(person));
  }

  /** The first page of everything that a person has to do. */
  public Answer due(String person) {
    return call(
        "GET", world.followup(), "/people/" + person + "/due?limit=100", null, ofPerson(person));
  }

  public Answer erase(String person) {
    return call("DELETE", world.contacts(), "/people/" + person, null, platform());
  }

  public Answer erasure(String erasure) {
    return call("GET", world.contacts(), "/erasures/" + erasure, null, platform());
  }

  public Answer putEvent(Map<String, Object> body) {
    return call("PUT", world.events(), ofEvent(""), body, organiser());
  }

  /** The event with its coverage. */
  public Answer getEvent() {
    return call("GET", world.events(), ofEvent(""), null, organiser());
  }

  public Answer plans(List<Map<String, Object>> plans) {
    return call("POST", world.events(), ofEvent("/plans"), Map.of("plans", plans), platform());
  }

  /** A person's plan, and how far it is. */
  public Answer plan(String person) {
    return call("GET", world.events(), ofEvent("/plans/" + person), null, platform());
  }

  /** Whom a connector could bring together. */
  public Answer introductions(String person) {
    return call(
        "GET",
        world.events(),
        ofEvent("/people/" + person + "/introductions"),
        null,
        ofPerson(person));
  }

  /** How people meet at the event, as numbers. */
  public Answer insight() {
    return call("GET", world.events(), ofEvent("/insight"), null, organiser());
  }

  /** What sensors saw: people near each other for some time. */
  public Answer sensed(List<Map<String, Object>> intervals) {
    return call(
        "POST", world.contacts(), ofEvent("/sensed"), Map.of("intervals", intervals), platform());
  }

  /** Whom a person may have met, as far as sensors know. */
  public Answer suggestions(String person) {
    return call(
        "GET",
        world.contacts(),
        "/people/" + person + "/suggestions?limit=500",
        null,
        ofPerson(person));
  }

  /** Says that they met, or that they did not. */
  public Answer answerSuggestion(String person, UUID suggestion, boolean met) {
    return call(
        "POST",
        world.contacts(),
        "/people/%s/suggestions/%s/%s".formatted(person, suggestion, met ? "confirm" : "dismiss"),
        null,
        ofPerson(person));
  }

  /** Holds the event's sending, or lets it go on. */
  public Answer sending(boolean held) {
    return call("POST", world.events(), ofEvent(held ? "/hold" : "/resume"), null, organiser());
  }

  public Answer attendances(List<Map<String, Object>> attendances) {
    return call(
        "POST",
        world.events(),
        ofEvent("/attendances"),
        Map.of("attendances", attendances),
        organiser());
  }

  public Answer attendance(String person, Map<String, Object> body) {
    return call("PUT", world.events(), ofEvent("/attendances/" + person), body, organiser());
  }

  public Answer report(Map<String, Object> report) {
    return call("POST", world.contacts(), ofEvent("/reports"), report, organiser());
  }

  public Answer reports(List<Map<String, Object>> reports) {
    return call(
        "POST",
        world.contacts(),
        ofEvent("/reports/batch"),
        Map.of("reports", reports),
        organiser());
  }

  public Answer undo(String report) {
    return call("DELETE", world.contacts(), ofEvent("/reports/" + report), null, organiser());
  }

  /** One page of the event's follow-ups. */
  public Answer followUps(@Nullable String cursor) {
    String page = "/follow-ups?limit=500" + (cursor == null ? "" : "&cursor=" + encoded(cursor));
    return call("GET", world.followup(), ofEvent(page), null, platform());
  }

  public Answer act(String person, UUID followUp, Act act) {
    return call(
        "POST",
        world.followup(),
        "/people/%s/follow-ups/%s/%s".formatted(person, followUp, act.word()),
        null,
        ofPerson(person));
  }

  /** What a person answers in the platform's app to what they were invited to. */
  public Answer answer(String person, UUID followUp, Act act) {
    return call(
        "POST",
        world.followup(),
        "/people/%s/invitations/%s/%s".formatted(person, followUp, act.word()),
        null,
        ofPerson(person));
  }

  /** A link that opens a person's own pages once. */
  public Answer pageLink(String person) {
    return call(
        "POST", world.notification(), "/people/" + person + "/page-links", null, platform());
  }

  /** One page of what was sent to a person. */
  public Answer notifications(String person, @Nullable String cursor) {
    String page = "?limit=500" + (cursor == null ? "" : "&cursor=" + encoded(cursor));
    return call(
        "GET",
        world.notification(),
        "/people/" + person + "/notifications" + page,
        null,
        platform());
  }

  /** One notification with its log, whoever it went to. */
  public Answer notification(UUID notification) {
    return call("GET", world.notification(), "/notifications/" + notification, null, platform());
  }

  private String ofEvent(String rest) {
    return "/organisers/" + organiser + "/events/" + event + rest;
  }

  private Map<String, Object> organiser() {
    return Map.of("scope", "organiser", "organiser", organiser);
  }

  private static Map<String, Object> ofPerson(String person) {
    return Map.of("scope", "person", "person", person);
  }

  private static Map<String, Object> platform() {
    return Map.of("scope", "platform");
  }

  private Answer call(
      String method, URI base, String path, @Nullable Object body, Map<String, Object> claims) {
    return web.json(method, URI.create(base + path), token(claims), body);
  }

  private String token(Map<String, Object> claims) {
    Instant now = world.time().machineNow();
    Token token = tokens.get(claims);
    if (token == null || token.until.isBefore(now)) {
      token = new Token(world.tokens().apply(claims), now.plus(TOKEN_KEPT));
      tokens.put(claims, token);
    }
    return token.text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
