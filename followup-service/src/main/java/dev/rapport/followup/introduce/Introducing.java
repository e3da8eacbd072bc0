package dev.rapport.followup.introduce;

import dev.rapport.followup.ask.Beside;
import dev.rapport.followup.list.Besides;
import dev.rapport.followup.list.OwnerLists;
import dev.rapport.followup.plan.World;
import dev.rapport.followup.store.Blocks;
import dev.rapport.followup.store.Concerned;
import dev.rapport.followup.store.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows connectors whom they could bring together, while all three agree and the event is on. */
public final class Introducing implements Besides, Concerned {

  /** Events are shorter; what is older is over. */
  private static final int MOST_DAYS = 31;

  /** How soon to look again at what is not open, though its day has come. */
  private static final Duration LOOK_AGAIN = Duration.ofHours(6);

  private final Introductions introductions;
  private final OwnerLists lists;
  private final Worlds worlds;
  private final Blocks blocks;

  Introducing(Introductions introductions, OwnerLists lists, Worlds worlds, Blocks blocks) {
    this.introductions = introductions;
    this.lists = lists;
    this.worlds = worlds;
    this.blocks = blocks;
  }

  /** Takes suggestions; those that are known change nothing. */
  public void heard(Collection<Introduction> suggested) {
    var involved = new HashSet<UUID>();
    suggested.forEach(s -> involved.addAll(List.of(s.connector(), s.one(), s.other())));
    var erased = erasedAmong(involved);
    var fresh =
        suggested.stream()
            .filter(
                s ->
                    !erased.contains(s.connector())
                        && !erased.contains(s.one())
                        && !erased.contains(s.other()))
            .toList();
    introductions.store(fresh);
    wake(fresh);
    // Whoever was erased between the look and the write is forgotten again.
    var late = erasedAmong(involved);
    late.removeAll(erased);
    if (!late.isEmpty()) {
      introductions.forget(late);
    }
  }

  /** Returns what a connector can do now, the oldest first. */
  public List<Introduction> of(UUID connector) {
    var now = worlds.now().now();
    var all = open(List.of(connector), now, false);
    var world = world(all);
    return all.stream().filter(one -> one.isOpen(world)).toList();
  }

  /** Returns what became of it: null when it is not this connector's. */
  public @Nullable Introduction answer(UUID connector, UUID id, Introduction.Answer answer) {
    var one = introductions.byId(id);
    if (one == null || !one.connector().equals(connector)) {
      return null;
    }
    introductions.answer(one, answer);
    lists.left(List.of(connector), List.of(id));
    return introductions.byId(id);
  }

  @Override
  public Map<UUID, Standing> of(Collection<UUID> owners, Instant now) {
    var all = open(owners, now, true);
    if (all.isEmpty()) {
      return Map.of();
    }
    var world = world(all);
    var items = new HashMap<UUID, List<Beside>>();
    var next = new HashMap<UUID, Instant>();
    for (var one : all) {
      if (one.isOpen(world)) {
        items.computeIfAbsent(one.connector(), c -> new ArrayList<>()).add(beside(one));
      } else if (!isOver(one, world)) {
        var look = one.from().isAfter(now) ? one.from() : now.plus(LOOK_AGAIN);
        next.merge(one.connector(), look, (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    var standing = new HashMap<UUID, Standing>();
    all.forEach(
        one ->
            standing.put(
                one.connector(),
                new Standing(
                    items.getOrDefault(one.connector(), List.of()), next.get(one.connector()))));
    return standing;
  }

  @Override
  public void told(Collection<UUID> ids) {
    introductions.told(ids);
  }

  @Override
  public void changed(Collection<UUID> people) {
    var around = introductions.around(people).stream().filter(one -> one.answer() == null).toList();
    wake(around);
    left(around);
  }

  @Override
  public void erased(Collection<UUID> people) {
    var around = introductions.around(people);
    introductions.forget(people);
    left(around);
  }

  /** Those of which nobody has blocked another of the three. */
  private List<Introduction> open(Collection<UUID> connectors, Instant now, boolean onlyUntold) {
    var all = introductions.open(connectors, day(now).minusDays(MOST_DAYS), onlyUntold);
    var people = new HashSet<UUID>();
    all.forEach(one -> people.addAll(List.of(one.connector(), one.one(), one.other())));
    var apart = blocks.among(people);
    return all.stream().filter(i -> pairs(i).noneMatch(apart::contains)).toList();
  }

  private static Stream<Set<UUID>> pairs(Introduction one) {
    return Stream.of(
        Set.of(one.one(), one.other()),
        Set.of(one.connector(), one.one()),
        Set.of(one.connector(), one.other()));
  }

  private void wake(List<Introduction> some) {
    var connectors = some.stream().map(Introduction::connector).distinct().toList();
    if (!connectors.isEmpty()) {
      lists.wake(connectors, worlds.now().now());
    }
  }

  private void left(List<Introduction> some) {
    if (!some.isEmpty()) {
      lists.left(
          some.stream().map(Introduction::connector).distinct().toList(),
          some.stream().map(Introduction::id).toList());
    }
  }

  private World world(Collection<Introduction> all) {
    var events = new HashSet<UUID>();
    var people = new HashSet<UUID>();
    for (var one : all) {
      events.add(one.event());
      people.addAll(List.of(one.connector(), one.one(), one.other()));
    }
    return worlds.of(events, people);
  }

  private HashSet<UUID> erasedAmong(Collection<UUID> involved) {
    var erased = new HashSet<UUID>();
    worlds
        .of(Set.of(), Set.copyOf(involved))
        .people()
        .forEach(
            (id, person) -> {
              if (person.erased()) {
                erased.add(id);
              }
            });
    return erased;
  }

  private static boolean isOver(Introduction one, World world) {
    var event = world.events().get(one.event());
    return event != null && !world.now().isBefore(event.ends());
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private static Beside beside(Introduction one) {
    return new Beside(
        one.id(),
        one.rev(),
        Beside.About.INTRODUCTION,
        one.one(),
        one.other(),
        one.event(),
        one.topics(),
        null);
  }
}
