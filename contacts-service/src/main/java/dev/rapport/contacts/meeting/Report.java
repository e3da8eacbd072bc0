package dev.rapport.contacts.meeting;

import dev.rapport.messaging.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One scan or click: somebody says that they met somebody.
 *
 * @param id follows from reporter, event and the client's key: a repeat has the same
 * @param at when they met, by the client (event time, milliseconds)
 * @param arrived when the report came in (event time, milliseconds)
 * @param body stands for what the request said, to tell a repeat from another use of its key
 * @param token names the request, to tell which of several made the entry
 * @param trace the HTTP request, where it is followed
 */
public record Report(
    UUID id,
    UUID event,
    Pair pair,
    UUID reporter,
    How how,
    Instant at,
    Instant arrived,
    UUID body,
    UUID token,
    @Nullable String trace) {

  /** One that nobody follows. */
  public Report(
      UUID id,
      UUID event,
      Pair pair,
      UUID reporter,
      How how,
      Instant at,
      Instant arrived,
      UUID body,
      UUID token) {
    this(id, event, pair, reporter, how, at, arrived, body, token, null);
  }

  /** The way in which two people met. */
  public enum How {
    faceToFace,
    virtual
  }

  /** The id of a report. */
  public static UUID id(Ids ids, UUID reporter, UUID event, String key) {
    return ids.of("report", reporter, event, key);
  }

  UUID meeting(Ids ids) {
    return pair.meeting(ids, event);
  }
}
