package dev.rapport.system.checker;

import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.ledger.Moment;
import dev.rapport.system.ledger.Purpose;
import dev.rapport.system.world.EventTime;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small conference in which all went well, with open lists so that a test can spoil one thing.
 * Ann and Ben are automatic both ways; Cem never lets the platform write; Dora receives nothing;
 * Eve's address refuses; Fay takes her yes back; Gus is erased; Hal's scan is undone; Ivo blocks.
 */
final class GoodConference {

  static final EventTime TIME =
      new EventTime(
          Clock.systemUTC(),
          Instant.parse("2026-01-01T00:00:00Z"),
          Instant.parse("2026-06-01T00:00:00Z"),
          4_320);
  static final Instant SCAN = Instant.parse("2026-06-02T10:00:00Z");
  static final Instant EVENING = Instant.parse("2026-06-03T17:00:00Z");
  private static final Instant ENDS = Instant.parse("2026-06-03T16:00:00Z");

  final List<Entry> ledger = new ArrayList<>();
  final List<PlanSeen> plans = new ArrayList<>();
  final List<FollowUpSeen> followUps = new ArrayList<>();
  final List<MailSeen> mails = new ArrayList<>();
  final List<MailSeen> invitations = new ArrayList<>();
  final Map<UUID, Observation.Doubt> inDoubt = new HashMap<>();

  /** What the event's figures are to be; none: as they should be. */
  Observation.@Nullable EventSeen event;

  /** What the insight's figures are to be; none: as they should be. */
  @Nullable CrowdSeen crowd;

  long total = 12;

  GoodConference() {
    Instant morning = Instant.parse("2026-06-01T08:00:00Z");
    ledger.add(
        new Entry.Held(
            at(morning),
            id("event"),
            Instant.parse("2026-06-02T07:00:00Z"),
            ENDS,
            ZoneId.of("Europe/Berlin"),
            LocalTime.of(9, 0),
            LocalTime.of(20, 0),
            Duration.ofDays(7),
            Duration.ofDays(1)));
    for (String name : List.of("ann", "ben", "cem", "dora", "eve", "fay", "gus", "hal", "ivo")) {
      register(morning, name);
    }
    people();
    followUps();
    mails();
  }

  private void people() {
    ledger.add(new Entry.Refusing(at(SCAN), "eve@people.example", true));
    met("ann", "ben");
    met("ben", "ann");
    met("cem", "ann");
    met("ben", "dora");
    met("dora", "ben");
    met("ann", "eve");
    met("eve", "ann");
    met("ann", "fay");
    met("fay", "ann");
    met("ann", "gus");
    met("hal", "ann");
    met("ivo", "ann");
    met("ann", "ivo");
    ledger.add(new Entry.Undone(at(SCAN.plusSeconds(600)), "hal-ann"));
    consent(SCAN.plusSeconds(3600), "fay", Purpose.RECEIVE_INVITATIONS, false);
    ledger.add(new Entry.Erased(at(SCAN.plusSeconds(7200)), "gus"));
    act(EVENING.plusSeconds(3600), "cem", "cem", "ann", Act.SEND, null);
    act(EVENING.plusSeconds(3600), "ben", "ben", "dora", Act.DONE, "done");
    act(EVENING.plusSeconds(7200), "ben", "ann", "ben", Act.ACCEPT, null);
    act(EVENING.plusSeconds(7200), "ann", "ivo", "ann", Act.BLOCK, null);
  }

  private void followUps() {
    followUp("ann", "ben", "connected", "accepted", "list-1");
    followUp("ben", "ann", "connected", "none", "list-2");
    followUp("cem", "ann", "sent", "none", "list-4");
    followUp("ann", "cem", "missed", "none", null);
    followUp("ben", "dora", "done", "none", null);
    followUp("dora", "ben", "sent", "none", "list-1");
    followUp("ann", "eve", "undeliverable", "none", null);
    followUp("eve", "ann", "connected", "none", "list-2");
    followUp("ann", "fay", "missed", "none", null);
    followUp("fay", "ann", "sent", "none", "list-2");
    followUp("ann", "gus", "withdrawn", "none", null);
    followUp("gus", "ann", "withdrawn", "none", null);
    followUps.add(seen("hal", "ann", "withdrawn", "none", null, false));
    followUps.add(seen("ann", "hal", "withdrawn", "none", null, false));
    followUps.add(seen("ivo", "ann", "connected", "blocked", "list-2", false));
    followUps.add(seen("ann", "ivo", "withdrawn", "none", null, false));
  }

