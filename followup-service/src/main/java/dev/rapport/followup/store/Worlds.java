package dev.rapport.followup.store;

import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.World;
import dev.rapport.messaging.EventClock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what a batch of decisions needs to know, in five queries. */
public final class Worlds {

  private final Events events;
  private final People people;
  private final Standings standings;
  private final EventClock clock;

  /** Takes what is known and the time that people live in. */
  public Worlds(Events events, People people, Standings standings, EventClock clock) {
    this.events = events;
    this.people = people;
    this.standings = standings;
    this.clock = clock;
  }

  /** What these follow-ups' decisions rest on. */
  public World of(Collection<FollowUp> followUps) {
    var eventIds = new HashSet<UUID>();
    var personIds = new HashSet<UUID>();
    var pairs = new HashSet<UUID>();
    for (var followUp : followUps) {
      eventIds.add(followUp.event());
      personIds.add(followUp.owner());
      personIds.add(followUp.contact());
      pairs.add(followUp.pair());
    }
    return of(eventIds, personIds, pairs);
  }

  /** What is known of these events and people now. */
  public World of(Set<UUID> eventIds, Set<UUID> personIds) {
    return of(eventIds, personIds, Set.of());
  }

  /** What is known of these events, people and pairs of them now. */
  public World of(Set<UUID> eventIds, Set<UUID> personIds, Set<UUID> pairs) {
    return new World(
        events.byId(eventIds), people.byId(personIds), standings.of(personIds, pairs), now().now());
  }

  /** Nothing but the time: in milliseconds, because documents keep no more. */
  public World now() {
    return new World(Map.of(), Map.of(), clock.now().truncatedTo(ChronoUnit.MILLIS));
  }
}
