package dev.rapport.events.attendance;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attendance as the platform sees it.
 *
 * @param person the platform's own identifier
 * @param id the attendance's id
 * @param personId the person's id
 * @param badges all there ever were, valid while {@code to} is absent
 */
record AttendanceView(
    String person,
    UUID id,
    UUID personId,
    long rev,
    List<Badge> badges,
    boolean newcomer,
    @Schema(allowableValues = {"attendee", "speaker", "exhibitor"}) String role,
    boolean cancelled) {

  /** A badge with its times, in event time. */
  record Badge(String code, Instant from, @Nullable Instant to) {}

  static AttendanceView of(Attendance attendance) {
    return new AttendanceView(
        attendance.externalId(),
        attendance.id().value(),
        attendance.person(),
        attendance.rev(),
        attendance.badges().stream()
            .map(badge -> new Badge(badge.code(), badge.from(), badge.to()))
            .toList(),
        attendance.newcomer(),
        attendance.role().wireName(),
        attendance.cancelled());
  }
}
