package dev.rapport.system.player;

import dev.rapport.system.ledger.Purpose;
import dev.rapport.system.player.Attendee.Address;
import dev.rapport.system.player.Attendee.Habit;
import dev.rapport.system.player.Step.Scan;
import dev.rapport.system.player.Step.Scan.Target;
import dev.rapport.system.world.Traces;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws a conference: the same seed, the same conference. */
final class Drawing {

  /** When people come to write down whom they met. */
  private static final Duration EVENING_AFTER = Duration.ofHours(24 + 20);

  /** When connectors look whom they could bring together; from the second time on they do. */
  private static final List<Integer> LOOKS = List.of(11, 14, 17, 24 + 10, 24 + 13, 24 + 16);

  private static final Set<Integer> FIRST_LOOKS = Set.of(11, 24 + 10);

  /** The organiser sees a mistake, and mends it before the first mails go. */
  private static final Duration HOLDS = Duration.ofHours(24 + 12);

  private static final Duration GOES_ON = Duration.ofHours(24 + 14);

  /** When people look at what has become of it all. */
  private static final int LOOKS_BACK = 24 * 4 + 10;

  private final String label;
  private final long seed;
  private final int attendees;
  private final int met;
  private final Random random;
  private final List<Attendee> cast = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Set<Long> pairs = new HashSet<>();
  private boolean plain;
  private int keys;

  Drawing(String label, int attendees, int met, long seed) {
    this.label = label;
    this.seed = seed;
    this.attendees = attendees;
    this.met = met;
    random = new Random(seed);
  }

  /** Without mishaps. */
  Drawing plainly() {
    plain = true;
    return this;
  }

  Script script() {
    Casting casting = new Casting(label, seed, random, plain);
    for (int i = 0; i < attendees; i++) {
      Attendee attendee = casting.attendee(i);
      cast.add(attendee);
      if (attendee.comes() != null) {
        steps.add(new Step.Arrive(attendee.comes(), attendee));
      } else if (attendee.badgeAt() != null) {
        steps.add(new Step.Badge(attendee.badgeAt(), attendee, attendee.badge()));
      }
    }
    if (!plain) {
      casting.characters(cast);
      cast.set(cast.indexOf(forgottenLater()), forgottenLater().patient());
    }
    meetings();
    long count = pairs.size();
    List<Scan> afterwards = plain ? List.of() : afterwards();
    if (!plain) {
      mishaps();
      cast.forEach(this::afterMeeting);
      steps.addAll(Nearness.among(cast.stream().filter(this::stays).toList(), seed).steps());
      steps.add(new Step.Hold(HOLDS, true));
      steps.add(new Step.Hold(GOES_ON, false));
    }
    return new Script(
        label,
        seed,
        ZoneId.of("Europe/Berlin"),
        Duration.ofHours(8),
        Duration.ofHours(24 + 18),
        cast,
        steps,
        count,
        afterwards,
        plain ? 0.05 : 0.6);
  }

  /** The first one is popular: more people than a mail shows. The last ones meet nobody. */
  private void meetings() {
    int sociable = Math.max(4, attendees - attendees / 30);
    int fans = Math.min(sociable - 1, Math.max(attendees / 5, Math.min(40, attendees / 2)));
    for (int other = 1; other <= fans; other++) {
      meeting(0, other, true);
    }
    for (int one = 0; one < sociable; one++) {
      for (int other = 0; cast.get(one).is(Habit.SCANS_ALL) && other < sociable; other++) {
        onlyScans(one, other);
      }
    }
    long wanted = Math.min((long) attendees * met / 2, (long) sociable * (sociable - 1) / 2);
    while (pairs.size() < wanted) {
      meeting(random.nextInt(sociable), random.nextInt(sociable), false);
    }
  }