  private void mails() {
    mail("list-1", MailSeen.Kind.INVITE, "ben", EVENING, "ann-ben", "dora-ben");
    mail(
        "list-2", MailSeen.Kind.INVITE, "ann", EVENING, "ben-ann", "eve-ann", "fay-ann", "ivo-ann");
    mail("list-3", MailSeen.Kind.LIST, "ann", EVENING, "ann-cem", "ann-fay");
    mail("list-4", MailSeen.Kind.INVITE, "ann", EVENING.plus(Duration.ofDays(1)), "cem-ann");
  }

  List<Objection> judge() {
    return verdict().objections();
  }

  Verdict verdict() {
    Observation.EventSeen told = event == null ? coverage() : event;
    return Checker.judge(
        new Ledger(ledger),
        new Observation(
            TIME,
            told,
            crowd == null ? insight() : crowd,
            plans,
            followUps,
            mails,
            invitations,
            inDoubt));
  }

  /** The event as it should be told: seven met somebody, hal's meeting and ivo's count no more. */
  Observation.EventSeen coverage() {
    List<FollowUpSeen> counting = followUps.stream().filter(FollowUpSeen::counts).toList();
    long late = counting.stream().filter(f -> !f.onTime()).map(f -> f.owner()).distinct().count();
    Map<String, Long> byOutcome =
        counting.stream()
            .filter(f -> f.outcome() != null)
            .collect(Collectors.groupingBy(f -> "" + f.outcome(), Collectors.counting()));
    return new Observation.EventSeen(
        "CLOSED", 9, 2, new Observation.People(7, 7 - late, late, 0), total, 0, byOutcome);
  }

  /** How they met: the median attendee one other, two of nine nobody. */
  CrowdSeen insight() {
    return new CrowdSeen(total / 2, 2, 3, 2, 1, new CrowdSeen.Blend(total / 2, 0, 0), List.of());
  }

  private void register(Instant when, String name) {
    ledger.add(new Entry.Registered(at(when), name, id(name), name + "@people.example", null));
    ledger.add(new Entry.Attends(at(when), name, Set.of("badge-" + name)));
    consent(when, name, Purpose.WRITE_IN_MY_NAME, !name.equals("cem"));
    consent(when, name, Purpose.RECEIVE_INVITATIONS, !name.equals("dora"));
  }

  void consent(Instant when, String name, Purpose purpose, boolean given) {
    ledger.add(new Entry.Consented(at(when), name, purpose, given));
  }

  void met(String reporter, String contact) {
    ledger.add(
        new Entry.Reported(
            at(SCAN.plusSeconds(5)),
            reporter + "-" + contact,
            reporter,
            null,
            "badge-" + contact,
            SCAN,
            false));
  }

  void act(Instant when, String who, String owner, String contact, Act act, @Nullable String told) {
    ledger.add(new Entry.Acted(at(when), who, id(owner + "-" + contact), act, told, true));
  }

  void followUp(
      String owner,
      String contact,
      @Nullable String outcome,
      String answer,
      @Nullable String slot) {
    followUps.removeIf(f -> f.id().equals(id(owner + "-" + contact)));
    followUps.add(seen(owner, contact, outcome, answer, slot, true));
  }

  static FollowUpSeen seen(
      String owner,
      String contact,
      @Nullable String outcome,
      String answer,
      @Nullable String slot,
      boolean counts) {
    return new FollowUpSeen(
        id(owner + "-" + contact),
        id(owner),
        id(contact),
        outcome == null ? "withOwner" : "settled",
        counts,
        outcome,
        !"missed".equals(outcome),
        answer,
        slot == null ? null : id(slot));
  }

  void mail(String slot, MailSeen.Kind kind, String to, Instant date, String... items) {
    Set<UUID> ids = Stream.of(items).map(GoodConference::id).collect(Collectors.toSet());
    mails.add(
        new MailSeen(
            "<" + slot + "@mail.example>",
            id(slot),
            kind,
            List.of(to + "@people.example"),
            date,
            TIME.machine(date).plusMillis(20),
            ids,
            Set.of(),
            Set.of(to + "@people.example")));
  }

  /** One in the platform's app. */
  void invitation(String name, String to, Instant date, String followUp) {
    invitations.add(
        new MailSeen(
            name,
            id(name),
            MailSeen.Kind.SOCIAL,
            List.of(to),
            date,
            TIME.machine(date).plusMillis(20),
            Set.of(id(followUp)),
            Set.of(),
            Set.of()));
  }

  /** A call that took ten milliseconds. */
  static Moment at(Instant event) {
    Instant machine = TIME.machine(event);
    return new Moment(machine, machine.plusMillis(10), event);
  }

  /** The event time that passes in so many machine seconds. */
  static Duration machine(int seconds) {
    return TIME.passed(Duration.ofSeconds(seconds));
  }

  static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
