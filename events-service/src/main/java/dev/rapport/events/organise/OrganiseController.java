package dev.rapport.events.organise;

import dev.rapport.access.Problem;
import dev.rapport.events.event.Event;
import dev.rapport.events.event.Events;
import dev.rapport.pages.Buttons;
import dev.rapport.pages.Language;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Refusal;
import dev.rapport.pages.Said;
import dev.rapport.pages.Texts;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** An event's page, behind a one-time link and then a session of its own. */
@PageController
class OrganiseController {

  static final String BUNDLE = "pages.organise";
  private static final String COOKIE = "organise";

  private final OrganiserLinks links;
  private final Dashboards dashboards;
  private final Events events;
  private final Live live;
  private final OrganiseSettings settings;
  private final Pages pages;

  OrganiseController(
      OrganiserLinks links,
      Dashboards dashboards,
      Events events,
      Live live,
      OrganiseSettings settings,
      Pages pages) {
    this.links = links;
    this.dashboards = dashboards;
    this.events = events;
    this.live = live;
    this.settings = settings;
    this.pages = pages;
  }

  @GetMapping("/organise/open/{secret}")
  ResponseEntity<String> ask(@PathVariable String secret, Language language) {
    if (links.look(secret).isEmpty()) {
      throw used();
    }
    var texts = Texts.of(language, BUNDLE);
    var form = Buttons.about("about").button("open", "1", texts.get("open.do"));
    return pages.show(
        HttpStatus.OK,
        Page.of(language, texts.get("open.title")),
        new Said(texts.get("open"), form));
  }

  @PostMapping("/organise/open/{secret}")
  ResponseEntity<Void> open(@PathVariable String secret) {
    var event = links.use(secret).orElseThrow(OrganiseController::used);
    var path = "/organise/" + event;
    var cookie =
        ResponseCookie.from(COOKIE, links.session(event).secret())
            .httpOnly(true)
            .secure(settings.isSecure())
            .sameSite("Lax")
            .path(path)
            .maxAge(OrganiserLinks.SESSION)
            .build();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(path))
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GetMapping("/organise/{event}")
  ResponseEntity<String> show(
      @PathVariable UUID event,
      @CookieValue(name = COOKIE, required = false) @Nullable String session,
      Language language) {
    return show(checked(event, session), language, null);
  }

  @PostMapping("/organise/{event}")
  ResponseEntity<String> hold(
      @PathVariable UUID event,
      @CookieValue(name = COOKIE, required = false) @Nullable String session,
      @RequestParam String act,
      Language language) {
    var current = checked(event, session).event();
    var hold =
        switch (act) {
          case "hold" -> true;
          case "resume" -> false;
          default -> throw Refusal.form();
        };
    String done;
    try {
      events.hold(current.organiser(), current.externalId(), hold);
      done = hold ? "held.done" : "resumed.done";
    } catch (Problem e) {
      if (!e.status().is5xxServerError()) {
        throw e;
      }
      done = "held.not-told";
    }
    return show(checked(event, session), language, done);
  }

  @GetMapping("/organise/{event}/live")
  SseEmitter live(
      @PathVariable UUID event,
      @CookieValue(name = COOKIE, required = false) @Nullable String session,
      Language language) {
    return live.watch(checked(event, session).event().id(), language);
  }

  @GetMapping("/organise/{event}/numbers.csv")
  ResponseEntity<String> numbers(
      @PathVariable UUID event,
      @CookieValue(name = COOKIE, required = false) @Nullable String session) {
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/csv;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"numbers.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(NumbersCsv.of(checked(event, session)));
  }

  private ResponseEntity<String> show(
      Dashboard dashboard, Language language, @Nullable String done) {
    var texts = Texts.of(language, BUNDLE);
    var page =
        Page.of(language, texts.get("title", dashboard.event().details().name()))
            .alive()
            .withCharts()
            .saying(done == null ? null : texts.get(done));
    return pages.show(page, "organise.jte", DashboardView.of(dashboard, language));
  }

  private Dashboard checked(UUID id, @Nullable String session) {
    var event = new Event.Id(id);
    if (session == null || !links.opens(session, event)) {
      throw new Refusal(HttpStatus.UNAUTHORIZED, BUNDLE, "no-session");
    }
    return dashboards.of(event).orElseThrow(Refusal::notFound);
  }

  private static Refusal used() {
    return new Refusal(HttpStatus.GONE, BUNDLE, "used");
  }
}