  private void meeting(int one, int other, boolean mutual) {
    if (one == other || !pairs.add(pair(one, other))) {
      return;
    }
    Duration at = chance(0.5) ? between(9, 18) : between(24 + 9, 24 + 17);
    boolean virtual = chance(0.2) || onlyVirtual(one) || onlyVirtual(other);
    List<Scan> scans = new ArrayList<>();
    scans.add(scan(cast.get(one), cast.get(other), at, virtual));
    if (plain || mutual || chance(0.85)) {
      Duration back = at.plusSeconds(5 + random.nextInt(60));
      scans.add(scan(cast.get(other), cast.get(one), back, virtual));
    }
    if (!plain && chance(0.05)) {
      Duration again = at.plusMinutes(10 + random.nextInt(30));
      scans.add(
          scan(
              cast.get(one),
              cast.get(other),
              again,
              chance(0.2) || onlyVirtual(one) || onlyVirtual(other)));
    }
    steps.addAll(scans);
    if (cast.get(one).is(Habit.TAKES_NOTES)) {
      steps.add(
          new Step.Note(
              EVENING_AFTER.plusMinutes(pairs.size() % 300),
              cast.get(one).id(),
              cast.get(other).id(),
              Traces.NOTE + label + "-" + pairs.size()));
    }
    // Nothing is left to undo of somebody who is erased by then.
    if (!plain && chance(0.03) && !forgets(cast.get(one)) && !forgets(cast.get(other))) {
      boolean all = chance(0.5);
      for (Scan scan : all ? scans : List.of(scans.getFirst())) {
        steps.add(new Step.Undo(scan.due().plusMinutes(30 + random.nextInt(600)), scan.key()));
      }
      if (chance(0.3)) {
        steps.add(
            scan(
                cast.get(one),
                cast.get(other),
                between(24 + 16, 24 + 18),
                onlyVirtual(one) || onlyVirtual(other)));
      }
    }
  }

  /** Who scans every badge is not scanned back. */
  private void onlyScans(int one, int other) {
    if (one != other && pairs.add(pair(one, other))) {
      Duration at = chance(0.5) ? between(9, 18) : between(24 + 9, 24 + 17);
      steps.add(scan(cast.get(one), cast.get(other), at, onlyVirtual(other)));
    }
  }

  private boolean onlyVirtual(int one) {
    return cast.get(one).is(Habit.VIRTUAL_ONLY);
  }

  private Scan scan(Attendee reporter, Attendee contact, Duration at, boolean virtual) {
    boolean offline = !plain && chance(0.1);
    boolean badge = contact.badgeAt() != null || chance(0.5);
    Duration due = offline ? synced(at) : at;
    Duration comes = reporter.comes();
    return new Scan(
        comes != null && due.compareTo(comes) < 0 ? comes.plusMinutes(30) : due,
        at,
        "scan-" + keys++,
        reporter.id(),
        badge ? Target.BADGE : Target.CONTACT,
        badge ? contact.badge() : contact.id(),
        virtual,
        !plain && chance(0.05));
  }

  /** Phones without a network send what they kept every few hours. */
  private Duration synced(Duration at) {
    return Duration.ofHours(at.toHours() - at.toHours() % 3 + 3L * (1 + random.nextInt(6)));
  }

  /** What people do about each other at the event, and in the week after. */
  private void afterMeeting(Attendee attendee) {
    if (!stays(attendee)) {
      return;
    }
    if (attendee.agrees().contains(Purpose.INTRODUCE_OTHERS)) {
      for (int hour : LOOKS) {
        steps.add(
            new Step.Connect(Duration.ofHours(hour), attendee.id(), !FIRST_LOOKS.contains(hour)));
      }
    }
    int self = cast.indexOf(attendee);
    List<Attendee> contacts =
        pairs.stream()
            .sorted()
            .mapToInt(pair -> other(pair, self))
            .filter(other -> other >= 0 && stays(cast.get(other)))
            .limit(3)
            .mapToObj(cast::get)
            .toList();
    steps.addAll(WeekAfter.of(attendee, contacts));
    if (self % 40 == 1) {
      steps.add(new Step.Browse(Duration.ofHours(LOOKS_BACK + self % 5), attendee.id()));
    }
  }

