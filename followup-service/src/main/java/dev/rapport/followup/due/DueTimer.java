package dev.rapport.followup.due;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.followup.ask.Asks;
import dev.rapport.followup.ask.Notifications;
import dev.rapport.followup.ask.Patience;
import dev.rapport.followup.ask.SharedWindow;
import dev.rapport.followup.change.Changes;
import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Meeting;
import dev.rapport.followup.plan.State.Scheduled;
import dev.rapport.followup.plan.World;
import dev.rapport.followup.store.FollowUpDocument;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.Worlds;
import dev.rapport.messaging.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes up what is due: claims whole slots and asks for them, looks again at what waits, and ends
 * what is over.
 */
public final class DueTimer {

  private static final int AT_ONCE = 1_000;

  private final FollowUps followUps;
  private final Worlds worlds;
  private final Changes changes;
  private final Asks asks;
  private final Patience patience;
  private final Allowances allowances;
  private final Notifications notifications;
  private final Ids ids;

  /** Takes the follow-ups, what their decisions rest on, and how to ask. */
  public DueTimer(
      FollowUps followUps,
      Worlds worlds,
      Changes changes,
      Asks asks,
      Patience patience,
      Allowances allowances,
      Ids ids) {
    this.allowances = allowances;
    this.notifications = new Notifications(ids);
    this.followUps = followUps;
    this.worlds = worlds;
    this.changes = changes;
    this.asks = asks;
    this.patience = patience;
    this.ids = ids;
  }

  private record Slot(UUID notification, LocalDate day) {}

  /** Works off a part of what is due; true when there was any. */
  public boolean takeUp() {
    var due = due();
    if (due.isEmpty()) {
      return false;
    }
    var world = worlds.of(due);
    var answers = answersOfTheOtherSide(due);
    var ready = new LinkedHashMap<Slot, List<FollowUp>>();
    var others = new HashSet<UUID>();
    for (var followUp : due) {
      if (!answers.containsKey(followUp.id())
          && followUp.state() instanceof Scheduled scheduled
          && followUp.equals(followUp.planned(world))) {
        add(ready, followUp, scheduled);
      } else {
        others.add(followUp.id());
      }
    }
    var moved =
        changes.each(
            others,
            (current, now) -> {
              var answer = answers.get(current.id());
              return answer == null ? current.planned(now) : current.mirrored(answer, now);
            });
    // What missed its slot is asked for at once: at the end of the queue it would miss the next.
    for (var followUp : moved.values()) {
      if (followUp.state() instanceof Scheduled scheduled
          && !scheduled.askAt().isAfter(world.now())) {
        add(ready, followUp, scheduled);
      }
    }
    var deferred = new HashMap<UUID, FollowUp>();
    ask(ready, moved.isEmpty() ? world : worlds.of(all(ready)), deferred);
    changes.each(
        deferred.keySet(),
        (current, now) ->
            current.equals(deferred.get(current.id())) ? current.putOff(now) : current);
    return true;
  }

  // What moved may know somebody whom nobody knew when the due ones were read.
  private static List<FollowUp> all(Map<Slot, List<FollowUp>> ready) {
    return ready.values().stream().flatMap(List::stream).toList();
  }

  private void add(Map<Slot, List<FollowUp>> ready, FollowUp followUp, Scheduled scheduled) {
    var id = notifications.id(followUp, scheduled.way(), scheduled.slot());
    var slot = new Slot(id, scheduled.slot());
    ready.computeIfAbsent(slot, s -> new ArrayList<>()).add(followUp);
  }

  private void ask(Map<Slot, List<FollowUp>> ready, World world, Map<UUID, FollowUp> deferred) {
    var byDay = new HashMap<LocalDate, List<FollowUp>>();
    ready.forEach(
        (slot, all) -> {
          var shared = SharedWindow.of(all, slot.day(), world);
          shared.others().forEach(f -> deferred.put(f.id(), f));
          var fitting = byDay.computeIfAbsent(slot.day(), d -> new ArrayList<>());
          fitting.addAll(shared.fitting());
        });
    byDay.forEach(
        (day, all) -> {
          var fitting = allowed(day, all, deferred);
          var claimed = followUps.claim(fitting.stream().map(FollowUp::id).toList(), day);
          asks.send(claimed, world);
          // Said and acknowledged: until here a repeat would have been soon, for a crash in
          // between.
          followUps.answerBy(claimed.stream().map(FollowUp::id).toList(), day, patience.next(day));
        });
  }

  /** What exceeds the day's allowance of its owner takes another day. */
  private List<FollowUp> allowed(LocalDate day, List<FollowUp> all, Map<UUID, FollowUp> deferred) {
    var counted = all.stream().filter(DueTimer::isCounted).toList();
    var wanted = new LinkedHashMap<UUID, List<UUID>>();
    counted.forEach(f -> wanted.computeIfAbsent(f.owner(), o -> new ArrayList<>()).add(f.id()));
    var granted = allowances.draw(day, wanted);
    var refused = counted.stream().filter(f -> !granted.contains(f.id())).toList();
    refused.forEach(f -> deferred.put(f.id(), f));
    return all.stream().filter(f -> !deferred.containsKey(f.id())).toList();
  }

  /** Whom the owner alone reports, and whom nobody sends to by hand. */
  private static boolean isCounted(FollowUp followUp) {
    return followUp.meeting().reportedBy() == Meeting.ReportedBy.OWNER
        && followUp.state() instanceof Scheduled scheduled
        && !scheduled.byHand();
  }

  /** Due ones in order of time and recipient, cut between two recipients. */
  private List<FollowUp> due() {
    var now = Date.from(worlds.now().now());
    var found =
        followUps.find(Filters.lte("dueAt", now), Sorts.ascending("dueAt", "contact"), AT_ONCE);
    if (found.size() < AT_ONCE) {
      return found;
    }
    var last = found.getLast();
    var whole = found.stream().filter(f -> !isSameSlot(f, last)).toList();
    return whole.isEmpty() ? wholeSlot(last) : whole;
  }

  private static boolean isSameSlot(FollowUp one, FollowUp other) {
    return one.state() instanceof Scheduled
        && one.contact().equals(other.contact())
        && one.state().equals(other.state());
  }

  private List<FollowUp> wholeSlot(FollowUp one) {
    return one.state() instanceof Scheduled scheduled
        ? followUps.find(
            Filters.and(
                Filters.eq("contact", one.contact()),
                Filters.eq("state", "scheduled"),
                Filters.eq("slot", scheduled.slot().toString())),
            Sorts.ascending("_id"),
            Integer.MAX_VALUE)
        : List.of(one);
  }

  /** Answers in the other direction whose mirror is still under way. */
  private Map<UUID, Answer.Kind> answersOfTheOtherSide(List<FollowUp> due) {
    var byOther = new HashMap<UUID, UUID>();
    due.forEach(f -> byOther.put(ids.of("follow-up", f.event(), f.contact(), f.owner()), f.id()));
    var answers = new HashMap<UUID, Answer.Kind>();
    followUps
        .find(
            Filters.and(Filters.in("_id", byOther.keySet()), FollowUpDocument.ANSWERED),
            Sorts.ascending("_id"),
            byOther.size())
        .forEach(
            other -> {
              var id = byOther.get(other.id());
              if (id != null) {
                answers.put(id, other.answer().kind());
              }
            });
    return answers;
  }
}
