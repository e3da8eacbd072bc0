package dev.rapport.system.player;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Sensors tell what they saw; people say whether they met. */
final class Recalling {

  /** Forgotten meanwhile, or asked no more. */
  private static final Set<Integer> OVER = Set.of(404, 410);

  private final Api api;
  private final Ledger ledger;
  private final Instant midnight;
  private final Map<UUID, String> names = new ConcurrentHashMap<>();

  Recalling(Api api, Ledger ledger, Instant midnight) {
    this.api = api;
    this.ledger = ledger;
    this.midnight = midnight;
    ledger.all(Entry.Registered.class).forEach(r -> names.put(r.id(), r.person()));
  }

  void upload(List<Step.Near> near) {
    Answer answer = api.sensed(near.stream().map(this::interval).toList());
    if (!answer.ok()) {
      refused(answer, "POST sensed");
      return;
    }
    long noted = 0;
    for (JsonNode line : answer.json().path("results")) {
      if (line.path("status").asInt() / 100 != 2) {
        refused(answer, "A line of sensed");
      } else if (line.path("state").asString("").equals("noted")) {
        noted++;
      }
    }
    ledger.write(new Entry.Sensed(answer.when(), noted));
  }

  /** Two of three have met. */
  void recall(String person) {
    Answer asked = api.suggestions(person);
    if (!asked.ok()) {
      refused(asked, "GET suggestions of " + person);
      return;
    }
    for (JsonNode one : asked.json().path("items")) {
      String contact = names.get(UUID.fromString(one.path("contact").asString()));
      if (contact != null) {
        ledger.write(new Entry.AskedWhether(asked.when(), person, contact));
        answer(person, contact, one, (number(person) + number(contact)) % 3 != 0);
      }
    }
  }

  private void answer(String person, String contact, JsonNode asked, boolean met) {
    UUID id = UUID.fromString(asked.path("id").asString());
    if (met) {
      ledger.reportSent();
    }
    Answer answer = api.answerSuggestion(person, id, met);
    if (met) {
      ledger.reportAnswered();
    }
    if (!answer.ok()) {
      refused(answer, "POST an answer to a suggestion of " + person);
    } else if (met) {
      Instant at = Instant.parse(asked.path("lastNear").asString());
      ledger.write(
          new Entry.Reported(answer.when(), "sensed-" + id, person, contact, null, at, false));
    } else {
      ledger.write(new Entry.Dismissed(answer.when(), person, contact));
    }
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
  }

  private Map<String, Object> interval(Step.Near near) {
    return Map.of(
        "person",
        near.one(),
        "other",
        near.other(),
        "from",
        midnight.plus(near.from()).toString(),
        "to",
        midnight.plus(near.to()).toString());
  }

  private void refused(Answer answer, String call) {
    if (!OVER.contains(answer.status())) {
      ledger.write(new Entry.Refused(answer.when(), call, answer.status(), answer.text()));
    }
  }
}
