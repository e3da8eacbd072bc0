package dev.rapport.notification.suppression;

import dev.rapport.access.ActionToken;
import dev.rapport.access.ActionTokens;
import dev.rapport.messaging.EventClock;
import dev.rapport.notification.directory.People;
import dev.rapport.notification.directory.Person;
import dev.rapport.notification.key.ActionKeys;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
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
  private final People people;
  private final ActionKeys keys;
  private final EventClock clock;

  UnsubscribePage(Suppressions suppressions, People people, ActionKeys keys, EventClock clock) {
    this.suppressions = suppressions;
    this.people = people;
    this.keys = keys;
    this.clock = clock;
  }

  /** What an open link does, told in the reader's language. */
  private interface Act extends BiFunction<ActionToken, Sentences, ResponseEntity<String>> {}

  @GetMapping("/u/{token}")
  ResponseEntity<String> show(
      @PathVariable String token,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accepted) {
    return opened(
        token,
        accepted,
        (read, words) ->
            page(
                HttpStatus.OK,
                words,
                words.ask(),
                "<form method=\"post\"><button>%s</button></form>".formatted(words.button())));
  }

  @PostMapping("/u/{token}")
  ResponseEntity<String> stop(
      @PathVariable String token,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accepted) {
    return opened(
        token,
        accepted,
        (read, words) -> {
          suppressions.add(read.recipient(), read.purpose());
          return page(HttpStatus.OK, words, words.done(), "");
        });
  }

  private ResponseEntity<String> opened(String token, @Nullable String accepted, Act act) {
    var words = Sentences.of(accepted);
    try {
      var read = ActionTokens.read(token, keys.published(), clock.now());
      if (!read.action().equals(ACTION)) {
        return page(HttpStatus.NOT_FOUND, words, words.closed(), "");
      }
      return switch (people.find(Set.of(read.recipient())).get(read.recipient())) {
        case Person.Known known -> act.apply(read, Sentences.of(known.locale()));
        case Person.Erased erased -> page(HttpStatus.GONE, words, words.erased(), "");
        case null -> act.apply(read, words); // not heard of again yet: a no is taken all the same
      };
    } catch (ActionTokens.Refused e) {
      return e.expired()
          ? page(HttpStatus.GONE, words, words.expired(), "")
          : page(HttpStatus.NOT_FOUND, words, words.closed(), "");
    }
  }

  private static ResponseEntity<String> page(
      HttpStatus status, Sentences words, Sentences.Said said, String form) {
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .body(
            """
            <!DOCTYPE html>
            <html lang="%s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex"><title>%s</title></head>
            <body style="font:16px/1.5 system-ui,sans-serif;max-width:36em;margin:3em auto">
            <h1>%s</h1>
            <p>%s</p>
            %s
            </body>
            </html>
            """
                .formatted(words.language(), said.title(), said.title(), said.paragraph(), form));
  }
}
