package dev.rapport.local.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page needs to know of a request.
 *
 * @param authorization the header of that name
 * @param query the decoded parameters of the address
 * @param form the decoded parameters of a form's body
 */
public record Request(
    String method,
    String path,
    @Nullable String authorization,
    Map<String, String> query,
    Map<String, String> form) {

  static Request of(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        exchange.getRequestHeaders().getFirst("Authorization"),
        parameters(exchange.getRequestURI().getRawQuery()),
        parameters(body));
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
