package dev.rapport.events.attendance;

import dev.rapport.events.event.Event;
import dev.rapport.messaging.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's attendance of an event. Immutable: what changes yields the next revision, what does
 * not yields the same object.
 *
 * @param externalId the platform's identifier of the person
 * @param badges all that the person ever had here, reprints included, in the order of their issue
 */
record Attendance(
    Id id,
    Event.Id event,
    UUID person,
    String externalId,
    long rev,
    List<Badge> badges,
    boolean newcomer,
    Role role,
    boolean cancelled) {

  /** An attendance's id: event and person. */
  record Id(UUID value) {

    static Id of(Ids ids, Event.Id event, UUID person) {
      return new Id(ids.of("attendance", event, person));
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * A code by which a person can be scanned.
   *
   * @param to until when, in event time; null while it is valid
   */
  record Badge(String code, Instant from, @Nullable Instant to) {

    boolean valid() {
      return to == null;
    }

    private Badge until(Instant now) {
      return new Badge(code, from, now);
    }
  }

  /** What somebody does at an event. */
  enum Role {
    ATTENDEE("attendee"),
    SPEAKER("speaker"),
    EXHIBITOR("exhibitor");

    private final String wireName;

    Role(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }

    static Optional<Role> named(String wireName) {
      return List.of(values()).stream().filter(role -> role.wireName.equals(wireName)).findFirst();
    }
  }

  /**
   * What the platform says about an attendance; what it leaves out stays as it is.
   *
   * @param badges the codes that are valid from now on, all others are not
   */
  record Said(@Nullable List<String> badges, @Nullable Boolean newcomer, @Nullable Role role) {}

  Attendance {
    badges = List.copyOf(badges);
  }

  static Attendance registered(
      Id id, Event.Id event, UUID person, String externalId, Said said, Instant now) {
    return new Attendance(id, event, person, externalId, 0, List.of(), false, Role.ATTENDEE, false)
        .next(said, now);
  }

  /** The platform says it anew; whoever had cancelled attends again. */
  Attendance revised(Said said, Instant now) {
    var next = next(said, now);
    return next.equalsBut(this) ? this : next;
  }

  /** Cancels; the badges are valid no more. */
  Attendance cancel(Instant now) {
    return cancelled
        ? this
        : new Attendance(
            id, event, person, externalId, rev + 1, badges(List.of(), now), newcomer, role, true);
  }

  List<String> validCodes() {
    return badges.stream().filter(Badge::valid).map(Badge::code).toList();
  }

  private Attendance next(Said said, Instant now) {
    return new Attendance(
        id,
        event,
        person,
        externalId,
        rev + 1,
        said.badges() == null ? badges : badges(said.badges(), now),
        said.newcomer() == null ? newcomer : said.newcomer(),
        said.role() == null ? role : said.role(),
        false);
  }

  private boolean equalsBut(Attendance other) {
    return badges.equals(other.badges)
        && newcomer == other.newcomer
        && role == other.role
        && cancelled == other.cancelled;
  }

  private List<Badge> badges(List<String> codes, Instant now) {
    var next = new ArrayList<Badge>();
    var fresh = new ArrayList<>(codes);
    var listed = new HashSet<>(codes);
    for (var badge : badges) {
      if (!badge.valid()) {
        next.add(badge);
      } else if (listed.contains(badge.code())) {
        next.add(badge);
        fresh.remove(badge.code());
      } else {
        next.add(badge.until(now));
      }
    }
    fresh.forEach(code -> next.add(new Badge(code, now, null)));
    return next;
  }
}
