package dev.rapport.followup.hear;

import dev.rapport.followup.store.Attendances;
import dev.rapport.followup.welcome.Welcomes;
import dev.rapport.messaging.Message;
import java.util.List;

/** Keeps its copies of attendances; each is to be welcomed once. */
final class AttendancesHeard {

  private final Attendances attendances;
  private final Welcomes welcomes;

  AttendancesHeard(Attendances attendances, Welcomes welcomes) {
    this.attendances = attendances;
    this.welcomes = welcomes;
  }

  void heard(List<Message<AttendanceChanged>> messages) {
    var heard = messages.stream().map(message -> message.body().toAttendance()).toList();
    attendances.store(heard);
    welcomes.heard(heard);
  }
}
