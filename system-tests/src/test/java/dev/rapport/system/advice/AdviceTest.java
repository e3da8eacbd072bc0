package dev.rapport.system.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.system.checker.CrowdSeen;
import dev.rapport.system.checker.FollowUpSeen;
import dev.rapport.system.checker.MailSeen;
import dev.rapport.system.checker.MailSeen.Kind;
import dev.rapport.system.checker.Manner;
import dev.rapport.system.checker.Observation;
import dev.rapport.system.checker.PlanSeen;
import dev.rapport.system.checker.Verdict;
import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.ledger.Moment;
import dev.rapport.system.ledger.Purpose;
import dev.rapport.system.world.EventTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdviceTest {

  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
  private static final Moment WHEN = new Moment(NOW, NOW, NOW);
  private static final UUID ANN = new UUID(0, 1);
  private static final UUID BEN = new UUID(0, 2);
  private static final UUID CEM = new UUID(0, 3);

  private final Ledger ledger = new Ledger();
  private final List<FollowUpSeen> followUps = new ArrayList<>();
  private final List<MailSeen> mails = new ArrayList<>();
  private final List<MailSeen> invitations = new ArrayList<>();

  @Test
  void every_piece_has_figures_even_of_a_conference_where_nothing_happened() {
    assertThat(figures()).allSatisfy((word, figures) -> assertThat(figures).isNotEmpty());
    assertThat(Advice.table(figures()).lines())
        .hasSizeGreaterThanOrEqualTo(figures().size())
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void what_people_agreed_to_is_counted() {
    ledger.write(new Entry.Consented(WHEN, "ann", Purpose.WRITE_IN_MY_NAME, true));
    ledger.write(new Entry.Consented(WHEN, "ben", Purpose.WRITE_IN_MY_NAME, true));
    ledger.write(new Entry.Consented(WHEN, "ben", Purpose.WRITE_IN_MY_NAME, false));
    ledger.write(new Entry.Unsubscribed(WHEN, "ben", "list"));
    assertThat(figures("yes"))
        .containsEntry("yesGiven", 2L)
        .containsEntry("takenBack", 1L)
        .containsEntry("unsubscribed", 1L);
  }

  @Test
  void the_blend_is_counted_by_meetings() {
    assertThat(figures("blend"))
        .containsEntry("metFaceToFace", 14L)
        .containsEntry("virtually", 5L)
        .containsEntry("both", 1L)
        .containsEntry("virtual", 30.0);
  }

  @Test
  void the_edge_is_told_at_noon_of_the_first_day_and_at_the_end() {
    ledger.write(
        new Entry.Held(
            WHEN,
            new UUID(2, 2),
            NOW,
            NOW,
            ZoneOffset.UTC,
            LocalTime.of(9, 0),
            LocalTime.of(20, 0),
            Duration.ofDays(7),
            Duration.ofDays(1)));
    assertThat(figures("edge")).containsEntry("onTheEdgeAtNoon", 6L).containsEntry("atTheEnd", 4L);
  }

  @Test
  void introductions_are_counted_by_what_connectors_saw_and_did() {
    for (UUID id : List.of(ANN, BEN, CEM)) {
      ledger.write(
          new Entry.Suggested(WHEN, NOW, "ann", id, LocalDate.of(2026, 1, 1), "ben", "cem"));
    }
    ledger.write(new Entry.Introduced(WHEN, "ann", ANN, true));
    ledger.write(new Entry.Introduced(WHEN, "ann", BEN, false));
    assertThat(figures("edge"))
        .containsEntry("introductionsSuggested", 3L)
        .containsEntry("made", 1L)
        .containsEntry("notNow", 1L);
  }

  @Test
  void plans_and_the_goals_reached_are_counted() {
    ledger.write(new Entry.Planned(WHEN, "ann"));
    ledger.write(new Entry.Planned(WHEN, "ben"));
    assertThat(figures("plan"))
        .containsEntry("plans", 2L)
        .containsEntry("goals", 8L)
        .containsEntry("reached", 4L)
        .containsEntry("ofThem", 50.0);
  }

  @Test
  void what_people_gave_and_asked_for_and_what_was_due_is_counted() {
    ledger.write(new Entry.Kept(WHEN, "ann", "ben", 1));
    for (String purpose : List.of("greet", "ask", "ask", "give")) {
      ledger.write(new Entry.Logged(WHEN, "ann", "ben", purpose));
    }
    ledger.write(new Entry.SawDue(WHEN, "ann", 1, 1));
    assertThat(figures("give"))
        .containsEntry("greetings", 1L)
        .containsEntry("asked", 2L)
        .containsEntry("given", 1L)
        .containsEntry("givesSuggested", 1L);
    assertThat(figures("nurture"))
        .containsEntry("cadences", 1L)
        .containsEntry("due", 1L)
        .containsEntry("interactionsLogged", 4L);
  }

  @Test
  void who_was_near_each_other_and_what_they_said_is_counted() {
    ledger.write(new Entry.Sensed(WHEN, 3));
    ledger.write(new Entry.Sensed(WHEN, 2));
    ledger.write(new Entry.AskedWhether(WHEN, "ann", "ben"));
    ledger.write(new Entry.AskedWhether(WHEN, "ann", "cem"));
    ledger.write(new Entry.Dismissed(WHEN, "ann", "cem"));
    ledger.write(new Entry.Reported(WHEN, "sensed-1", "ann", "ben", null, NOW, false));
    ledger.write(new Entry.Reported(WHEN, "scan-1", "ann", "cem", null, NOW, false));
    assertThat(figures("sensed"))
        .containsEntry("timesNearEachOther", 5L)
        .containsEntry("askedWhetherTheyMet", 2L)
        .containsEntry("saidYes", 1L)
        .containsEntry("saidNo", 1L);
  }

  @Test
  void who_was_invited_in_the_app_and_who_by_mail_instead_is_counted() {
    UUID inTheApp = new UUID(8, 8);
    followUps.add(
        new FollowUpSeen(inTheApp, ANN, BEN, "settled", true, "sent", true, "accepted", null));
    followUp(BEN, CEM, "sent", true);
    followUp(ANN, CEM, "missed", true);
    invitations.add(
        new MailSeen(
            "one",
            new UUID(9, 9),
            Kind.SOCIAL,
            List.of("ben"),
            NOW,
            NOW,
            Set.of(inTheApp),
            Set.of(),
            Set.of()));
    ledger.write(new Entry.Registered(WHEN, "cem", CEM, null, null));
    ledger.write(new Entry.NotOnPlatform(WHEN, "cem"));
    assertThat(figures("channels"))
        .containsEntry("invitedInTheApp", 1L)
        .containsEntry("answeredThere", 1L)
        .containsEntry("byMailInstead", 1L);
  }

  private static CrowdSeen.Hour hour(int hour, long onTheEdge) {
    return new CrowdSeen.Hour(
        NOW.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(hour)), onTheEdge);
  }

  @Test
  void the_share_that_was_followed_up_leaves_out_what_does_not_count() {
    followUp(ANN, BEN, "sent", true);
    followUp(BEN, ANN, "done", true);
    followUp(ANN, CEM, "missed", true);
    followUp(CEM, ANN, "withdrawn", false);
    assertThat(figures("everyone"))
        .containsEntry("ofThoseWhoMet", 66.7)
        .containsEntry("sent", 1L)
        .containsEntry("byHand", 1L)
        .containsEntry("missed", 1L);
  }

  @Test
  void a_popular_person_s_mails_are_counted_by_kind_and_day_and_copies_are_one() {
    followUp(ANN, BEN, "waived", true);
    followUp(ANN, CEM, "waived", true);
    mail("one", Kind.INVITE, NOW, BEN, CEM);
    mail("one", Kind.INVITE, NOW, BEN, CEM);
    mail("two", Kind.LIST, NOW, BEN);
    mail("three", Kind.INVITE, NOW.plus(Duration.ofDays(1)), CEM);
    assertThat(figures("monopolise"))
        .containsEntry("metByTheMostPopular", 2L)
        .containsEntry("atMostInOneMail", 2L)
        .containsEntry("atMostOfAKindADay", 1L)
        .containsEntry("mailsAtMost", 3L)
        .containsEntry("waived", 2L);
  }

  @Test
  void what_was_searched_and_what_was_revealed_is_counted() {
    ledger.write(new Entry.Noted(WHEN, "ann", "private-note-1"));
    assertThat(figures("discreet"))
        .containsEntry("mailsAndPagesSearched", 9L)
        .containsEntry("revealedUnasked", 1L)
        .containsEntry("privateNotes", 1L);
  }

  @Test
  void coverage_divides_by_all_who_attend() {
    assertThat(figures("exclude"))
        .containsEntry("attendees", 10L)
        .containsEntry("inTime", 60.0)
        .containsEntry("metNobody", 2L);
  }

  @Test
  void what_people_refused_counts_where_they_were_shown_that_it_took() {
    ledger.write(new Entry.Acted(WHEN, "ann", ANN, Act.BLOCK, null, true));
    ledger.write(new Entry.Acted(WHEN, "ann", BEN, Act.BLOCK, null, false));
    ledger.write(new Entry.Acted(WHEN, "ann", CEM, Act.NOT_MET, null, true));
    assertThat(figures("abuse"))
        .containsEntry("blocks", 1L)
        .containsEntry("notMet", 1L)
        .containsEntry("mostForOneSidedScansADay", 48L)
        .containsEntry("daysStoppedByTheAllowance", 2L);
  }

  private void followUp(UUID owner, UUID contact, @Nullable String outcome, boolean counts) {
    followUps.add(
        new FollowUpSeen(
            UUID.randomUUID(), owner, contact, "settled", counts, outcome, true, "none", null));
  }

  private void mail(String id, Kind kind, Instant date, UUID... items) {
    mails.add(
        new MailSeen(
            "<" + id + "@mail.example>",
            new UUID(1, id.hashCode()),
            kind,
            List.of("ann@people.example"),
            date,
            NOW,
            Set.of(items),
            Set.of(),
            Set.of()));
  }

  private Map<String, Number> figures(String piece) {
    return figures().getOrDefault(piece, Map.of());
  }

  private Map<String, Map<String, Number>> figures() {
    Observation seen =
        new Observation(
            new EventTime(Clock.systemUTC(), NOW, NOW, 17_280),
            new Observation.EventSeen(
                "CLOSED", 10, 2, new Observation.People(8, 6, 2, 0), 0, 0, Map.of()),
            new CrowdSeen(
                20, 2, 4, 3, 5, new CrowdSeen.Blend(14, 5, 1), List.of(hour(9, 9), hour(11, 6))),
            List.of(new PlanSeen("ann", 3, 4, 3), new PlanSeen("ben", 1, 4, 1)),
            followUps,
            mails,
            invitations,
            Map.of());
    Verdict verdict =
        new Verdict(
            0,
            List.of(),
            Map.of(Manner.NOTHING_REVEALED, 9L),
            Map.of(Manner.NOTHING_REVEALED, 1L),
            new Verdict.OneSided(48, 2));
    return Advice.figures(ledger, seen, verdict);
  }
}
