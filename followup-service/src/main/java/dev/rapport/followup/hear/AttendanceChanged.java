package dev.rapport.followup.hear;

import dev.rapport.followup.plan.Attendance;
import dev.rapport.followup.plan.Word;
import java.util.UUID;

/** events-service: that a person attends an event, and in what role; of badges nothing is read. */
record AttendanceChanged(
    UUID attendance, UUID event, UUID person, long rev, Role role, boolean cancelled) {

  /** Spelled as on the wire. */
  enum Role {
    attendee,
    speaker,
    exhibitor
  }

  Attendance toAttendance() {
    return new Attendance(
        attendance, event, person, rev, Word.of(Attendance.Role.class, role.name()), cancelled);
  }
}
