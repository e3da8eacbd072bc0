package dev.rapport.system.checker;

import dev.rapport.system.world.EventTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What can be seen from outside when a conference is over.
 *
 * @param mails in order of arrival
 * @param inDoubt by notification, how many tries got no answer after the final dot; zeros may lack
 */
public record Observation(
    EventTime time,
    EventSeen event,
    List<FollowUpSeen> followUps,
    List<MailSeen> mails,
    Map<UUID, Integer> inDoubt) {

  /** The event as events-service tells it. */
  public record EventSeen(String state, int attendees, long total, long open) {}

  public Observation {
    followUps = List.copyOf(followUps);
    mails = List.copyOf(mails);
    inDoubt = Map.copyOf(inDoubt);
  }

  int inDoubt(UUID notification) {
    return inDoubt.getOrDefault(notification, 0);
  }
}
