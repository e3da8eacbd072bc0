package dev.rapport.followup.welcome;

import dev.rapport.followup.ask.Notifications;
import dev.rapport.followup.ask.Patience;
import dev.rapport.followup.ask.Purpose;
import dev.rapport.followup.ask.WelcomeAsks;
import dev.rapport.followup.plan.Result;
import dev.rapport.followup.plan.Window;
import dev.rapport.followup.plan.World;
import dev.rapport.followup.store.Attendances;
import dev.rapport.followup.store.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Has every attendee welcomed, once per event. */
public final class WelcomeTimer {

  private static final int AT_ONCE = 500;

  private final Welcomes welcomes;
  private final Attendances attendances;
  private final Worlds worlds;
  private final WelcomeAsks asks;
  private final Notifications notifications;
  private final Patience patience;
  private final Duration within;

  WelcomeTimer(
      Welcomes welcomes,
      Attendances attendances,
      Worlds worlds,
      WelcomeAsks asks,
      Notifications notifications,
      Patience patience,
      WelcomeSettings settings) {
    this.welcomes = welcomes;
    this.attendances = attendances;
    this.worlds = worlds;
    this.asks = asks;
    this.notifications = notifications;
    this.patience = patience;
    this.within = settings.within();
  }

  /** Looks at those whose moment has come; true when there were any. */
  boolean look() {
    var found = welcomes.toLookAt(worlds.now().now(), AT_ONCE);
    if (found.isEmpty()) {
      return false;
    }
    var world = world(found);
    var attend = attendances.byId(found.stream().map(Welcome::id).toList());
    var days = new HashMap<Welcome, LocalDate>();
    var windows = new HashMap<UUID, Window>();
    var later = new HashMap<Welcome, @Nullable Instant>();
    var unknown = new ArrayList<Welcome>();
    var unwanted = new ArrayList<Welcome>();
    for (var welcome : found) {
      switch (welcome.next(attend.get(welcome.id()), world, within)) {
        case Welcome.Next.Ask ask -> {
          days.put(welcome, ask.day());
          windows.put(welcome.id(), ask.window());
        }
        case Welcome.Next.Later at -> later.put(welcome, at.at());
        case Welcome.Next.Sleep sleep -> later.put(welcome, null);
        case Welcome.Next.Unknown missing -> unknown.add(welcome);
        case Welcome.Next.TakeBack back -> unwanted.add(welcome);
      }
    }
    welcomes.putOff(later);
    welcomes.waitFor(unknown, patience.first());
    welcomes.takeBack(unwanted);
    var claimed = welcomes.claim(days, patience.first());
    asks.ask(
        claimed.stream().map(w -> wanted(w, Objects.requireNonNull(windows.get(w.id())))).toList(),
        world.now());
    claimed.stream()
        .collect(Collectors.groupingBy(w -> Objects.requireNonNull(w.ask())))
        .forEach((day, some) -> welcomes.retryAt(some, patience.next(day)));
    return true;
  }

  /** Repeats what nobody answered, ask or cancel; true when there was any. */
  boolean repeat() {
    welcomes.lookAgain(patience.now());
    var found = welcomes.unanswered(patience.now(), AT_ONCE);
    if (found.isEmpty()) {
      return false;
    }
    var world = world(found);
    var wanted = new ArrayList<WelcomeAsks.Wanted>();
    var unwanted = new ArrayList<WelcomeAsks.Wanted>();
    for (var welcome : found) {
      var day = Objects.requireNonNull(welcome.ask());
      var one = wanted(welcome, welcome.window(day, world, within));
      (welcome.takenBack() ? unwanted : wanted).add(one);
    }
    asks.ask(wanted, world.now());
    asks.cancel(unwanted);
    for (var welcome : found) {
      var day = Objects.requireNonNull(welcome.ask());
      var next = welcome.takenBack() ? patience.first() : patience.next(day);
      welcomes.retryAt(List.of(welcome), next);
    }
    return true;
  }

  /** What became of one attendance's mail. */
  public record Told(UUID notification, UUID attendance, Result result) {}

  /** Takes answers; one about an earlier day says nothing about what is asked for now. */
  public void answered(List<Told> answers) {
    var byId = new LinkedHashMap<UUID, List<Told>>();
    answers.forEach(
        told -> byId.computeIfAbsent(told.attendance(), a -> new ArrayList<>()).add(told));
    var results = new HashMap<Welcome, Result>();
    for (var welcome : welcomes.byId(byId.keySet())) {
      var result = result(welcome, byId.getOrDefault(welcome.id(), List.of()));
      if (result != null) {
        results.put(welcome, result);
      }
    }
    welcomes.answered(results);
  }

  private @Nullable Result result(Welcome welcome, List<Told> answers) {
    var day = welcome.ask();
    if (day == null) {
      return null;
    }
    var asked = notifications.id(welcome.person(), Purpose.WELCOME, day);
    return answers.stream()
        .filter(told -> told.notification().equals(asked))
        .map(Told::result)
        .findFirst()
        .orElse(null);
  }

  private static WelcomeAsks.Wanted wanted(Welcome welcome, Window window) {
    return new WelcomeAsks.Wanted(
        welcome.id(),
        welcome.rev(),
        welcome.person(),
        welcome.event(),
        Objects.requireNonNull(welcome.ask()),
        window);
  }

  private World world(Collection<Welcome> welcomes) {
    return worlds.of(
        welcomes.stream().map(Welcome::event).collect(Collectors.toSet()),
        welcomes.stream().map(Welcome::person).collect(Collectors.toSet()));
  }
}
