package dev.rapport.followup.hear;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.followup.change.Changes;
import dev.rapport.followup.plan.Attendance;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.store.Attendances;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.welcome.Welcomes;
import dev.rapport.messaging.Message;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * Keeps its copies of attendances: each is to be welcomed once, and a role that changes what goes
 * by itself reaches what is open.
 */
final class AttendancesHeard {

  private static final int PEOPLE_AT_ONCE = 100;

  private final Attendances attendances;
  private final Welcomes welcomes;
  private final FollowUps followUps;
  private final Changes changes;

  AttendancesHeard(
      Attendances attendances, Welcomes welcomes, FollowUps followUps, Changes changes) {
    this.attendances = attendances;
    this.welcomes = welcomes;
    this.followUps = followUps;
    this.changes = changes;
  }

  void heard(List<Message<AttendanceChanged>> messages) {
    var heard = messages.stream().map(m -> m.body().toAttendance()).toList();
    attendances.store(heard);
    welcomes.heard(heard);
    var people = new HashSet<UUID>();
    for (var attendance : heard) {
      if (mayMatter(attendance)) {
        people.add(attendance.person());
      }
    }
    planAgain(List.copyOf(people));
  }

  /** Without a word nobody exhibits: the first one matters only where it says so. */
  private static boolean mayMatter(Attendance attendance) {
    return attendance.exhibits() || attendance.rev() > 1;
  }

  private void planAgain(List<UUID> people) {
    for (var from = 0; from < people.size(); from += PEOPLE_AT_ONCE) {
      var part = people.subList(from, Math.min(people.size(), from + PEOPLE_AT_ONCE));
      var open =
          Filters.and(
              Filters.or(Filters.in("owner", part), Filters.in("contact", part)),
              Filters.ne("state", "settled"));
      var found = followUps.find(open, Sorts.ascending("_id"), Integer.MAX_VALUE);
      changes.each(found.stream().map(FollowUp::id).toList(), FollowUp::planned);
    }
  }
}
