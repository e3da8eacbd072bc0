package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an operator sees of follow-ups; others may be open in the same database. */
class FiguresIT extends ServiceIT {

  @Autowired private MeterRegistry meters;

  @Test
  void what_is_left_with_its_owner_is_not_yet_due_then_due_and_late_by_no_fault_of_ours() {
    conference.isAnnounced();
    conference.registers("ana", false, true);
    conference.registers("ben", false, true);
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("waiting", "ana", "ben");
    await().until(() -> timing("notYetDue") >= 2);
    CLOCK.set(conference.ends);
    awaitState("withOwner", "ana", "ben");
    await().until(() -> timing("due") >= 2);
    var before = late("withOwner");
    var ours = late("scheduled") + late("due");
    CLOCK.set(conference.ends.plus(Duration.ofDays(8)));
    awaitState("settled", "ana", "ben");
    awaitState("settled", "ben", "ana");
    await().until(() -> late("withOwner") >= before + 2);
    assertThat(late("scheduled") + late("due")).isEqualTo(ours);
    await().until(() -> timing("late") == leftUnanswered());
  }

  /** What other tests asked for and nobody answered is late for ever, whichever ran before. */
  private long leftUnanswered() {
    return database
        .getCollection("followUps")
        .countDocuments(
            Filters.and(
                Filters.eq("state", "due"), Filters.lt("deadline", Date.from(CLOCK.now()))));
  }

  @Test
  void an_ask_without_an_answer_is_old_when_its_day_is_over() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.scans("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    CLOCK.set(conference.ends);
    var ask = awaitAsk("ben", "invite", conference.dayAfter(0));
    await().until(() -> timing("due") >= 1);
    CLOCK.set(conference.dayAfter(2));
    await().until(() -> age("toAnswer") > 0);
    conference.answers(ask, "delivered", conference.ends.plusSeconds(60));
    awaitState("settled", "ana", "ben");
  }

  private double timing(String when) {
    return meters.get("rapport.followups.timing").tag("when", when).gauge().value();
  }

  private double age(String stage) {
    return meters.get("rapport.followups.age").tag("stage", stage).gauge().value();
  }

  private double late(String state) {
    return meters.get("rapport.followups.late").tag("state", state).counter().count();
  }
}
