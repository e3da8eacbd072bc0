package dev.rapport.followup.hear;

import dev.rapport.followup.plan.Attendance;
import java.util.UUID;

/** events-service: somebody's attendance; of their badges nothing is read here. */
record AttendanceChanged(
    UUID attendance, UUID event, UUID person, long rev, Role role, boolean cancelled) {

  /** Spelled as on the wire. */
  enum Role {
    attendee,
    speaker,
    exhibitor
  }

  Attendance toAttendance() {
    var exhibits = role == Role.exhibitor && !cancelled;
    return new Attendance(attendance, rev, event, person, exhibits);
  }
}
