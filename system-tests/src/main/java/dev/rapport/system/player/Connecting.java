package dev.rapport.system.player;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.Page;
import dev.rapport.system.world.Web;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Connectors: they look whom they could bring together, and say on their page what they did. */
final class Connecting {

  private static final Set<Integer> GONE = Set.of(404, 410);

  private final Web web;
  private final Api api;
  private final Ledger ledger;
  private final URI page;
  private final Map<String, Instant> looked = new ConcurrentHashMap<>();
  private final Set<UUID> known = ConcurrentHashMap.newKeySet();

  Connecting(Web web, Api api, Ledger ledger, URI origin) {
    this.web = web;
    this.api = api;
    this.ledger = ledger;
    page = origin.resolve("/my/follow-ups");
  }

  /** Looks at what is suggested; what is new has come since the look before. */
  void look(String connector) {
    Answer answer = api.introductions(connector);
    if (!answer.ok()) {
      refused(answer, "GET introductions", connector);
      return;
    }
    Instant before = looked.getOrDefault(connector, Instant.MIN);
    looked.put(connector, answer.when().asked());
    for (JsonNode one : answer.json().path("introductions")) {
      UUID id = UUID.fromString(one.path("introduction").asString());
      if (known.add(id)) {
        ledger.write(
            new Entry.Suggested(
                answer.when(),
                before,
                connector,
                id,
                LocalDate.parse(one.path("day").asString()),
                one.path("one").path("person").asString(),
                one.path("other").path("person").asString()));
      }
    }
  }

  /** Makes most of what the connector's page shows, and says "not now" to every third. */
  void act(String connector) {
    Visit visit = Visit.of(web, api, ledger, connector);
    if (!visit.isOpen()) {
      return;
    }
    Answer shown = visit.page(page);
    if (!shown.ok()) {
      refused(shown, "GET /my/follow-ups", connector);
      return;
    }
    int turn = 0;
    for (UUID id : Page.introductions(shown.text())) {
      boolean makes = turn++ % 3 != 2;
      String act = makes ? "introduced" : "not-now";
      Answer answer = visit.form(page, "item=" + id + "&act=" + act);
      if (!answer.ok()) {
        refused(answer, "POST " + act, connector);
      } else if (!Page.introductions(answer.text()).contains(id)) {
        ledger.write(new Entry.Introduced(answer.when(), connector, id, makes));
      }
    }
  }

  private void refused(Answer answer, String call, String of) {
    if (!GONE.contains(answer.status())) {
      ledger.write(
          new Entry.Refused(answer.when(), call + " of " + of, answer.status(), answer.text()));
    }
  }
}
