package dev.rapport.system;

/** Hears how far the conference has come; called from one thread, a few times a second. */
public interface Stages {

  /** Stages in the order in which they fill. */
  enum Stage {
    REGISTERED,
    MET,
    SCHEDULED,
    SENT,
    SETTLED
  }

  /** {@code total} may still grow; {@code count} never exceeds it. */
  void at(Stage stage, long count, long total);

  /** A sentence on what happens now, for instance that the event has closed. */
  default void say(String sentence) {}

  /** Listens to nothing. */
  static Stages silent() {
    return (stage, count, total) -> {};
  }
}
