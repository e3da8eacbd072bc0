package dev.rapport.system.player;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.ledger.Moment;
import dev.rapport.system.player.Attendee.Address;
import dev.rapport.system.world.EventTime;
import dev.rapport.system.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Before the doors open: everyone is made known, then the event, who attends it, and their plans.
 */
final class Opening {

  /** Machine time that the registration of one attendee may take. */
  private static final Duration EACH = Duration.ofMillis(2);

  private final World world;
  private final Script script;
  private final Ledger ledger;
  private final Registrar registrar;

  Opening(World world, Script script, Ledger ledger, Registrar registrar) {
    this.world = world;
    this.script = script;
    this.ledger = ledger;
    this.registrar = registrar;
  }

  /** Registers all who are there from the start; answers the midnight before the first day. */
  Instant register() {
    script.cast().forEach(this::faults);
    List<Attendee> early = script.cast().stream().filter(a -> a.comes() == null).toList();
    registrar.people(early);
    Instant midnight = midnight();
    registrar.event(
        "Autumn Meeting", midnight.plus(script.starts()), midnight.plus(script.ends()), script);
    registrar.attendances(early);
    registrar.plans(early);
    return midnight;
  }

  private void faults(Attendee attendee) {
    if (attendee.card().isOnPlatform()) {
      onPlatform(attendee);
    }
    if (attendee.address() == Address.GOOD) {
      return;
    }
    boolean forGood = attendee.address() == Address.REFUSED;
    if (forGood) {
      world.mail().refuse(attendee.email());
    } else {
      world.mail().defer(attendee.email(), 2);
    }
    ledger.write(new Entry.Refusing(now(), attendee.email(), forGood));
  }

  /** Some have left the app meanwhile, some are put off at first. */
  private void onPlatform(Attendee attendee) {
    switch (attendee.card().number() / 15 % 3) {
      case 0 -> {
        world.app().refuse(attendee.id());
        ledger.write(new Entry.NotOnPlatform(now(), attendee.id()));
      }
      case 1 -> world.app().putOff(attendee.id());
      default -> {}
    }
  }

  private Moment now() {
    Instant now = world.time().machineNow();
    return new Moment(now, now, world.time().event(now));
  }

  /** Leaves a day in which people can say how they want to be followed up. */
  private Instant midnight() {
    EventTime time = world.time();
    Instant ready =
        time.event(time.machineNow().plus(EACH.multipliedBy(script.attendees())))
            .plus(Duration.ofHours(1));
    LocalDate day = ready.atZone(script.zone()).toLocalDate().plusDays(1);
    return day.atStartOfDay(script.zone()).toInstant();
  }
}
