package dev.rapport.notification.suppression;

import dev.rapport.access.ActionToken;
import dev.rapport.access.ActionTokens;
import dev.rapport.messaging.EventClock;
import dev.rapport.notification.directory.People;
import dev.rapport.notification.directory.Person;
import dev.rapport.notification.key.ActionKeys;
import dev.rapport.pages.Buttons;
import dev.rapport.pages.Language;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Refusal;
import dev.rapport.pages.Said;
import dev.rapport.pages.Texts;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind List-Unsubscribe (RFC 8058): GET shows a button, because scanners follow links;
 * POST acts, from the button or from the mail program's own.
 */
@PageController
class UnsubscribePage {

  private static final String ACTION = "unsubscribe";
  private static final String BUNDLE = "pages.unsubscribe";

  private final Suppressions suppressions;
  private final People people;
  private final ActionKeys keys;
  private final EventClock clock;
  private final Pages pages;

  UnsubscribePage(
      Suppressions suppressions, People people, ActionKeys keys, EventClock clock, Pages pages) {
    this.suppressions = suppressions;
    this.people = people;
    this.keys = keys;
    this.clock = clock;
    this.pages = pages;
  }

  /** What an open link is about, in its reader's language. */
  private record Opened(ActionToken token, Language language) {}

  @GetMapping("/u/{token}")
  ResponseEntity<String> show(@PathVariable String token, Language accepted) {
    var opened = open(token, accepted);
    var isStopped = suppressions.has(opened.token().recipient(), opened.token().purpose());
    return shown(opened, isStopped ? "done" : "ask", isStopped ? "again" : "stop");
  }

  /** One click of a mail program stops; the page's own button can also take that back. */
  @PostMapping("/u/{token}")
  ResponseEntity<String> act(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String again,
      Language accepted) {
    var opened = open(token, accepted);
    if (again == null) {
      suppressions.add(opened.token().recipient(), opened.token().purpose());
      return shown(opened, "done", "again");
    }
    suppressions.remove(opened.token().recipient(), opened.token().purpose());
    return shown(opened, "back", "stop");
  }

  private ResponseEntity<String> shown(Opened opened, String what, String button) {
    var texts = Texts.of(opened.language(), BUNDLE);
    var page = Page.of(texts.language(), texts.get(what + ".title"));
    var form = Buttons.about("about").button(button, "1", texts.get(button + ".do"));
    return pages.show(HttpStatus.OK, page, new Said(texts.get(what), form));
  }

  private Opened open(String token, Language accepted) {
    ActionToken read;
    try {
      read = ActionTokens.read(token, keys.published(), clock.now());
    } catch (ActionTokens.Refused e) {
      throw e.expired() ? refusal(HttpStatus.GONE, "expired") : closed();
    }
    if (!read.action().equals(ACTION)) {
      throw closed();
    }
    return switch (people.find(Set.of(read.recipient())).get(read.recipient())) {
      case Person.Known known -> new Opened(read, Language.of(known.locale().toLanguageTag()));
      case Person.Erased erased -> throw refusal(HttpStatus.GONE, "erased");
      case null -> new Opened(read, accepted); // not heard of again yet: a no is taken all the same
    };
  }

  private static Refusal closed() {
    return refusal(HttpStatus.NOT_FOUND, "closed");
  }

  private static Refusal refusal(HttpStatus status, String key) {
    return new Refusal(status, BUNDLE, key);
  }
}
