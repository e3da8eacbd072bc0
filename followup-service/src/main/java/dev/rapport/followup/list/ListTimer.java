package dev.rapport.followup.list;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.followup.ask.Asks;
import dev.rapport.followup.ask.Asks.Wanted;
import dev.rapport.followup.ask.Beside;
import dev.rapport.followup.ask.Notifications;
import dev.rapport.followup.ask.Patience;
import dev.rapport.followup.ask.Purpose;
import dev.rapport.followup.list.Besides.Standing;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Result;
import dev.rapport.followup.plan.State.Waiting;
import dev.rapport.followup.plan.State.WithOwner;
import dev.rapport.followup.plan.Window;
import dev.rapport.followup.plan.World;
import dev.rapport.followup.store.FollowUps;
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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells owners who is open: at most one list per owner and UTC day, whatever the events. */
public final class ListTimer {

  private static final int OWNERS_AT_ONCE = 200;
  private static final int MOST_FOLLOW_UPS = 100_000;

  /** A list waits this long for follow-ups that are about to come onto it, in event time. */
  private static final Duration GATHERING = Duration.ofMinutes(10);

  private final OwnerLists lists;
  private final FollowUps followUps;
  private final Worlds worlds;
  private final Asks asks;
  private final Patience patience;
  private final Besides besides;

  /** Takes the lists, what is on them, and how to ask. */
  public ListTimer(
      OwnerLists lists,
      FollowUps followUps,
      Besides besides,
      Worlds worlds,
      Asks asks,
      Patience patience) {
    this.lists = lists;
    this.followUps = followUps;
    this.besides = besides;
    this.worlds = worlds;
    this.asks = asks;
    this.patience = patience;
  }

  /** What one owner's list comes to today: a mail, a later look, or sleep (both null). */
  private record Decision(@Nullable Mail mail, @Nullable Instant lookAt) {}

  private record Mail(LocalDate day, Window window, List<FollowUp> open, List<Beside> beside) {

    private List<UUID> items() {
      return Stream.concat(beside.stream().map(Beside::id), open.stream().map(FollowUp::id))
          .toList();
    }
  }

  /** Looks at the lists that are awake; true when there were any. */
  public boolean tell() {
    var awake = lists.awake(worlds.now().now(), OWNERS_AT_ONCE);
    if (awake.isEmpty()) {
      return false;
    }
    var open = openOf(owners(awake));
    var beside = besides.of(owners(awake), worlds.now().now());
    var world =
        world(awake, open.values().stream().flatMap(List::stream).toList(), beside.values());
    var mails = new HashMap<OwnerList, Mail>();
    var putOff = new HashMap<UUID, OwnerList>();
    var next = new HashMap<UUID, Instant>();
    for (var list : awake) {
      var decision = decide(list, open, beside, world);
      if (decision.mail() != null) {
        mails.put(list, decision.mail());
        continue;
      }
      putOff.put(list.owner(), list);
      if (decision.lookAt() != null) {
        next.put(list.owner(), decision.lookAt());
      }
    }
    lists.putOff(putOff, next);
    claim(mails, world);
    return true;
  }

  /** Repeats the asks that nobody answered, as they are now; true when there were any. */
  public boolean askAgain() {
    var unanswered = lists.unanswered(patience.now(), OWNERS_AT_ONCE);
    var ids = new HashSet<UUID>();
    unanswered.forEach(list -> ids.addAll(ask(list).items()));
    var items = followUps.byId(ids);
    var standing = besides.of(owners(unanswered), worlds.now().now());
    var world = world(unanswered, items.values(), standing.values());
    var wanted = new HashMap<OwnerList, Wanted>();
    for (var list : unanswered) {
      var ask = ask(list);
      var beside =
          standing.getOrDefault(list.owner(), Standing.NOTHING).items().stream()
              .filter(one -> ask.items().contains(one.id()))
              .toList();
      var named = beside.stream().map(Beside::id).toList();
      var asked =
          ask.items().stream()
              .filter(id -> items.containsKey(id) && !named.contains(id))
              .map(items::get)
              .toList();
      var open = asked.stream().filter(f -> f.state() instanceof WithOwner).toList();
      var gone = asked.stream().filter(f -> !open.contains(f)).toList();
      var window = window(list, open, beside, ask.slot(), world);
      var over =
          ask.items().stream().filter(id -> !items.containsKey(id) && !named.contains(id)).toList();
      wanted.put(list, new Wanted(list.owner(), ask.slot(), window, open, beside, gone, over));
    }
    send(wanted, world);
    return !unanswered.isEmpty();
  }

  /** What became of one follow-up on an owner's list. */
  public record Told(UUID owner, UUID notification, UUID followUp, Result result) {}

