package dev.rapport.local.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** An answer over HTTP. */
public final class Answer {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Answer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  /** A text, in UTF-8. */
  public static Answer of(int status, String type, String text) {
    return new Answer(
        status,
        Map.of("Content-Type", type + "; charset=utf-8", "Cache-Control", "no-store"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes. */
  public static Answer of(String type, byte[] body) {
    return new Answer(200, Map.of("Content-Type", type, "Cache-Control", "no-store"), body);
  }

  public static Answer html(String text) {
    return of(200, "text/html", text);
  }

  public static Answer json(int status, String text) {
    return of(status, "application/json", text);
  }

  /** The same with one more header. */
  public Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }
}
