package dev.rapport.events.life;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;

/** The names of an event's states: upper case over HTTP, camel case in messages and documents. */
public enum State {
  PLANNED("planned", Life.Planned::new),
  OPEN("open", Life.Open::new),
  ENDED("ended", Life.Ended::new),
  FOLLOWING_UP("followingUp", Life.FollowingUp::new),
  CLOSED("closed", Life.Closed::new),
  CANCELLED("cancelled", Life.Cancelled::new);

  private final String wireName;
  private final Function<Instant, Life> life;

  State(String wireName, Function<Instant, Life> life) {
    this.wireName = wireName;
    this.life = life;
  }

  /** The name that a life goes by. */
  public static State of(Life life) {
    return switch (life) {
      case Life.Planned _ -> PLANNED;
      case Life.Open _ -> OPEN;
      case Life.Ended _ -> ENDED;
      case Life.FollowingUp _ -> FOLLOWING_UP;
      case Life.Closed _ -> CLOSED;
      case Life.Cancelled _ -> CANCELLED;
    };
  }

  /** The state that a document or message names. */
  public static State named(String wireName) {
    return Arrays.stream(values())
        .filter(state -> state.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No event is ever " + wireName));
  }

  public String wireName() {
    return wireName;
  }

  /** The life that goes by this name. */
  public Life since(Instant at) {
    return life.apply(at);
  }
}
