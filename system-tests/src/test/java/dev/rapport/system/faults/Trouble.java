package dev.rapport.system.faults;

import dev.rapport.local.Service;
import dev.rapport.local.Stack;
import dev.rapport.local.docker.Wire;
import dev.rapport.local.process.Part;
import dev.rapport.system.faults.Moments.Moment;
import java.time.Duration;

/** Something that befalls a part for a while, and passes. */
record Trouble(String name, Runnable begins, Duration lasts, Runnable ends) {

  private static final Duration LATENCY = Duration.ofMillis(250);
  private static final int KILOBYTES = 24;

  /** Past the envelope, and before the end of every mail of ours. */
  private static final int INTO_A_MAIL = 2_000;

  /** SIGKILL; started again at once. */
  static Trouble killed(Stack stack, Service service, int number) {
    return new Trouble(
        service.artifact() + " killed",
        () -> stack.kill(service, number),
        Duration.ZERO,
        () -> stack.start(service, number));
  }

  static Trouble killed(Part part) {
    return new Trouble(part.name() + " killed", part::kill, Duration.ZERO, part::start);
  }

  /** It stands still with all that it was about to do, and then does it. */
  static Trouble paused(Stack stack, Service service, int number, Duration lasts) {
    return new Trouble(
        service.artifact() + " paused",
        () -> stack.pause(service, number),
        lasts,
        () -> stack.wake(service, number));
  }

  /** It ends when it is asked to, and one of another version takes its place. */
  static Trouble replaced(Stack stack, Service service, int number, String tag) {
    return new Trouble(
        service.artifact() + " replaced by " + tag,
        () -> stack.replace(service, number, tag),
        Duration.ZERO,
        () -> {});
  }

  static Trouble slowed(Wire wire, Duration lasts) {
    return on(wire, "slowed", () -> wire.slow(LATENCY), lasts);
  }

  static Trouble narrowed(Wire wire, Duration lasts) {
    return on(wire, "narrowed", () -> wire.narrow(KILOBYTES), lasts);
  }

  static Trouble cut(Wire wire, Duration lasts) {
    return on(wire, "cut", wire::cut, lasts);
  }

  /** Each connection is reset in the middle of its first mail, until the moment has come. */
  static Trouble torn(Wire wire, Moment enough) {
    return new Trouble(
        wire.name() + " torn",
        () -> wire.tear(INTO_A_MAIL),
        Duration.ZERO,
        () -> {
          enough.come().run();
          wire.mend();
        });
  }

  private static Trouble on(Wire wire, String how, Runnable begins, Duration lasts) {
    return new Trouble(wire.name() + " " + how, begins, lasts, wire::mend);
  }
}
