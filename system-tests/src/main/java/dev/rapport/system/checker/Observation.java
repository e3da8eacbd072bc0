package dev.rapport.system.checker;

import dev.rapport.system.world.EventTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What can be seen from outside when a conference is over.
 *
 * @param mails in order of arrival
 * @param invitations what arrived in the platform's app, as if it were mails; repeats left out
 * @param inDoubt by notification; those without a doubt are not there
 */
public record Observation(
    EventTime time,
    EventSeen event,
    CrowdSeen crowd,
    List<PlanSeen> plans,
    List<FollowUpSeen> followUps,
    List<MailSeen> mails,
    List<MailSeen> invitations,
    Map<UUID, Doubt> inDoubt) {

  /** The event as events-service tells it, with its coverage. */
  public record EventSeen(
      String state,
      int attendees,
      int metNobody,
      People people,
      long total,
      long open,
      Map<String, Long> byOutcome) {

    public EventSeen {
      byOutcome = Map.copyOf(byOutcome);
    }
  }

  /** Attendees who met somebody: all settled in time, all settled but some late, some open. */
  public record People(long met, long complete, long late, long open) {}

  /**
   * Tries of a notification's mail that got no answer after the final dot.
   *
   * @param since the first of them, in event time
   */
  public record Doubt(int tries, Instant since) {}

  public Observation {
    plans = List.copyOf(plans);
    followUps = List.copyOf(followUps);
    mails = List.copyOf(mails);
    invitations = List.copyOf(invitations);
    inDoubt = Map.copyOf(inDoubt);
  }

  /** Mails, and what arrived in the platform's app. */
  List<MailSeen> sent() {
    return Stream.concat(mails.stream(), invitations.stream()).toList();
  }

  int doubts(UUID notification) {
    Doubt doubt = inDoubt.get(notification);
    return doubt == null ? 0 : doubt.tries();
  }

  /** Whether the mail's first try was in doubt, and this is a later one. */
  public boolean resent(MailSeen mail) {
    Doubt doubt = inDoubt.get(mail.notification());
    return doubt != null && mail.date().isAfter(doubt.since());
  }
}
