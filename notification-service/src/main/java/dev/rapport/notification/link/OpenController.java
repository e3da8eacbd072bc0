package dev.rapport.notification.link;

import dev.rapport.messaging.MachineClock;
import dev.rapport.notification.directory.People;
import dev.rapport.notification.directory.Person;
import dev.rapport.notification.key.ActionKeys;
import dev.rapport.notification.key.Links;
import dev.rapport.pages.Buttons;
import dev.rapport.pages.Language;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Refusal;
import dev.rapport.pages.Said;
import dev.rapport.pages.SessionTokens;
import dev.rapport.pages.Texts;
import dev.rapport.pages.Visitor;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens a person's pages by a one-time link: GET shows a button (scanners follow links). */
@PageController
class OpenController {

  static final String BUNDLE = "pages.link";

  private static final Duration SESSION = Duration.ofHours(8);
  private static final String START = "/my/follow-ups";
  private static final Pattern OWN_PATH =
      Pattern.compile("/(my|welcome)(/[A-Za-z0-9._~-]+)*(\\?[A-Za-z0-9=&._~-]*)?");

  private final PageLinks pageLinks;
  private final People people;
  private final ActionKeys keys;
  private final Links links;
  private final MachineClock clock;
  private final Pages pages;

  OpenController(
      PageLinks pageLinks,
      People people,
      ActionKeys keys,
      Links links,
      MachineClock clock,
      Pages pages) {
    this.pageLinks = pageLinks;
    this.people = people;
    this.keys = keys;
    this.links = links;
    this.clock = clock;
    this.pages = pages;
  }

  @GetMapping("/my/open/{secret}")
  ResponseEntity<String> show(
      @PathVariable String secret, @RequestParam(required = false) @Nullable String next) {
    var language = language(known(pageLinks.look(secret)));
    var texts = Texts.of(language, BUNDLE);
    var form =
        Buttons.about("about")
            .with("next", checked(next))
            .button("open", "1", texts.get("open.do"));
    return pages.show(
        HttpStatus.OK,
        Page.of(language, texts.get("open.title")),
        new Said(texts.get("open"), form));
  }

  @PostMapping("/my/open/{secret}")
  ResponseEntity<Void> open(
      @PathVariable String secret, @RequestParam(required = false) @Nullable String next) {
    var person = known(pageLinks.use(secret));
    var session =
        SessionTokens.sign(
            keys.signing(), new Visitor(person.id(), language(person)), clock.now().plus(SESSION));
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(checked(next)))
        .header(HttpHeaders.SET_COOKIE, cookie(session, SESSION).toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @PostMapping("/my/leave")
  ResponseEntity<String> leave(Language language) {
    var texts = Texts.of(language, BUNDLE);
    var page = Page.of(language, texts.get("left.title"));
    var answer = pages.show(HttpStatus.OK, page, Said.of(texts.get("left")));
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO).toString())
        .body(answer.getBody());
  }

  private ResponseCookie cookie(String value, Duration age) {
    return ResponseCookie.from(SessionTokens.COOKIE, value)
        .httpOnly(true)
        .secure(links.isSecure())
        .sameSite("Lax")
        .path("/")
        .maxAge(age)
        .build();
  }

  private Person.Known known(@Nullable UUID id) {
    if (id == null) {
      throw new Refusal(HttpStatus.GONE, BUNDLE, "used");
    }
    if (people.find(Set.of(id)).get(id) instanceof Person.Known known) {
      return known;
    }
    throw Refusal.gone();
  }

  /** Nothing but a path of these pages: the link must not lead anybody to another site. */
  static String checked(@Nullable String next) {
    return next != null && OWN_PATH.matcher(next).matches() ? next : START;
  }

  private static Language language(Person.Known person) {
    return Language.of(person.locale().toLanguageTag());
  }
}