  /** Takes answers about lists: they settle nothing, the next ones are planned. */
  public void answered(List<Told> answers, Notifications ids) {
    var byNotification = answers.stream().collect(Collectors.groupingBy(Told::notification));
    var done = new HashMap<OwnerList, Boolean>();
    var takenBack = new HashMap<OwnerList, Set<UUID>>();
    var named = new HashSet<UUID>();
    for (var list : lists.of(answers.stream().map(Told::owner).toList())) {
      var ask = list.ask();
      var told =
          ask == null ? null : byNotification.get(ids.id(list.owner(), Purpose.LIST, ask.slot()));
      if (ask == null || told == null) {
        continue;
      }
      var cancelled = new HashSet<UUID>();
      var others = new HashSet<Result>();
      for (var one : told) {
        if (one.result() == Result.CANCELLED) {
          cancelled.add(one.followUp());
        } else {
          others.add(one.result());
        }
      }
      if (others.isEmpty() && !cancelled.containsAll(ask.items())) {
        takenBack.put(list, cancelled); // the mail is still to come, without these
      } else {
        // Not to be told again: it went out, or its owner does not want it.
        var isTold = !others.isEmpty() && !others.contains(Result.LATE);
        done.put(list, isTold);
        if (isTold) {
          named.addAll(ask.items());
        }
      }
    }
    besides.told(named);
    lists.without(takenBack);
    lists.answered(done);
  }

  private Decision decide(
      OwnerList list, Map<UUID, List<FollowUp>> openOf, Map<UUID, Standing> besideOf, World world) {
    var open = openOf.getOrDefault(list.owner(), List.of());
    var standing = besideOf.getOrDefault(list.owner(), Standing.NOTHING);
    var owner = world.people().get(list.owner());
    if (owner == null || owner.erased()) {
      return new Decision(null, null);
    }
    if (open.isEmpty() && standing.items().isEmpty()) {
      return new Decision(null, standing.next());
    }
    var tomorrow = day(world.now()).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    if (open.stream().anyMatch(f -> isAboutToCome(f, world))) {
      return new Decision(null, world.now().plus(GATHERING));
    }
    var withOwner =
        open.stream().filter(f -> f.state() instanceof WithOwner && !isHeld(f, world)).toList();
    var days = ListDays.of(owner, list);
    var next = days.next(withOwner, standing.items(), world);
    if (next == null) {
      return new Decision(null, open.isEmpty() ? standing.next() : tomorrow);
    }
    if (next.isAfter(day(world.now()))) {
      var start = next.atStartOfDay(ZoneOffset.UTC).toInstant();
      return new Decision(null, Besides.earlier(start, standing.next()));
    }
    var window = days.window(withOwner, standing.items(), next, world);
    return window.from().isBefore(window.to())
        ? new Decision(new Mail(next, window, withOwner, standing.items()), null)
        : new Decision(null, tomorrow);
  }

  private static boolean isAboutToCome(FollowUp followUp, World world) {
    return followUp.state() instanceof Waiting waiting
        && waiting.lookAt() != null
        && !waiting.lookAt().isAfter(world.now());
  }

  private static boolean isHeld(FollowUp followUp, World world) {
    var event = world.events().get(followUp.event());
    return event != null && event.held();
  }

  private void claim(Map<OwnerList, Mail> mails, World world) {
    var asks = new HashMap<OwnerList, OwnerList.Ask>();
    mails.forEach(
        (list, mail) -> asks.put(list, new OwnerList.Ask(mail.day(), mail.items(), world.now())));
    var ours = lists.claim(asks, patience.first());
    var wanted = new HashMap<OwnerList, Wanted>();
    mails.forEach(
        (list, mail) -> {
          var owner = list.owner();
          if (ours.contains(owner)) {
            wanted.put(
                list,
                new Wanted(
                    owner,
                    mail.day(),
                    mail.window(),
                    mail.open(),
                    mail.beside(),
                    List.of(),
                    List.of()));
          }
        });
    send(wanted, world);
  }

  private void send(Map<OwnerList, Wanted> wanted, World world) {
    asks.sendLists(wanted.values(), world);
    var next = new HashMap<OwnerList, Instant>();
    wanted.forEach((list, mail) -> next.put(list, patience.next(mail.slot())));
    lists.retryAt(next);
  }

  private Map<UUID, List<FollowUp>> openOf(List<UUID> owners) {
    var open = new HashMap<UUID, List<FollowUp>>();
    followUps
        .find(
            Filters.and(Filters.in("owner", owners), Filters.ne("state", "settled")),
            Sorts.ascending("owner"),
            MOST_FOLLOW_UPS)
        .forEach(f -> open.computeIfAbsent(f.owner(), o -> new ArrayList<>()).add(f));
    return open;
  }

  private World world(
      List<OwnerList> lists, Collection<FollowUp> followUps, Collection<Standing> besides) {
    var events = new HashSet<UUID>();
    followUps.forEach(followUp -> events.add(followUp.event()));
    besides.stream()
        .flatMap(standing -> standing.items().stream())
        .map(Beside::event)
        .filter(Objects::nonNull)
        .forEach(events::add);
    var owners = new HashSet<UUID>();
    lists.forEach(list -> owners.add(list.owner()));
    return worlds.of(events, owners);
  }

  private static Window window(
      OwnerList list, List<FollowUp> open, List<Beside> beside, LocalDate slot, World world) {
    var owner = world.people().get(list.owner());
    if (owner != null) {
      var window = ListDays.of(owner, list).window(open, beside, slot, world);
      if (window.from().isBefore(window.to())) {
        return window;
      }
    }
    var start = slot.atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Window(start, start.plusSeconds(1));
  }

  private static OwnerList.Ask ask(OwnerList list) {
    if (list.ask() == null) {
      throw new IllegalStateException("A list that waits for an answer asks for nothing");
    }
    return list.ask();
  }

  private static List<UUID> owners(List<OwnerList> lists) {
    return lists.stream().map(OwnerList::owner).toList();
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
