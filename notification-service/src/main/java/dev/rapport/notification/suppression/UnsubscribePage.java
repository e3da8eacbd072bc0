package dev.rapport.notification.suppression;

import dev.rapport.access.ActionToken;
import dev.rapport.access.ActionTokens;
import dev.rapport.messaging.EventClock;
import dev.rapport.notification.key.ActionKeys;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page behind List-Unsubscribe (RFC 8058): GET shows a button, because scanners follow links;
 * POST acts, from the button or from the mail program's own.
 */
@RestController
@Hidden // a page for people, opened by the token in its path; no operation for a platform
class UnsubscribePage {

  private static final String ACTION = "unsubscribe";

  private final Suppressions suppressions;
  private final ActionKeys keys;
  private final EventClock clock;

  UnsubscribePage(Suppressions suppressions, ActionKeys keys, EventClock clock) {
    this.suppressions = suppressions;
    this.keys = keys;
    this.clock = clock;
  }

  @GetMapping("/u/{token}")
  ResponseEntity<String> show(@PathVariable String token) {
    return opened(
        token,
        read ->
            page(
                HttpStatus.OK,
                "No more of these mails?",
                "<form method=\"post\"><button>Stop these mails</button></form>"));
  }

  @PostMapping("/u/{token}")
  ResponseEntity<String> stop(@PathVariable String token) {
    return opened(
        token,
        read -> {
          suppressions.add(read.recipient(), read.purpose());
          return page(HttpStatus.OK, "Done", "<p>You will get no more of these mails.</p>");
        });
  }

  private ResponseEntity<String> opened(
      String token, Function<ActionToken, ResponseEntity<String>> act) {
    try {
      var read = ActionTokens.read(token, keys.published(), clock.now());
      return read.action().equals(ACTION) ? act.apply(read) : closed();
    } catch (ActionTokens.Refused e) {
      return e.expired()
          ? page(
              HttpStatus.GONE,
              "This link has expired",
              "<p>Please use the link in a newer mail.</p>")
          : closed();
    }
  }

  private static ResponseEntity<String> closed() {
    return page(
        HttpStatus.NOT_FOUND,
        "This link does not open anything",
        "<p>Please use it exactly as it stands in the mail.</p>");
  }

  private static ResponseEntity<String> page(HttpStatus status, String title, String body) {
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .body(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex"><title>%s</title></head>
            <body style="font:16px/1.5 system-ui,sans-serif;max-width:36em;margin:3em auto">
            <h1>%s</h1>
            %s
            </body>
            </html>
            """
                .formatted(title, title, body));
  }
}
