package dev.rapport.events.plan;

import dev.rapport.access.Problem;
import dev.rapport.events.event.Event;
import dev.rapport.events.event.Events;
import dev.rapport.events.event.Roster;
import dev.rapport.events.introduction.IntroductionView;
import dev.rapport.events.introduction.Introductions;
import dev.rapport.events.life.State;
import dev.rapport.events.person.People;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Refusal;
import dev.rapport.pages.Said;
import dev.rapport.pages.Section;
import dev.rapport.pages.Texts;
import dev.rapport.pages.Visitor;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An attendee's plan, its progress, and whom they will meet again. */
@PageController
class PlanPageController {

  private static final String BUNDLE = "pages.plan";

  private final Events events;
  private final Roster roster;
  private final People people;
  private final Plans plans;
  private final Introductions introductions;
  private final Pages pages;

  PlanPageController(
      Events events,
      Roster roster,
      People people,
      Plans plans,
      Introductions introductions,
      Pages pages) {
    this.events = events;
    this.roster = roster;
    this.people = people;
    this.plans = plans;
    this.introductions = introductions;
    this.pages = pages;
  }

  @GetMapping("/my/plan")
  ResponseEntity<String> show(
      Visitor visitor, @RequestParam(required = false) @Nullable UUID event) {
    var all = events(visitor);
    var texts = Texts.of(visitor.language(), BUNDLE);
    var page = Page.of(visitor.language(), texts.get("title")).in(Section.PLAN);
    if (all.isEmpty()) {
      return pages.show(HttpStatus.OK, page, Said.of(texts.get("no-event")));
    }
    return show(HttpStatus.OK, page, texts, visitor, all, chosen(all, event), null);
  }

  @PostMapping("/my/plan")
  ResponseEntity<String> save(
      Visitor visitor, @RequestParam UUID event, @ModelAttribute PlanForm form) {
    var all = events(visitor);
    var at =
        all.stream()
            .filter(one -> one.id().value().equals(event))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    var texts = Texts.of(visitor.language(), BUNDLE);
    var page = Page.of(visitor.language(), texts.get("title")).in(Section.PLAN);
    try {
      plans.revise(at, visitor.person(), form::plan);
      return show(HttpStatus.OK, page.saying(texts.get("saved")), texts, visitor, all, at, null);
    } catch (Problem refused) {
      var warned = page.warning(texts.get("not-saved"));
      return show(refused.status(), warned, texts, visitor, all, at, form);
    }
  }

  private ResponseEntity<String> show(
      HttpStatus status,
      Page page,
      Texts texts,
      Visitor visitor,
      List<Event> all,
      Event event,
      @Nullable PlanForm refused) {
    var view = plans.view(event, "", visitor.person());
    // Afterwards there is nobody to walk up to any more.
    var made =
        event.state() == State.OPEN
            ? introductions.of(event.id(), visitor.person())
            : List.<IntroductionView>of();
    return pages.show(
        status, page, "plan.jte", new PlanPage(event, all, view, made, refused, texts));
  }

  private List<Event> events(Visitor visitor) {
    if (!people.erased(Set.of(visitor.person())).isEmpty()) {
      throw Refusal.gone();
    }
    return roster.eventsOf(visitor.person()).stream()
        .flatMap(id -> events.find(id).stream())
        .filter(event -> event.state() != State.CANCELLED)
        .sorted(Comparator.comparing(event -> event.dates().starts()))
        .toList();
  }

  /** The one that is asked for; else what is on, else what comes next, else what was last. */
  private static Event chosen(List<Event> all, @Nullable UUID asked) {
    return all.stream()
        .filter(event -> event.id().value().equals(asked))
        .findFirst()
        .or(() -> all.stream().filter(event -> event.state() == State.OPEN).findFirst())
        .or(() -> all.stream().filter(event -> event.state() == State.PLANNED).findFirst())
        .orElse(all.getLast());
  }
}
