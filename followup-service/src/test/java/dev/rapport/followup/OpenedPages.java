package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.access.ActionToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Links in mails, and the pages behind them as a reader sees and uses them. */
abstract class OpenedPages extends ServiceIT {

  /** Ana's invite has reached Ben; returns the link in it. */
  String inviteToBen(String locale) {
    return inviteToBen("ana", locale);
  }

  String inviteToBen(String owner, String locale) {
    var ask = askToBen(owner, locale);
    conference.answers(ask, "delivered", conference.ends);
    awaitState("settled", owner, "ben");
    return link(ask, "answer", "invite");
  }

  JsonNode askToBen(String owner, String locale) {
    conference.isAnnounced();
    conference.has(owner);
    conference.registers("ben", locale, false, true);
    CLOCK.set(conference.noon);
    conference.meet(owner, "ben");
    awaitState("scheduled", owner, "ben");
    awaitState("waiting", "ben", owner);
    CLOCK.set(conference.ends);
    return awaitAsk("ben", "invite", conference.dayAfter(0));
  }

  String link(JsonNode ask, String action, String purpose) {
    return KEYS.link(
        new ActionToken(
            UUID.fromString(ask.path("notification").asString()),
            UUID.fromString(ask.path("recipient").asString()),
            action,
            purpose,
            conference.deadline().plus(Duration.ofDays(30))));
  }

  /** The page of somebody's list, by a link of any of their list mails. */
  String listOf(String name) {
    return KEYS.link(
        new ActionToken(
            UUID.randomUUID(),
            conference.person(name),
            "list",
            "list",
            conference.deadline().plus(Duration.ofDays(30))));
  }

  String actPath(String owner, String contact, String act) {
    return "/people/%s/follow-ups/%s/%s"
        .formatted(conference.external(owner), id(owner, contact), act);
  }

  ActionToken token(Instant expires) {
    return new ActionToken(
        UUID.randomUUID(), conference.person("ben"), "answer", "invite", expires);
  }

  UUID id(String owner, String contact) {
    return conference.followUp(owner, contact);
  }

  String page(String link) {
    var response = platform().open(link);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  String act(String link, String item, String act) {
    return act(link, item, shown(page(link)), act);
  }

  String act(String link, String item, String shown, String act) {
    var form = Map.of("item", item, "shown", shown, "act", act);
    var response = platform().submit(link, form);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  static String shown(String page) {
    return Pattern.compile("data-item=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .map(item -> item.group(1))
        .collect(Collectors.joining(","));
  }
}
