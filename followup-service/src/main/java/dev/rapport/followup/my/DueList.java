package dev.rapport.followup.my;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.access.Page;
import dev.rapport.followup.introduce.Introducing;
import dev.rapport.followup.introduce.Introduction;
import dev.rapport.followup.nurture.LosingTouch;
import dev.rapport.followup.nurture.MetOutside;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.plan.State.WithOwner;
import dev.rapport.followup.plan.World;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Everything that is due for an owner: whoever they are losing touch with first, the rest by age.
 */
@Component
class DueList {

  /** How long somebody whom one missed to follow up stays on the list. */
  private static final Duration REGRET = Duration.ofDays(30);

  /** How long an acceptance is news. */
  private static final Duration NEWS = Duration.ofDays(14);

  /** A meeting outside any event is as urgent as one at an event. */
  private static final Duration WITHIN = Duration.ofDays(7);

  private final LosingTouch losingTouch;
  private final MetOutside metOutside;
  private final Introducing introducing;
  private final FollowUps followUps;
  private final Worlds worlds;

  DueList(
      LosingTouch losingTouch,
      MetOutside metOutside,
      Introducing introducing,
      FollowUps followUps,
      Worlds worlds) {
    this.losingTouch = losingTouch;
    this.metOutside = metOutside;
    this.introducing = introducing;
    this.followUps = followUps;
    this.worlds = worlds;
  }

  /** Returns one page of it. */
  Page<Thing> of(Person owner, int limit, @Nullable Place after) {
    var now = worlds.now().now();
    var things = new ArrayList<Thing>();
    losingTouch.of(owner, now).forEach(one -> things.add(overdue(one, now)));
    metOutside.of(owner, now).forEach(one -> things.add(met(one)));
    accepted(owner.id(), now).forEach(one -> things.add(accepted(one)));
    introducing.of(owner.id()).forEach(one -> things.add(introduce(one)));
    open(owner.id(), now).forEach(one -> things.add(followUp(one)));
    var shown =
        things.stream()
            .sorted((one, other) -> one.place().compareTo(other.place()))
            .filter(thing -> after == null || thing.place().compareTo(after) > 0)
            .limit(limit + 1L)
            .toList();
    return Page.of(shown, limit, thing -> thing.place().text());
  }

  /** What is known of everyone and every event in these. */
  World world(Person owner, List<Thing> things) {
    var events = new HashSet<UUID>();
    var people = new HashSet<UUID>();
    people.add(owner.id());
    for (var thing : things) {
      people.add(thing.person());
      switch (thing) {
        case Thing.Overdue one -> {
          var event = one.overdue().touch().event();
          if (event != null) {
            events.add(event);
          }
          if (one.overdue().other() != null) {
            people.add(one.overdue().other());
          }
        }
        case Thing.Introduce one -> {
          events.add(one.introduction().event());
          people.add(one.introduction().other());
        }
        case Thing.Met one -> {}
        case Thing.Accepted one -> events.add(one.followUp().event());
        case Thing.Open one -> events.add(one.followUp().event());
      }
    }
    return worlds.of(events, people);
  }

  private List<FollowUp> accepted(UUID owner, Instant now) {
    return followUps.find(
        Filters.and(
            Filters.eq("owner", owner),
            Filters.eq("answer", "accepted"),
            Filters.ne("erased", true),
            Filters.gt("answerAt", Date.from(now.minus(NEWS)))),
        Sorts.ascending("_id"),
        Integer.MAX_VALUE);
  }

  private static Thing accepted(FollowUp one) {
    var at = one.voices().contact().at();
    return new Thing.Accepted(new Place(2, at == null ? 0 : -at.toEpochMilli(), one.id()), one);
  }

  private List<FollowUp> open(UUID owner, Instant now) {
    Bson missed =
        Filters.and(
            Filters.eq("state", "settled"),
            Filters.eq("outcome", "missed"),
            Filters.exists("doneLateAt", false),
            Filters.gt("settledAt", Date.from(now.minus(REGRET))));
    return followUps.find(
        Filters.and(
            Filters.eq("owner", owner),
            Filters.ne("erased", true),
            Filters.or(Filters.eq("state", "withOwner"), missed)),
        Sorts.ascending("_id"),
        Integer.MAX_VALUE);
  }

  private static Thing overdue(LosingTouch.Overdue one, Instant now) {
    var thousandths = Math.round(one.touch().overdue(now) * 1_000);
    return new Thing.Overdue(new Place(1, -thousandths, one.touch().tie().id()), one);
  }

  private static Thing met(MetOutside.Met one) {
    var urgency = one.at().plus(WITHIN).toEpochMilli();
    return new Thing.Met(new Place(4, urgency, one.touch().tie().id()), one);
  }

  private static Thing introduce(Introduction one) {
    var day = one.day().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    return new Thing.Introduce(new Place(3, day, one.id()), one);
  }

  private static Thing followUp(FollowUp one) {
    return switch (one.state()) {
      case WithOwner with ->
          new Thing.Open(new Place(4, with.deadline().toEpochMilli(), one.id()), one);
      case Settled settled ->
          new Thing.Open(new Place(5, -settled.at().toEpochMilli(), one.id()), one);
      default -> throw new IllegalStateException("Only what waits for its owner is on their list");
    };
  }
}
