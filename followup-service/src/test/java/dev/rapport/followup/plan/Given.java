package dev.rapport.followup.plan;

import dev.rapport.followup.plan.Person.Consent;
import dev.rapport.followup.plan.Person.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conference of one Thursday in Paris, two people, and what they agreed to: the contact receives,
 * and does not let us write.
 */
final class Given {

  static final UUID EVENT = new UUID(8, 1);
  static final UUID OWNER = new UUID(8, 2);
  static final UUID CONTACT = new UUID(8, 3);
  static final UUID ID = new UUID(8, 4);

  static final Instant MET = Instant.parse("2026-06-04T10:00:00Z");
  static final Instant ENDS = Instant.parse("2026-06-04T16:00:00Z");
  static final Instant AFTER = Instant.parse("2026-06-04T20:00:00Z");
  static final Instant DEADLINE = Instant.parse("2026-06-11T10:00:00Z");

  private final Map<UUID, Event> events = new HashMap<>();
  private final Map<UUID, Person> people = new HashMap<>();
  private Standing standing = Standing.NONE;
  private Instant now = MET;

  /** Both let us write, and receive. */
  static Given bothWilling() {
    return everything().contact(true, true, "Europe/Paris");
  }

  /** Everything agreed to that one direction needs, on the day of the meeting. */
  static Given everything() {
    return nothing()
        .event(ENDS, Event.State.OPEN, 1)
        .owner(true, true, "Europe/Paris")
        .contact(false, true, "Europe/Paris");
  }

  static Given nothing() {
    return new Given();
  }

  Given at(String moment) {
    return at(Instant.parse(moment));
  }

  Given at(Instant moment) {
    now = moment;
    return this;
  }

  Given event(Instant ends, Event.State state, long policyRev) {
    var policy =
        new Event.Policy(
            Duration.ofDays(7),
            Duration.ofDays(1),
            LocalTime.of(9, 0),
            LocalTime.of(20, 0),
            List.of(0, 2, 5));
    events.put(
        EVENT,
        new Event(
            EVENT,
            policyRev,
            policyRev,
            "acme",
            "c",
            "C",
            MET.minus(Duration.ofHours(1)),
            ends,
            ZoneId.of("Europe/Paris"),
            policy,
            state,
            false));
    return this;
  }

  /** The event's organiser holds the sending. */
  Given held() {
    var event = Objects.requireNonNull(events.get(EVENT));
    events.put(
        EVENT,
        new Event(
            EVENT,
            event.rev() + 1,
            event.policyRev(),
            event.organiser(),
            event.externalId(),
            event.name(),
            event.starts(),
            event.ends(),
            event.zone(),
            event.policy(),
            event.state(),
            true));
    return this;
  }

  Given owner(boolean writes, boolean receives, @Nullable String zone) {
    people.put(OWNER, person(OWNER, writes, receives, zone));
    return this;
  }

  Given contact(boolean writes, boolean receives, @Nullable String zone) {
    people.put(CONTACT, person(CONTACT, writes, receives, zone));
    return this;
  }

  /** What somebody wants, and their profiles in every network but the platform's own. */
  Given wishes(UUID id, String... channels) {
    var known = Objects.requireNonNull(people.get(id));
    var profiles =
        Map.of("mastodon", "ana@social.example", "linkedin", "https://linkedin.example/in/ana");
    var profile = new Profile(List.of(), List.of(), List.of(), List.of(channels), profiles);
    people.put(
        id,
        new Person(
            id,
            known.rev(),
            known.externalId(),
            known.generation(),
            known.name(),
            known.locale(),
            known.zone(),
            known.consents(),
            profile,
            false));
    return this;
  }

  Given exhibitor(UUID id) {
    standing = new Standing(Map.of(EVENT, Set.of(id)), Set.of(), Map.of());
    return this;
  }

  Given paused(UUID id) {
    standing = new Standing(Map.of(), Set.of(id), Map.of());
    return this;
  }

  Given connectedAt(UUID event) {
    standing =
        new Standing(Map.of(), Set.of(), Map.of(FollowUp.pair(CONTACT, OWNER), Set.of(event)));
    return this;
  }

  Given erased(UUID id) {
    people.put(id, Person.erased(id, 9));
    return this;
  }

  Given unknown(UUID id) {
    people.remove(id);
    return this;
  }

  World world() {
    return new World(Map.copyOf(events), Map.copyOf(people), standing, now);
  }

  /** A follow-up of a meeting that both reported, planned in this world. */
  FollowUp planned() {
    return FollowUp.of(ID, EVENT, OWNER, CONTACT, met(1, Meeting.ReportedBy.BOTH)).planned(world());
  }

  FollowUp planned(Meeting.ReportedBy by) {
    return FollowUp.of(ID, EVENT, OWNER, CONTACT, met(1, by)).planned(world());
  }

  static Meeting met(long rev, Meeting.ReportedBy by) {
    return met(rev, by, MET);
  }

  static Meeting met(long rev, Meeting.ReportedBy by, Instant reported) {
    return new Meeting(rev, MET, MET, reported, "faceToFace", by, null);
  }

  static Meeting notCounted(long rev, Meeting.NotCounted why) {
    return new Meeting(rev, MET, MET, MET, "faceToFace", Meeting.ReportedBy.NONE, why);
  }

  private static Person person(UUID id, boolean writes, boolean receives, @Nullable String zone) {
    var consents = new ArrayList<Consent>();
    consents.add(new Consent(Purpose.WRITE_IN_MY_NAME, EVENT, writes, MET));
    consents.add(new Consent(Purpose.RECEIVE_INVITATIONS, null, receives, MET));
    var own = zone == null ? null : ZoneId.of(zone);
    return new Person(id, 1, id.toString(), 1, "N", "en", own, consents, Profile.NONE, false);
  }
}
