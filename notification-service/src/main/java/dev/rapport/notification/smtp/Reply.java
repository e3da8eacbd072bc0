package dev.rapport.notification.smtp;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What became of a mail, as far as the server let us know. */
public sealed interface Reply {

  /** 2xx after the final dot: the server has it. */
  record Accepted(Said said) implements Reply {}

  /** 4xx at any step: try again later. */
  record Deferred(Said said) implements Reply {}

  /** 5xx at any step: never. */
  record Refused(Said said) implements Reply {}

  /** The body was started and no final answer read: the server may have it. */
  record NoAnswer() implements Reply {}

  /** No body was started, so the server cannot have it. */
  record NotStarted() implements Reply {}

  /**
   * A server's words.
   *
   * @param code RFC 5321's three digits
   * @param status RFC 3463's enhanced status
   * @param text what it said, cut, without anything that looks like an address
   */
  record Said(int code, @Nullable String status, String text) {

    private static final Pattern STATUS =
        Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S*");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final int LONGEST = 300;

    static Said of(int code, @Nullable String response) {
      var raw = response == null ? "" : response;
      var status = STATUS.matcher(raw);
      var text = ADDRESS.matcher(CONTROL.matcher(raw).replaceAll(" ")).replaceAll("<address>");
      return new Said(
          code,
          status.find() ? status.group(1) : null,
          text.strip().substring(0, Math.min(text.strip().length(), LONGEST)));
    }
  }
}
