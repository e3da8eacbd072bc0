package dev.rapport.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.system.checker.CrowdSeen;
import dev.rapport.system.checker.FollowUpSeen;
import dev.rapport.system.checker.MailSeen;
import dev.rapport.system.checker.MailSeen.Kind;
import dev.rapport.system.checker.Manner;
import dev.rapport.system.checker.Objection;
import dev.rapport.system.checker.Observation;
import dev.rapport.system.checker.Observation.Doubt;
import dev.rapport.system.checker.Verdict;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.ledger.Moment;
import dev.rapport.system.player.Script;
import dev.rapport.system.world.EventTime;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FiguresTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final UUID ANN = new UUID(0, 1);
  private static final UUID BEN = new UUID(0, 2);

  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void the_report_has_every_figure() {
    Report report =
        Figures.report(
                Script.plain("x", 10, 2, 1),
                ledger(),
                seen(),
                new Verdict(
                    4,
                    List.of(lost(), doubled(), doubled()),
                    Map.of(Manner.CONSENT, 7L, Manner.NO_REMINDER, 2L),
                    Map.of(Manner.NO_REMINDER, 1L),
                    new Verdict.OneSided(0, 0)),
                Map.of("played", 40.0, "total", 42.5))
            .withSeconds(Map.of("build", 20.5, "start", 9.0))
            .withMemoryMb(Map.of("kafka", 310L));

    ObjectNode told = (ObjectNode) json.readTree(report.json());
    assertThat(told.remove("advice")).hasSizeGreaterThanOrEqualTo(7);
    assertThat((JsonNode) told)
        .isEqualTo(
            json.readTree(
                """
                {
                  "event": {"state": "CLOSED"},
                  "attendees": 10,
                  "reports": {"sent": 4, "accepted": 3},
                  "followUps": {
                    "expected": 4, "settled": 2, "lost": 1, "duplicated": 2,
                    "byOutcome": {"done": 1, "sent": 1}
                  },
                  "mails": {"received": 4, "invites": 2, "lists": 1, "welcomes": 1, "inDoubt": 3},
                  "manners": {"violations": 1, "checked": {"consent": 7, "noReminder": 2}},
                  "seconds": {"build": 20.5, "start": 9.0, "played": 40.0, "total": 42.5},
                  "memoryMb": {"kafka": 310}
                }
                """));
  }

  @Test
  void the_exit_code_is_0_when_all_are_settled_and_nothing_is_objected_to() {
    assertThat(new Outcome(report("CLOSED", 4, 0, 0), List.of()).exitCode()).isZero();
  }

  @Test
  void the_exit_code_is_1_when_anything_is_objected_to() {
    Objection refused = new Objection.Refused("PUT event was answered 404.");
    assertThat(new Outcome(report("CLOSED", 4, 0, 0), List.of(refused)).exitCode()).isOne();
  }

  @Test
  void the_exit_code_is_1_when_the_figures_are_not_those_of_a_good_end() {
    assertThat(new Outcome(report("FOLLOWING_UP", 4, 0, 0), List.of()).exitCode()).isOne();
    assertThat(new Outcome(report("CLOSED", 3, 0, 0), List.of()).exitCode()).isOne();
    assertThat(new Outcome(report("CLOSED", 4, 1, 0), List.of()).exitCode()).isOne();
    assertThat(new Outcome(report("CLOSED", 4, 0, 1), List.of()).exitCode()).isOne();
  }

  @Test
  void the_exit_code_is_1_when_manners_were_forgotten() {
    assertThat(new Outcome(report("CLOSED", 4, 0, 0, 1), List.of()).exitCode()).isOne();
  }

  @Test
  void the_table_has_an_aligned_line_for_each_piece_of_advice() {
    Map<String, Number> blend = new LinkedHashMap<>();
    blend.put("faceToFace", 1_200);
    blend.put("virtualShare", 12.5);
    Report report =
        report("CLOSED", 4, 0, 0).withAdvice(Map.of("blend", blend, "abuse", Map.of("notMet", 3)));
    assertThat(report.table().lines().skip(1))
        .containsExactly(
            "  Blend face to face and virtual        1,200 face to face, 12.5 % virtual share",
            "  Leave in peace who wants peace        3 not met");
  }

  private static Ledger ledger() {
    Moment when = new Moment(NOW, NOW, NOW);
    Ledger ledger = new Ledger();
    for (int i = 0; i < 4; i++) {
      ledger.reportSent();
    }
    ledger.write(new Entry.Reported(when, "one", "ann", "ben", null, NOW, false));
    ledger.write(new Entry.Reported(when, "two", "ben", "ann", null, NOW, true));
    ledger.write(new Entry.Repeated(when, "two"));
    return ledger;
  }

  private static Observation seen() {
    return new Observation(
        new EventTime(Clock.systemUTC(), NOW, NOW, 17_280),
        new Observation.EventSeen(
            "CLOSED", 10, 0, new Observation.People(0, 0, 0, 0), 0, 0, Map.of()),
        new CrowdSeen(0, 10, 0, 0, 0, new CrowdSeen.Blend(0, 0, 0), List.of()),
        List.of(),
        List.of(
            followUp("sent", true),
            followUp("done", true),
            followUp(null, true),
            followUp("withdrawn", false)),
        List.of(mail(Kind.INVITE), mail(Kind.INVITE), mail(Kind.LIST), mail(Kind.WELCOME)),
        List.of(),
        Map.of(ANN, new Doubt(1, NOW), BEN, new Doubt(2, NOW)));
  }

  private static FollowUpSeen followUp(@Nullable String outcome, boolean counts) {
    String state = outcome == null ? "withOwner" : "settled";
    return new FollowUpSeen(
        UUID.randomUUID(), ANN, BEN, state, counts, outcome, true, "none", null);
  }

  private static MailSeen mail(Kind kind) {
    List<String> to = List.of("ann@people.example");
    return new MailSeen(
        "<x@mail.example>", ANN, kind, to, NOW, NOW, Set.of(BEN), Set.of(), Set.of());
  }

  private static Objection lost() {
    return new Objection.Lost("It does not exist.");
  }

  private static Objection doubled() {
    return new Objection.Doubled("It came twice.");
  }

  private static Report report(String state, long settled, long lost, long duplicated) {
    return report(state, settled, lost, duplicated, 0);
  }

  private static Report report(
      String state, long settled, long lost, long duplicated, long violations) {
    return new Report(
        new Report.Event(state),
        10,
        new Report.Reports(4, 4),
        new Report.FollowUps(4, settled, lost, duplicated, Map.of()),
        new Report.Mails(0, 0, 0, 0, 0),
        new Report.Manners(violations, Map.of()),
        Map.of(),
        Map.of(),
        Map.of());
  }
}
