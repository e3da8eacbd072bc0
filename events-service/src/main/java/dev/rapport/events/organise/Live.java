package dev.rapport.events.organise;

import dev.rapport.events.event.Event;
import dev.rapport.messaging.Repeater;
import dev.rapport.pages.Language;
import dev.rapport.pages.Pages;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends numbers to open pages when they change: one look at each watched event every few seconds,
 * however many watch it. A page that has fallen behind is left out until it has caught up.
 */
@Component
class Live implements SmartLifecycle {

  /** Faster would close what a reader has just unfolded. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** After this the browser asks anew, with its session. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private static final int QUIET_ROUNDS = 4;

  private final Dashboards dashboards;
  private final Pages pages;
  private final Repeater loop = new Repeater("Live numbers", PAUSE, this::round);
  private final Map<Event.Id, List<Watcher>> watchers = new ConcurrentHashMap<>();
  private final Map<Event.Id, String> shown = new ConcurrentHashMap<>();
  private long rounds;

  Live(Dashboards dashboards, Pages pages) {
    this.dashboards = dashboards;
    this.pages = pages;
  }

  private record Watcher(SseEmitter emitter, Language language, AtomicBoolean busy) {}

  /** Opens a stream; what a page shows already is not sent again. */
  SseEmitter watch(Event.Id event, Language language) {
    var watcher = new Watcher(emitter(), language, new AtomicBoolean());
    Runnable gone = () -> forget(event, watcher);
    watcher.emitter().onCompletion(gone);
    watcher.emitter().onTimeout(watcher.emitter()::complete);
    watcher.emitter().onError(e -> gone.run());
    watchers.computeIfAbsent(event, e -> new CopyOnWriteArrayList<>()).add(watcher);
    return watcher.emitter();
  }

  private static SseEmitter emitter() {
    return new SseEmitter(LONGEST.toMillis());
  }

  private boolean round() {
    rounds++;
    for (var event : new ArrayList<>(watchers.keySet())) {
      var watching = watchers.getOrDefault(event, List.of());
      var dashboard = watching.isEmpty() ? null : dashboards.of(event).orElse(null);
      if (dashboard == null) {
        watchers.remove(event, List.of());
        shown.remove(event);
      } else if (!dashboard.version().equals(shown.put(event, dashboard.version()))) {
        tell(watching, dashboard);
      } else if (rounds % QUIET_ROUNDS == 0) {
        // Or a page that is gone is noticed at the next change only.
        watching.forEach(watcher -> send(watcher, SseEmitter.event().comment("still here")));
      }
    }
    return false;
  }

  private void tell(List<Watcher> watching, Dashboard dashboard) {
    var byLanguage = watching.stream().collect(Collectors.groupingBy(Watcher::language));
    byLanguage.forEach(
        (language, some) -> {
          var html = pages.text("numbers.jte", DashboardView.of(dashboard, language));
          some.forEach(watcher -> send(watcher, SseEmitter.event().name("numbers").data(html)));
        });
  }

  /** On a thread of its own: a browser that reads nothing holds up no other. */
  private static void send(Watcher watcher, SseEmitter.SseEventBuilder event) {
    if (watcher.busy().compareAndSet(false, true)) {
      Thread.startVirtualThread(
          () -> {
            try {
              watcher.emitter().send(event);
            } catch (IOException | IllegalStateException e) {
              watcher.emitter().completeWithError(e);
            } finally {
              watcher.busy().set(false);
            }
          });
    }
  }

  private void forget(Event.Id event, Watcher watcher) {
    watchers.computeIfPresent(
        event,
        (e, watching) -> {
          watching.remove(watcher);
          return watching.isEmpty() ? null : watching;
        });
  }

  @Override
  public void start() {
    loop.start();
  }

  /** Open streams would hold up the web server's end. */
  @Override
  public void stop() {
    loop.stop();
    watchers.values().forEach(all -> all.forEach(watcher -> watcher.emitter().complete()));
  }

  @Override
  public boolean isRunning() {
    return loop.isRunning();
  }
}
