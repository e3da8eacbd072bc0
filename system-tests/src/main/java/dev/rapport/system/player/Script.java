package dev.rapport.system.player;

import dev.rapport.system.ledger.Purpose;
import dev.rapport.system.player.Attendee.Habit;
import dev.rapport.system.player.Step.Scan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A conference before it happens: who comes, and what happens when.
 *
 * @param label makes ids and addresses unlike those of other conferences on the same stack
 * @param seed what people answer is drawn from it
 * @param ends when the event ends, counted from the first day's midnight
 * @param steps in the order in which they are due
 * @param pairs how many pairs of people meet in them
 * @param afterwards scans that come in after the event has closed
 * @param answering share of mails that people act on
 */
public record Script(
    String label,
    long seed,
    ZoneId zone,
    Duration starts,
    Duration ends,
    List<Attendee> cast,
    List<Step> steps,
    long pairs,
    List<Scan> afterwards,
    double answering) {

  public Script {
    cast = List.copyOf(cast);
    steps = steps.stream().sorted(Comparator.comparing(Step::due)).toList();
    afterwards = List.copyOf(afterwards);
  }

  /** Draws people, meetings and mishaps. */
  public static Script drawn(String label, int attendees, int met, long seed) {
    return new Drawing(label, attendees, met, seed).script();
  }

  /** Draws people and meetings, and no mishaps; few act on their mails. For measuring. */
  public static Script plain(String label, int attendees, int met, long seed) {
    return new Drawing(label, attendees, met, seed).plainly().script();
  }

  /** Replays who was near whom. */
  public static Script replayed(String label, Path contacts, Duration least, long seed) {
    return ContactsFile.read(contacts).script(label, least, seed);
  }

  /** How many uploads of a scan are planned, those after the event has closed not counted. */
  public long scans() {
    return steps.stream().mapToLong(s -> s instanceof Scan scan ? scan.twice() ? 2 : 1 : 0).sum();
  }

  /**
   * The mail address of somebody whose own pages have much to show, in English if there is one:
   * they stay in touch, plan, and leave some of their list open.
   */
  public String shown() {
    Set<String> erased =
        steps.stream()
            .flatMap(step -> step instanceof Step.Erase e ? Stream.of(e.person()) : Stream.empty())
            .collect(Collectors.toSet());
    Set<String> scans =
        steps.stream()
            .flatMap(step -> step instanceof Scan s ? Stream.of(s.reporter()) : Stream.empty())
            .collect(Collectors.toSet());
    return cast.stream()
        .filter(
            a ->
                scans.contains(a.id()) && a.comes() == null && a.address() == Attendee.Address.GOOD)
        .filter(a -> !a.unsubscribes() && !erased.contains(a.id()))
        .max(Comparator.comparingInt(Script::muchToShow))
        .map(Attendee::email)
        .orElse("");
  }

  private static int muchToShow(Attendee attendee) {
    int much = attendee.locale().equals("en") ? 8 : 0;
    much += attendee.is(Habit.STAYS_IN_TOUCH) ? 3 : 0;
    much += attendee.agrees().contains(Purpose.NURTURE) ? 3 : 0;
    much += attendee.is(Habit.PLANS) ? 2 : 0;
    much += attendee.is(Habit.TAKES_NOTES) ? 1 : 0;
    much += attendee.agrees().contains(Purpose.BE_SENSED) ? 1 : 0;
    return much + (attendee.listMood() == Attendee.ListMood.NEVER ? 6 : 0);
  }

  /** All by which one could tell directly who somebody is: names, addresses, numbers, profiles. */
  public Set<String> identities() {
    return cast.stream()
        .flatMap(
            a ->
                Stream.concat(
                    Stream.of(a.name(), a.email()),
                    a.card().shared().values().stream().flatMap(Set::stream)))
        .collect(Collectors.toSet());
  }

  /** How many people attend. */
  public int attendees() {
    return cast.size();
  }
}
