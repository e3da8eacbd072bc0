package dev.rapport.system.player;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.EventTime;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** People who stay in touch: they log what they did, keep a cadence, and look what is due. */
final class Tending {

  /** Whom one did not meet after all, or who is forgotten, cannot be tended. */
  private static final Set<Integer> UNKNOWN = Set.of(404, 410);

  private final Api api;
  private final Ledger ledger;
  private final EventTime time;
  private final Function<String, @Nullable UUID> ids;

  Tending(Api api, Ledger ledger, EventTime time, Function<String, @Nullable UUID> ids) {
    this.api = api;
    this.ledger = ledger;
    this.time = time;
    this.ids = ids;
  }

  void log(Step.Log log) {
    UUID contact = ids.apply(log.contact());
    if (contact == null) {
      return;
    }
    Answer answer =
        api.interaction(log.person(), contact, log.key(), time.now(), log.kind(), log.purpose());
    if (taken(answer, "POST an interaction", log.person())) {
      ledger.write(new Entry.Logged(answer.when(), log.person(), log.contact(), log.purpose()));
    }
  }

  void keep(Step.Keep keep) {
    UUID contact = ids.apply(keep.contact());
    if (contact == null) {
      return;
    }
    Answer answer = api.cadence(keep.person(), contact, keep.days());
    if (taken(answer, "PUT a cadence", keep.person())) {
      ledger.write(new Entry.Kept(answer.when(), keep.person(), keep.contact(), keep.days()));
    }
  }

  /** What is due, and what to give before a third favour is asked for. */
  void look(Step.LookDue look) {
    Answer answer = api.due(look.person());
    if (!taken(answer, "GET due", look.person())) {
      return;
    }
    int cadences = 0;
    int gives = 0;
    for (JsonNode item : answer.json().path("items")) {
      cadences += item.path("about").asString("").equals("cadence") ? 1 : 0;
      gives += item.path("give").asString("").isEmpty() ? 0 : 1;
    }
    ledger.write(new Entry.SawDue(answer.when(), look.person(), cadences, gives));
  }

  private boolean taken(Answer answer, String call, String of) {
    if (!answer.ok() && !UNKNOWN.contains(answer.status())) {
      ledger.write(
          new Entry.Refused(answer.when(), call + " of " + of, answer.status(), answer.text()));
    }
    return answer.ok();
  }
}
