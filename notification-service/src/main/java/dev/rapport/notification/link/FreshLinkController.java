package dev.rapport.notification.link;

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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page behind "open my pages" in every mail: it sends a fresh link, when asked by a button. */
@PageController
class FreshLinkController {

  private static final String ACTION = "link";

  private final ActionKeys keys;
  private final EventClock clock;
  private final People people;
  private final FreshLinks fresh;
  private final Pages pages;

  FreshLinkController(
      ActionKeys keys, EventClock clock, People people, FreshLinks fresh, Pages pages) {
    this.keys = keys;
    this.clock = clock;
    this.people = people;
    this.fresh = fresh;
    this.pages = pages;
  }

  @GetMapping("/my/link/{token}")
  ResponseEntity<String> show(@PathVariable String token) {
    var person = known(read(token));
    var language = Language.of(person.locale().toLanguageTag());
    var texts = Texts.of(language, OpenController.BUNDLE);
    var form = Buttons.about("about").button("send", "1", texts.get("fresh.do"));
    return pages.show(
        HttpStatus.OK,
        Page.of(language, texts.get("fresh.title")),
        new Said(texts.get("fresh"), form));
  }

  @PostMapping("/my/link/{token}")
  ResponseEntity<String> send(@PathVariable String token) {
    var read = read(token);
    var person = known(read);
    var done = fresh.send(read, person);
    var language = Language.of(person.locale().toLanguageTag());
    var texts = Texts.of(language, OpenController.BUNDLE);
    var page = Page.of(language, texts.get("fresh.title"));
    return switch (done) {
      case SENT -> shown(HttpStatus.OK, page, texts, "sent");
      case TOO_MANY -> shown(HttpStatus.TOO_MANY_REQUESTS, page, texts, "too-many");
      case NEVER -> shown(HttpStatus.CONFLICT, page, texts, "never");
      case NOT_NOW -> shown(HttpStatus.SERVICE_UNAVAILABLE, page, texts, "not-now");
    };
  }

  private ResponseEntity<String> shown(HttpStatus status, Page page, Texts texts, String what) {
    return pages.show(status, page, Said.of(texts.get("fresh." + what)));
  }

  private ActionToken read(String token) {
    try {
      var read = ActionTokens.read(token, keys.published(), clock.now());
      if (read.action().equals(ACTION)) {
        return read;
      }
    } catch (ActionTokens.Refused e) {
      if (e.expired()) {
        throw Refusal.gone();
      }
    }
    throw Refusal.notFound();
  }

  private Person.Known known(ActionToken token) {
    if (people.find(Set.of(token.recipient())).get(token.recipient())
        instanceof Person.Known known) {
      return known;
    }
    throw Refusal.gone();
  }
}