  /** The other one of a pair, or -1 where this one is not of it. */
  private static int other(long pair, int self) {
    int one = (int) (pair >> 32);
    int two = (int) pair;
    return one == self ? two : two == self ? one : -1;
  }

  private void mishaps() {
    cast.stream()
        .filter(a -> stays(a) && chance(0.04))
        .forEach(
            a ->
                steps.add(
                    new Step.Withdraw(
                        between(20, 70),
                        a.id(),
                        chance(0.7) ? Purpose.RECEIVE_INVITATIONS : Purpose.WRITE_IN_MY_NAME)));
    cast.stream().filter(a -> stays(a) && chance(0.02)).forEach(a -> reprint(a, between(12, 36)));
    cast.stream()
        .filter(a -> stays(a) && a.address() == Address.GOOD && chance(0.03))
        .forEach(
            a -> steps.add(new Step.Move(between(20, 70), a.at(a.id() + "@elsewhere.example"))));
    steps.add(new Step.Erase(between(30, 40), forgotten().id()));
    steps.add(new Step.Erase(between(51, 52), forgottenLater().id()));
    Duration lost = between(10, 14);
    steps.add(
        new Scan(
            lost,
            lost,
            "scan-" + keys++,
            known(1).id(),
            Target.BADGE,
            "nobodys-" + label,
            false,
            false));
  }

  /** Who got a new badge is found by name until it is surely known, and by the new badge then. */
  private void reprint(Attendee attendee, Duration at) {
    String code = "reprint-" + attendee.badge();
    steps.replaceAll(
        step ->
            step instanceof Scan scan
                    && scan.target().equals(attendee.badge())
                    && scan.at().compareTo(at) >= 0
                ? scan.at().compareTo(at.plusDays(1)) >= 0
                    ? scan.of(Target.BADGE, code)
                    : scan.of(Target.CONTACT, attendee.id())
                : step);
    steps.add(new Step.Badge(at, attendee, code));
  }

  /** People who are there from the start and stay, and had not met. */
  private List<Scan> afterwards() {
    List<Scan> scans = new ArrayList<>();
    for (int tries = 0; scans.size() < 4 && tries < 1000; tries++) {
      int one = 1 + random.nextInt(cast.size() - 1);
      int other = 1 + random.nextInt(cast.size() - 1);
      if (one != other
          && stays(cast.get(one))
          && stays(cast.get(other))
          && pairs.add(pair(one, other))) {
        Duration at = between(24 + 9, 24 + 17);
        scans.add(late(cast.get(one), cast.get(other), at));
        scans.add(late(cast.get(other), cast.get(one), at));
      }
    }
    return scans;
  }

  private Scan late(Attendee reporter, Attendee contact, Duration at) {
    return new Scan(
        at, at, "late-" + keys++, reporter.id(), Target.CONTACT, contact.id(), false, false);
  }

  private boolean stays(Attendee attendee) {
    return early(attendee) && !forgets(attendee);
  }

  private boolean forgets(Attendee attendee) {
    return attendee == forgotten() || attendee == forgottenLater();
  }

  /** Erased during the event. */
  private Attendee forgotten() {
    return known(cast.size() / 2);
  }

  /** Erased the morning after. */
  private Attendee forgottenLater() {
    return known(cast.size() * 3 / 4);
  }

  private static boolean early(Attendee attendee) {
    return attendee.comes() == null && attendee.badgeAt() == null;
  }

  private Attendee known(int from) {
    return cast.subList(from, cast.size()).stream()
        .filter(Drawing::early)
        .findFirst()
        .orElseThrow();
  }

  private static long pair(int one, int other) {
    return ((long) Math.min(one, other) << 32) | Math.max(one, other);
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private Duration between(int fromHour, int toHour) {
    return Duration.ofSeconds(fromHour * 3600L + random.nextInt((toHour - fromHour) * 3600));
  }
}
