package dev.rapport.followup.plan;

import dev.rapport.followup.plan.State.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one of the two said about the meeting, recorded beside the outcome; it can come long after
 * it.
 *
 * @param at in event time, null while there is none
 */
public record Answer(Kind kind, @Nullable Instant at) {

  /** Nothing was said yet. */
  public static final Answer NONE = new Answer(Kind.NONE, null);

  boolean isBlock() {
    return kind == Kind.BLOCKED;
  }

  boolean isAfter(Answer other) {
    return at != null && (other.at == null || at.isAfter(other.at));
  }

  /** What can be said. */
  public enum Kind implements Word {
    NONE,
    ACCEPTED,
    DECLINED,
    NOT_MET,
    BLOCKED;

    /** Whether it leaves nothing to follow up, on either side. */
    public boolean endsBoth() {
      return this == NOT_MET || this == BLOCKED;
    }

    /**
     * Returns how an open follow-up in the other direction ends by it. Who accepts wishes what the
     * other has wished before: the two are connected.
     */
    Outcome mirrored() {
      return switch (this) {
        case ACCEPTED -> Outcome.CONNECTED;
        case DECLINED -> Outcome.WAIVED;
        case NOT_MET, BLOCKED -> Outcome.WITHDRAWN;
        case NONE -> throw new IllegalStateException("No answer has no mirror");
      };
    }
  }
}
