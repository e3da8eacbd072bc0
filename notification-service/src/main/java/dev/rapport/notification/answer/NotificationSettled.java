package dev.rapport.notification.answer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The message {@code notification-settled}: how items ended.
 *
 * @param deferrals how often a server put them off before, or null: never
 */
record NotificationSettled(
    UUID notification,
    UUID recipient,
    String purpose,
    List<Settled> items,
    String channel,
    Instant at,
    @Nullable Answer answer,
    @Nullable Integer deferrals) {

  static final String TOPIC = "notification-settled";

  /**
   * One item.
   *
   * @param rev the revision that it was asked for with: tells an answer to an older ask apart
   */
  record Settled(UUID followUp, long rev, String result) {}

  /** The server's last answer; what it said in words may hold addresses and stays in the log. */
  record Answer(int code, @Nullable String status) {}
}
