package dev.rapport.followup.list;

import dev.rapport.followup.ask.Beside;
import dev.rapport.followup.plan.Event;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.plan.State.WithOwner;
import dev.rapport.followup.plan.Waking;
import dev.rapport.followup.plan.Window;
import dev.rapport.followup.plan.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * On which UTC day an owner is told, and when in it. An event's list days are due until a list has
 * gone out since; who comes onto the list after the last of them is told of on the next day.
 *
 * @param asked the last day that was asked for, never asked for again
 * @param told the last day on which a list went out
 * @param toldAt when that list was put together
 * @param toldOf the follow-ups that it named
 */
record ListDays(
    Person owner,
    @Nullable LocalDate asked,
    @Nullable LocalDate told,
    @Nullable Instant toldAt,
    Set<UUID> toldOf) {

  static ListDays of(Person owner, OwnerList list) {
    return new ListDays(owner, list.asked(), list.told(), list.toldAt(), list.toldOf());
  }

  /** What hurries nobody waits this long for another mail to go with, from the last list on. */
  private static final Duration MONTH = Duration.ofDays(30);

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final LocalTime EVENING = LocalTime.of(20, 0);

  /** Returns the next day on which there is something to tell of these, or null. */
  @Nullable LocalDate next(List<FollowUp> open, List<Beside> beside, World world) {
    return Stream.concat(
            open.stream().map(followUp -> next(followUp, world)),
            beside.stream()
                .map(Beside::about)
                .distinct()
                .map(about -> next(about, waking(beside, world), world)))
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  private @Nullable LocalDate next(Beside.About about, Waking waking, World world) {
    var rest = about.hurries() || toldAt == null ? world.now() : toldAt.plus(MONTH);
    var from = rest.isBefore(world.now()) ? world.now() : rest;
    return waking.first(from, from.plus(MONTH), asked);
  }

  /** When the owner is awake, at the event of which they are told first, if there is one. */
  private Waking waking(List<Beside> beside, World world) {
    for (var one : beside) {
      var event = one.event() == null ? null : world.events().get(one.event());
      if (event != null) {
        return event.waking(owner);
      }
    }
    var zone = owner.zone();
    return new Waking(zone == null ? ZoneOffset.UTC : zone, MORNING, EVENING);
  }

  /** Returns the stretch of a day in which the list may start, before the first deadline in it. */
  Window window(List<FollowUp> open, List<Beside> beside, LocalDate day, World world) {
    if (open.isEmpty()) {
      return waking(beside, world).on(day, world.now(), world.now().plus(MONTH));
    }
    var longest = new Window(Instant.EPOCH, Instant.EPOCH);
    for (var followUp : open) {
      var event = world.events().get(followUp.event());
      if (event != null && followUp.state() instanceof WithOwner with) {
        var window = event.waking(owner).on(day, world.now(), with.deadline());
        var first = longest.from().equals(longest.to());
        // Whose deadline comes in the middle of the day bounds the list; what is over does not.
        if (window.from().isBefore(window.to()) && (first || window.to().isBefore(longest.to()))) {
          longest = window;
        }
      }
    }
    return longest;
  }

  private @Nullable LocalDate next(FollowUp followUp, World world) {
    var event = world.events().get(followUp.event());
    if (event == null || !(followUp.state() instanceof WithOwner with)) {
      return null;
    }
    var from = earliest(event, followUp.id(), with, world);
    if (from == null) {
      return null;
    }
    var start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
    var notBefore = start.isBefore(world.now()) ? world.now() : start;
    return event.waking(owner).first(notBefore, with.deadline(), asked);
  }

  private @Nullable LocalDate earliest(Event event, UUID id, WithOwner with, World world) {
    var end = LocalDate.ofInstant(event.ends(), ZoneOffset.UTC);
    for (var days : event.policy().listDays().stream().sorted().toList()) {
      var day = end.plusDays(days);
      if (told == null || day.isAfter(told)) {
        return day;
      }
    }
    // By name as well: what was decided before that list was read may have been written after it.
    var isNew = toldAt == null || with.since().isAfter(toldAt) || !toldOf.contains(id);
    return isNew ? LocalDate.ofInstant(world.now(), ZoneOffset.UTC) : null;
  }
}
