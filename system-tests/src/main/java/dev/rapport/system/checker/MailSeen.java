package dev.rapport.system.checker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A mail as the mail server received it.
 *
 * @param notification the slot that it fills
 * @param recipients envelope recipients
 * @param date the {@code Date} header: event time of the last check before the wire; in the app at
 *     most a machine second before it
 * @param arrived machine time at which the server had all of it
 * @param items the follow-ups that it, or the page behind its link, shows
 * @param beside what it tells besides, by id: who accepted, whom to be in touch with, introductions
 * @param traces where it says that people can be reached
 */
public record MailSeen(
    String messageId,
    UUID notification,
    Kind kind,
    List<String> recipients,
    Instant date,
    Instant arrived,
    Set<UUID> items,
    Set<UUID> beside,
    Set<String> traces) {

  /** Whom a mail is about: somebody who wants to stay in touch, or one's own open follow-ups. */
  public enum Kind {
    INVITE,
    LIST,
    /** The same as an invite, in the platform's app; no mail. */
    SOCIAL,
    /** Before the event: how somebody wants to be followed up. */
    WELCOME;

    /** The kind that a word in a mail's links stands for. */
    static Kind of(String purpose) {
      return switch (purpose) {
        case "list" -> LIST;
        case "welcome" -> WELCOME;
        default -> INVITE;
      };
    }
  }

  /** How many a mail names; the page behind its link shows the rest. */
  static final int NAMED = 25;

  public MailSeen {
    recipients = List.copyOf(recipients);
    items = Set.copyOf(items);
    beside = Set.copyOf(beside);
    traces = Set.copyOf(traces);
  }

  /** Whether some were read from its page, which also shows what was asked for just after it. */
  boolean showsMore() {
    return items.size() > NAMED;
  }

  /** Whether it says how to reach somebody, its reader and the sender of invites left out. */
  public boolean tellsOfOthers() {
    return traces.stream()
        .anyMatch(trace -> trace.contains("@people.example") && !recipients.contains(trace));
  }

  LocalDate day() {
    return date.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
