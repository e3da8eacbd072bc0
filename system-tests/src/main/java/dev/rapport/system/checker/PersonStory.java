package dev.rapport.system.checker;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Moment;
import dev.rapport.system.ledger.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the ledger tells of one person. */
final class PersonStory {

  /** No mail starts later than this after a yes was taken back. */
  static final Duration PROMISE = Duration.ofSeconds(10);

  private static final int REPORTS_TO_PAUSE = 3;

  enum Yes {
    GIVEN,
    NEVER,
    TAKEN_BACK
  }

  final String name;
  final UUID id;
  final Moment registered;
  final @Nullable String email;
  final @Nullable ZoneId zone;
  private final List<Entry.Consented> consents = new ArrayList<>();
  private final List<Entry.Moved> moves = new ArrayList<>();
  private final List<Entry.Unsubscribed> unsubscribed = new ArrayList<>();
  private @Nullable Moment erased;
  private @Nullable Moment attends;
  private @Nullable Moment badged;
  private final Set<String> reporters = new HashSet<>();
  private boolean refused;
  private boolean notInTheApp;
  private boolean exhibits;

  PersonStory(Entry.Registered entry) {
    name = entry.person();
    id = entry.id();
    registered = entry.when();
    email = entry.email();
    zone = entry.zone();
  }

  void tell(Entry.Consented entry) {
    consents.add(entry);
  }

  void tell(Entry.Moved entry) {
    moves.add(entry);
  }

  void tell(Entry.Unsubscribed entry) {
    unsubscribed.add(entry);
  }

  void tell(Entry.Erased entry) {
    erased = entry.when();
  }

  void tell(Entry.Attends entry) {
    attends = attends == null ? entry.when() : attends;
    badged = badged == null && !entry.badges().isEmpty() ? entry.when() : badged;
  }

  void exhibit() {
    exhibits = true;
  }

  /** Whether the person exhibits: then nothing goes out in their name by itself. */
  boolean exhibits() {
    return exhibits;
  }

  void report(String reporter) {
    reporters.add(reporter);
  }

  /** Whether so many have reported the person that nothing goes out in their name by itself. */
  boolean paused() {
    return reporters.size() >= REPORTS_TO_PAUSE;
  }

  void leaveApp() {
    notInTheApp = true;
  }

  /** Whether invitations in the platform's app are refused. */
  boolean notInTheApp() {
    return notInTheApp;
  }

  void refuse() {
    refused = true;
  }

  /** When the person was erased, or null. */
  @Nullable Moment erasure() {
    return erased;
  }

  boolean erased() {
    return erased != null;
  }

  boolean attends() {
    return attends != null;
  }

  /** Whether the person had no badge before that moment of event time. */
  boolean cameAfter(Instant event) {
    return badged != null && badged.event().isAfter(event);
  }

  /** Event time from which both the person and the attendance are known. */
  Instant known() {
    return attends == null || registered.event().isAfter(attends.event())
        ? registered.event()
        : attends.event();
  }

  /** Whether mail can reach the person at all. */
  boolean reachable() {
    return email != null && !refused;
  }

  boolean erasedBy(Instant arrival) {
    return erased != null && inForce(erased, arrival);
  }

  /** Whether the person had unsubscribed from these mails before that arrival. */
  boolean unsubscribedBy(MailSeen.Kind kind, Instant arrival) {
    return unsubscribed(kind).anyMatch(u -> inForce(u.when(), arrival));
  }

  boolean everUnsubscribed(MailSeen.Kind kind) {
    return unsubscribed(kind).findAny().isPresent();
  }

  /**
   * Whether mail for the person could arrive there then; in the first seconds of a move at both.
   */
  boolean hasMailAt(String address, Instant arrival) {
    boolean possible = address.equals(email);
    for (Entry.Moved move : moves) {
      if (!move.when().asked().isAfter(arrival)) {
        boolean left = inForce(move.when(), arrival);
        possible = move.email().equals(address) || (possible && !left);
      }
    }
    return possible;
  }

  boolean erasedBefore(Instant machine) {
    return erased != null && erased.answered().isBefore(machine);
  }

  boolean erasureAskedBefore(Instant machine) {
    return erased != null && erased.asked().isBefore(machine);
  }

  boolean everSaidYes(Purpose purpose) {
    return consents.stream().anyMatch(c -> c.purpose() == purpose && c.given());
  }

  boolean everTookBack(Purpose purpose) {
    return consents.stream().anyMatch(c -> c.purpose() == purpose && !c.given());
  }

  /** Event time of the first yes; only for those who said one. */
  Instant firstYes(Purpose purpose) {
    return consents.stream()
        .filter(c -> c.purpose() == purpose && c.given())
        .map(c -> c.when().event())
        .findFirst()
        .orElseThrow();
  }

  /** Whether a mail that arrived then had this person's yes. */
  Yes yes(Purpose purpose, Instant arrival) {
    Yes yes = Yes.NEVER;
    for (Entry.Consented consent : consents) {
      if (consent.purpose() != purpose) {
        continue;
      }
      if (consent.given() && !consent.when().asked().isAfter(arrival)) {
        yes = Yes.GIVEN;
      } else if (!consent.given() && yes == Yes.GIVEN && inForce(consent.when(), arrival)) {
        yes = Yes.TAKEN_BACK;
      }
    }
    return yes;
  }

  private Stream<Entry.Unsubscribed> unsubscribed(MailSeen.Kind kind) {
    // Who wants no more invites by mail wants none in the app either.
    MailSeen.Kind of = kind == MailSeen.Kind.SOCIAL ? MailSeen.Kind.INVITE : kind;
    return unsubscribed.stream().filter(u -> MailSeen.Kind.of(u.purpose()) == of);
  }

  private static boolean inForce(Moment moment, Instant arrival) {
    return moment.answered().plus(PROMISE).isBefore(arrival);
  }
}
