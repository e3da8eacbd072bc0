package dev.rapport.events.lines;

import dev.rapport.access.Problem;
import java.util.function.Function;

/** What became of one line. */
public sealed interface Outcome<T> {

  /** It was taken; {@code created} says whether for the first time. */
  record Done<T>(T value, boolean created) implements Outcome<T> {}

  /** It was refused, and nothing was changed by it. */
  record Refused<T>(Problem problem) implements Outcome<T> {}

  /** The value, or the problem as an exception. */
  default Done<T> orThrow() {
    return switch (this) {
      case Done<T> done -> done;
      case Refused<T>(var problem) -> throw problem;
    };
  }

  /** The same outcome, its value shown as something else. */
  default <R> Outcome<R> map(Function<T, R> show) {
    return switch (this) {
      case Done<T>(var value, var created) -> new Done<>(show.apply(value), created);
      case Refused<T>(var problem) -> new Refused<>(problem);
    };
  }
}
