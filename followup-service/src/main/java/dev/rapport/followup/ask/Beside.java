package dev.rapport.followup.ask;

import dev.rapport.followup.plan.Meeting;
import dev.rapport.followup.plan.Word;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that an owner's list tells beside their open follow-ups.
 *
 * @param id of what it is about; no two kinds share one
 * @param rev raised with each change of that
 * @param person whom it is about
 * @param other of an introduction: the second of the two
 * @param event in whose name it is told, if there is one
 * @param topics what both care about
 * @param give of a cadence: what to give before the next favour is asked for, or null
 * @param met where the two met, if it is about a meeting at an event
 * @param metOutside when the two last met, if that was outside any event
 */
public record Beside(
    UUID id,
    long rev,
    About about,
    UUID person,
    @Nullable UUID other,
    @Nullable UUID event,
    List<String> topics,
    @Nullable String give,
    @Nullable Meeting met,
    @Nullable Instant metOutside) {

  /** Something that is about no meeting at an event. */
  public Beside(
      UUID id,
      long rev,
      About about,
      UUID person,
      @Nullable UUID other,
      @Nullable UUID event,
      List<String> topics,
      @Nullable String give) {
    this(id, rev, about, person, other, event, topics, give, null, null);
  }

  /** The same of two who last met outside any event. */
  public Beside metOutside(Instant at) {
    return new Beside(id, rev, about, person, other, event, topics, give, met, at);
  }

  /** What it is about, spelled as on the wire. */
  public enum About implements Word {
    ACCEPTED,
    CONNECTED,
    CADENCE,
    INTRODUCTION,
    SUGGESTION;

    /** Whether it is worth a mail of its own; what is not waits for one, a month at most. */
    public boolean hurries() {
      return this != CADENCE && this != SUGGESTION;
    }
  }
}
