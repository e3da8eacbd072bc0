package dev.rapport.events.attendance;

import dev.rapport.messaging.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state of an attendance as others see it; see {@code attendance-changed} in contracts. */
record AttendanceChanged(
    UUID attendance,
    UUID event,
    UUID person,
    long rev,
    List<Badge> badges,
    boolean newcomer,
    String role,
    boolean cancelled) {

  static final String TOPIC = "attendance-changed";

  record Badge(String code, Instant from, @Nullable Instant to) {}

  static Outgoing of(Attendance attendance) {
    var changed =
        new AttendanceChanged(
            attendance.id().value(),
            attendance.event().value(),
            attendance.person(),
            attendance.rev(),
            attendance.badges().stream()
                .map(badge -> new Badge(badge.code(), badge.from(), badge.to()))
                .toList(),
            attendance.newcomer(),
            attendance.role().wireName(),
            attendance.cancelled());
    return Outgoing.state(TOPIC, attendance.id(), attendance.rev(), changed);
  }
}
