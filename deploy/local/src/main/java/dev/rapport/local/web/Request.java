package dev.rapport.local.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page needs to know of a request.
 *
 * @param headers the first value of each, by name in small letters
 * @param query the decoded parameters of the address
 * @param body as it came
 * @param form the decoded parameters of a form's body
 */
public record Request(
    String method,
    String path,
    Map<String, String> headers,
    Map<String, String> query,
    String body,
    Map<String, String> form) {

  static Request of(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        headers(exchange.getRequestHeaders()),
        parameters(exchange.getRequestURI().getRawQuery()),
        body,
        parameters(body));
  }

  /** The header of that name, or null. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  private static Map<String, String> headers(Headers all) {
    Map<String, String> found = new HashMap<>();
    all.forEach((name, values) -> found.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return found;
  }

  private static Map<String, String> parameters(@Nullable String encoded) {
    Map<String, String> found = new HashMap<>();
    if (encoded != null) {
      for (String pair : encoded.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          found.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    }
    return found;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
