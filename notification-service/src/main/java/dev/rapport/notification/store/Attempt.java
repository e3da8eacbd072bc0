package dev.rapport.notification.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to hand a mail or an invitation over, for the log.
 *
 * @param at in machine time
 * @param eventAt in event time: the mail's Date
 * @param result delivered, deferred, refused or inDoubt
 * @param code the server's reply code, SMTP's or HTTP's
 * @param status its enhanced status code (RFC 3463)
 * @param text what it said, addresses taken out
 * @param items the follow-ups that were in the mail
 * @param channel of a social invitation; absent: e-mail
 */
public record Attempt(
    Instant at,
    Instant eventAt,
    String result,
    @Nullable Integer code,
    @Nullable String status,
    @Nullable String text,
    List<UUID> items,
    @Nullable String channel) {

  private static final String IN_DOUBT = "inDoubt";

  /** Every result that there is. */
  public static final List<String> RESULTS = List.of("delivered", "deferred", "refused", IN_DOUBT);

  /** Returns an attempt that no server answered. */
  public static Attempt inDoubt(Instant at, Instant eventAt, List<UUID> items) {
    return inDoubt(at, eventAt, items, null);
  }

  /** Returns an attempt that no channel answered. */
  public static Attempt inDoubt(
      Instant at, Instant eventAt, List<UUID> items, @Nullable String channel) {
    return new Attempt(at, eventAt, IN_DOUBT, null, null, null, items, channel);
  }

  boolean isInDoubt() {
    return result.equals(IN_DOUBT);
  }

  /** Returns the attempt that a document holds. */
  public static Attempt of(Document document) {
    return new Attempt(
        moment(document, "at"),
        moment(document, "eventAt"),
        document.get("result", ""),
        document.getInteger("code"),
        document.getString("status"),
        document.getString("text"),
        document.getList("items", UUID.class, List.of()),
        document.getString("channel"));
  }

  private static Instant moment(Document document, String field) {
    return document.get(field, new Date(0)).toInstant();
  }

  Document document() {
    return new Document("at", Date.from(at))
        .append("eventAt", Date.from(eventAt))
        .append("result", result)
        .append("code", code)
        .append("status", status)
        .append("text", text)
        .append("items", items)
        .append("channel", channel);
  }
}
