package dev.rapport.events.introduction;

import dev.rapport.events.edge.Crowd;
import dev.rapport.events.edge.CrowdWatcher;
import dev.rapport.events.edge.Edge;
import dev.rapport.events.event.Event;
import dev.rapport.events.introduction.Suggestions.Suggestion;
import dev.rapport.events.life.State;
import dev.rapport.events.profile.Profile;
import dev.rapport.events.profile.Profiles;
import dev.rapport.events.tie.Ties;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Suggests introductions while an event is on: at most three a day to each connector, hours apart,
 * so that the later ones know more. What somebody no longer agrees to is shown no more.
 */
@Component
public class Introductions implements CrowdWatcher {

  private static final Duration APART = Duration.ofHours(2);

  private final IntroductionStore store;
  private final Profiles profiles;
  private final Ties ties;
  private final Ids ids;
  private final EventClock clock;

  Introductions(IntroductionStore store, Profiles profiles, Ties ties, Ids ids, EventClock clock) {
    this.store = store;
    this.profiles = profiles;
    this.ties = ties;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void counted(Event event, Crowd crowd, Edge edge) {
    // Before half of them have met somebody, there is no group that anyone could be brought into.
    if (event.state() != State.OPEN || edge.median() == 0) {
      return;
    }
    var at = clock.now().truncatedTo(ChronoUnit.MILLIS);
    var known = profiles.findWilling(crowd.people());
    var before = made(event.id().value(), crowd, at);
    var found =
        Suggestions.suggest(
            crowd,
            candidates(event.id().value(), crowd, edge, known),
            before,
            new Random(at.toEpochMilli()));
    var made = found.stream().map(one -> make(event, crowd, known, one, at)).toList();
    store.add(together(made));
  }

  private static List<Candidate> candidates(
      UUID event, Crowd crowd, Edge edge, Map<UUID, Profile> known) {
    var candidates = new ArrayList<Candidate>();
    known.forEach(
        (person, profile) -> {
          var number = crowd.number(person);
          candidates.add(
              new Candidate(
                  number,
                  profile.isConnector(event),
                  profile.mayBeIntroduced(event),
                  edge.isInTheGroup(number),
                  edge.has(number),
                  profile.interests().stream().map(Profile::folded).toList()));
        });
    return candidates;
  }

  private Made made(UUID event, Crowd crowd, Instant now) {
    var made = new Made();
    for (var introduction : store.of(event)) {
      var connector = crowd.number(introduction.connector());
      var one = crowd.number(introduction.one());
      var other = crowd.number(introduction.other());
      if (introduction.day().equals(day(now))) {
        made.today(connector, one, other);
      } else {
        made.everBefore(one, other);
      }
      if (Duration.between(introduction.at(), now).compareTo(APART) < 0) {
        made.rests(connector);
      }
    }
    return made;
  }

  private Introduction make(
      Event event, Crowd crowd, Map<UUID, Profile> known, Suggestion found, Instant at) {
    var connector = crowd.person(found.connector());
    var one = crowd.person(found.one());
    var other = crowd.person(found.other());
    var topics = profile(known, one).shares(profile(known, other));
    var id = Introduction.id(ids, event.id().value(), connector, one, other);
    return new Introduction(id, event.id().value(), connector, one, other, at, day(at), topics);
  }

  /** Without those of which two of the three want nothing of each other. */
  private List<Introduction> together(List<Introduction> some) {
    var involved = new HashSet<UUID>();
    some.forEach(one -> involved.addAll(one.people()));
    var parted = ties.parted(involved);
    return some.stream()
        .filter(one -> parted.stream().noneMatch(two -> one.people().containsAll(two)))
        .toList();
  }

  private static Profile profile(Map<UUID, Profile> known, UUID person) {
    return Objects.requireNonNull(known.get(person));
  }

  /** Today's and earlier introductions of a connector, as far as all three still agree. */
  public List<IntroductionView> of(Event.Id event, UUID connector) {
    var introductions = together(store.of(event.value(), connector));
    var involved = new ArrayList<UUID>(List.of(connector));
    introductions.forEach(made -> involved.addAll(List.of(made.one(), made.other())));
    var known = profiles.find(involved);
    var self = known.get(connector);
    if (self == null || !self.isConnector(event.value())) {
      return List.of();
    }
    var views = new ArrayList<IntroductionView>();
    for (var made : introductions) {
      var one = known.get(made.one());
      var other = known.get(made.other());
      if (one != null
          && other != null
          && one.mayBeIntroduced(event.value())
          && other.mayBeIntroduced(event.value())) {
        views.add(IntroductionView.of(made, one, other));
      }
    }
    return views;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
