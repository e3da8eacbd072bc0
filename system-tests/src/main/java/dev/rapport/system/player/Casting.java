package dev.rapport.system.player;

import dev.rapport.system.ledger.Purpose;
import dev.rapport.system.player.Attendee.Address;
import dev.rapport.system.player.Attendee.Habit;
import dev.rapport.system.player.Attendee.ListMood;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Draws the people of a conference. */
final class Casting {

  /** Of fewer people nobody scans so many that it is too many. */
  private static final int CROWD = 100;

  private static final List<String> FIRST =
      List.of(
          "Ana",
          "Björn",
          "Chidi",
          "Dilnoza",
          "Émile",
          "Fatima",
          "Grzegorz",
          "Hana",
          "İpek",
          "Jürgen",
          "Kaito",
          "Leïla",
          "Mbali",
          "Noor",
          "Óscar",
          "Priya",
          "Søren",
          "Zoë",
          "李雷",
          "ידעאל");
  private static final List<String> LAST =
      List.of(
          "Núñez",
          "Okafor",
          "Schäfer",
          "O'Brien",
          "Łukasik",
          "van der Berg",
          "Nguyễn",
          "Rossi",
          "Çelik",
          "Haddad",
          "Müller-Lüdenscheidt",
          "Sato",
          "Ivanova",
          "Achebe",
          "D’Angelo");
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "Asia/Tokyo",
          "Pacific/Auckland",
          "America/Los_Angeles",
          "Asia/Kolkata",
          "UTC");

  private static final List<String> TOPICS =
      List.of(
          "sailing",
          "tracing",
          "lighting design",
          "open data",
          "event sourcing",
          "accessibility",
          "teaching",
          "batteries",
          "translation",
          "cities",
          "music",
          "fungi");

  /** Which share of people agrees to what. */
  private static final Map<Purpose, Double> YES =
      new EnumMap<>(
          Map.of(
              Purpose.BE_NAMED, 0.7,
              Purpose.BE_INTRODUCED, 0.6,
              Purpose.INTRODUCE_OTHERS, 0.15,
              Purpose.BE_SENSED, 0.5,
              Purpose.SHARE_EMAIL, 0.6,
              Purpose.SHARE_PHONE, 0.3,
              Purpose.SHARE_PROFILES, 0.5,
              Purpose.NURTURE, 0.5));

  private final String label;
  private final Random random;
  private final Random habits;
  private final boolean plain;

  /**
   * @param random what everything is drawn from but habits, which leave all else as it is
   */
  Casting(String label, long seed, Random random, boolean plain) {
    this.label = label;
    this.random = random;
    this.habits = new Random(~seed);
    this.plain = plain;
  }

  Attendee attendee(int i) {
    String id = label + "-" + i;
    boolean late = !plain && i > 3 && chance(0.03);
    boolean lateBadge = !plain && !late && i > 3 && chance(0.03);
    Duration comes = late ? soon() : null;
    return new Attendee(
        id,
        pick(FIRST) + " " + pick(LAST),
        id + "@people.example",
        chance(0.5) ? "en" : "de",
        !plain && chance(0.5) ? ZoneId.of(pick(ZONES)) : null,
        "badge-" + id,
        plain || chance(0.8),
        plain || chance(0.9),
        comes,
        lateBadge ? soon() : null,
        plain ? ListMood.NEVER : mood(),
        plain ? Address.GOOD : address(i),
        !plain && i > 3 && chance(0.03),
        Set.of(),
        Set.of(),
        new Card(i, List.of(), List.of(), List.of()));
  }

  /**
   * The first is popular and not automatic, the third scans everybody, the fourth exhibits; the
   * others have habits by chance.
   */
  void characters(List<Attendee> cast) {
    for (int i = 0; i < cast.size(); i++) {
      Attendee attendee = cast.get(i);
      if (i == 0) {
        attendee = attendee.with(false, ListMood.RELEASES);
      } else if (i == 2 && cast.size() >= CROWD) {
        attendee = attendee.with(true, attendee.listMood()).with(Set.of(Habit.SCANS_ALL));
      } else if (i == 3) {
        attendee = attendee.with(Set.of(Habit.EXHIBITS));
      } else if (i > 3) {
        attendee = attendee.with(habits());
      }
      cast.set(i, attendee.with(purposes(i), card(i)));
    }
  }

  /** The second likes to introduce others, and agrees to all else as well. */
  private Set<Purpose> purposes(int i) {
    Set<Purpose> some = EnumSet.noneOf(Purpose.class);
    YES.forEach(
        (purpose, share) -> {
          if (habits.nextDouble() < share || i == 1) {
            some.add(purpose);
          }
        });
    return some;
  }

  private Card card(int i) {
    return new Card(i, topics(), topics(), topics());
  }

  /** Two or three of them. */
  private List<String> topics() {
    Set<String> some = new TreeSet<>();
    for (int tries = 0; tries < 3; tries++) {
      some.add(TOPICS.get(habits.nextInt(TOPICS.size())));
    }
    return List.copyOf(some);
  }

  private Set<Habit> habits() {
    Set<Habit> some = EnumSet.noneOf(Habit.class);
    sometimes(0.05, Habit.VIRTUAL_ONLY, some);
    sometimes(0.02, Habit.EXHIBITS, some);
    sometimes(0.15, Habit.TAKES_NOTES, some);
    sometimes(0.25, Habit.ANSWERS_WELCOME, some);
    sometimes(0.35, Habit.PLANS, some);
    sometimes(0.12, Habit.NEWCOMER, some);
    sometimes(0.15, Habit.STAYS_IN_TOUCH, some);
    return some;
  }

  private void sometimes(double share, Habit habit, Set<Habit> some) {
    if (habits.nextDouble() < share) {
      some.add(habit);
    }
  }

  private ListMood mood() {
    double x = random.nextDouble();
    return x < 0.55 ? ListMood.ALL : x < 0.85 ? ListMood.PARTLY : ListMood.NEVER;
  }

  private Address address(int i) {
    double x = random.nextDouble();
    return i == 0 || x > 0.08 ? Address.GOOD : x < 0.03 ? Address.REFUSED : Address.DEFERRED;
  }

  private Duration soon() {
    return Duration.ofSeconds(11 * 3600L + random.nextInt((30 - 11) * 3600));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
