package dev.rapport.followup.introduce;

import dev.rapport.followup.plan.Event;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.plan.Word;
import dev.rapport.followup.plan.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two people whom a connector could bring together; events-service suggests it.
 *
 * @param day the UTC day that it is for; it stays until the event ends
 * @param answer what the connector said, or null
 */
public record Introduction(
    UUID id,
    long rev,
    UUID connector,
    UUID one,
    UUID other,
    UUID event,
    LocalDate day,
    List<String> topics,
    @Nullable Answer answer) {

  /** What a connector says. */
  public enum Answer implements Word {
    INTRODUCED,
    NOT_NOW
  }

  /** When it is to be shown first. */
  Instant from() {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * Whether it is to be shown: it is its day, the event is on, nothing was said yet, and all three
   * agree at this moment.
   */
  public boolean isOpen(World world) {
    var at = world.events().get(event);
    return answer == null
        && !world.now().isBefore(from())
        && at != null
        && at.state() != Event.State.CANCELLED
        && world.now().isBefore(at.ends())
        && agrees(world, connector, Person.Purpose.INTRODUCE_OTHERS)
        && agrees(world, one, Person.Purpose.BE_INTRODUCED)
        && agrees(world, other, Person.Purpose.BE_INTRODUCED);
  }

  private static boolean agrees(World world, UUID id, Person.Purpose purpose) {
    var person = world.people().get(id);
    return person != null && !person.erased() && person.agreesTo(purpose);
  }
}
