package dev.rapport.followup;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

class TroubleIT extends ServiceIT {

  @Test
  void what_a_server_put_off_or_refused_is_counted_once() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    awaitState("scheduled", "ben", "ana");
    CLOCK.set(conference.ends);
    var putOff = awaitAsk("ben", "invite", conference.dayAfter(0));
    var late = new HashMap<>(Conference.answer(putOff, "delivered", conference.ends));
    late.put("deferrals", 3);
    conference.say("notification-settled", conference.person("ben"), late);
    var refused = awaitAsk("ana", "invite", conference.dayAfter(0));
    conference.answers(refused, "refused", conference.ends);
    conference.repeatsItself();
    awaitProgress(
        p ->
            p.path("byTrouble").path("deferred").asInt() == 1
                && p.path("byTrouble").path("bounced").asInt() == 1
                && p.path("byChannel").path("mail").asInt() == 1);
  }
}
