package dev.rapport.contacts.person;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A yes or a no that a person said once, with where and in which words.
 *
 * @param about the event that it is for, or null for all of them
 * @param at when it was said, by the clock of whoever heard it (event time)
 * @param since from when it counts: {@code at}, or when it came in if that clock ran ahead; what is
 *     said after it by a right clock must outweigh it
 * @param source where, e.g. the platform's registration form
 * @param wording what the person agreed to, word by word
 */
public record Consent(
    Purpose purpose,
    @Nullable About about,
    boolean given,
    Instant at,
    Instant since,
    String source,
    String wording) {

  /** The later word wins; of two of the same moment the no does, for a yes must be beyond doubt. */
  static final Comparator<Consent> BY_WEIGHT =
      Comparator.comparing(Consent::since).thenComparing(c -> !c.given());

  /** What a consent can be given for. */
  public enum Purpose {
    /** The platform writes to those whom the person met, in their name. */
    writeInMyName(true),
    /** Those whom they met may write to them. */
    receiveInvitations(true),
    /** Who knows them may be told that they attend. */
    beNamed(false),
    /** They may be introduced to somebody. */
    beIntroduced(false),
    /** They like to introduce others: a connector. */
    introduceOthers(false),
    /** Badge sensors may note whom they are near. */
    beSensed(false),
    /** Those whom they are connected with see their address. */
    shareEmail(false),
    sharePhone(false),
    shareProfiles(false),
    /** Reminders all year to stay in touch. */
    nurture(false);

    private final boolean perEvent;

    Purpose(boolean perEvent) {
      this.perEvent = perEvent;
    }

    /** Whether it can be given for one event alone; the others hold for all. */
    public boolean perEvent() {
      return perEvent;
    }
  }

  /** An event as the platform names it, and its id. */
  public record About(String organiser, String event, UUID id) {}

  /** What two consents have in common when one replaces the other. */
  public record Matter(Purpose purpose, @Nullable UUID event) {}

  /** The same word, which counts from its coming in at the latest. */
  Consent cameIn(Instant now) {
    return new Consent(purpose, about, given, at, at.isAfter(now) ? now : at, source, wording);
  }

  /** What was said, whenever it came in: a repeat says the same. */
  Consent word() {
    return new Consent(purpose, about, given, at, at, source, wording);
  }

  /** Returns what it is about. */
  public Matter matter() {
    return new Matter(purpose, about == null ? null : about.id());
  }
}
