package dev.rapport.contacts.contact;

import dev.rapport.access.Problem;
import dev.rapport.contacts.person.Known;
import dev.rapport.contacts.sensed.Suggesting;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Refusal;
import dev.rapport.pages.Section;
import dev.rapport.pages.Texts;
import dev.rapport.pages.Visitor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The people whom somebody met, with their own notes and tags; and whom a sensor saw them near. */
@PageController
class MetController {

  private static final String PATH = "/my/contacts";
  private static final String UUID_PATTERN = "[0-9a-fA-F-]{36}";
  private static final Set<String> SAID =
      Set.of("notes", "confirmed", "dismissed", "long", "added", "removed");

  private final ContactBook book;
  private final Contacts contacts;
  private final Suggesting suggesting;
  private final Known known;
  private final Pages pages;

  MetController(
      ContactBook book, Contacts contacts, Suggesting suggesting, Known known, Pages pages) {
    this.book = book;
    this.contacts = contacts;
    this.suggesting = suggesting;
    this.known = known;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ResponseEntity<String> show(
      Visitor visitor,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String event,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(required = false) @Nullable String said) {
    var owner = present(visitor);
    var texts = Texts.of(visitor.language(), PeoplePage.BUNDLE);
    var zone = Objects.requireNonNull(known.find(owner)).profile().zone();
    var all = book.list(owner);
    var view =
        new PeoplePage(texts, zone, new PeoplePage.Asked(q.strip(), event, Math.max(page, 1)))
            .view(
                all,
                book.events(all).values(),
                some -> book.open(owner, some),
                suggesting.of(owner, null, PeoplePage.MOST_QUESTIONS));
    var about = Page.of(visitor.language(), texts.get("people.title")).in(Section.PEOPLE);
    var notice = said != null && SAID.contains(said) ? texts.get("said." + said) : null;
    return pages.show(about.saying(notice), "people.jte", view);
  }

  @PostMapping(PATH + "/{contact:" + UUID_PATTERN + "}/notes")
  ResponseEntity<Void> note(
      Visitor visitor,
      @PathVariable UUID contact,
      @RequestParam(defaultValue = "") String notes,
      @RequestParam(defaultValue = "") String tags,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String event,
      @RequestParam(defaultValue = "1") int page) {
    var owner = present(visitor);
    try {
      var kept = Stream.of(tags.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList();
      if (contacts.annotate(owner, contact, Notes.text(notes), Notes.tags(kept)) == null) {
        throw Refusal.notFound();
      }
    } catch (Problem e) {
      return back(q, event, page, "long");
    }
    return back(q, event, page, "notes");
  }

  @PostMapping(PATH + "/suggestions/{suggestion}")
  ResponseEntity<Void> answer(
      Visitor visitor, @PathVariable UUID suggestion, @RequestParam String answer) {
    var owner = present(visitor);
    switch (answer) {
      case "confirm" -> suggesting.confirm(owner, suggestion);
      case "dismiss" -> suggesting.dismiss(owner, suggestion);
      default -> throw Refusal.form();
    }
    return back("", "", 1, answer.equals("confirm") ? "confirmed" : "dismissed");
  }

  private UUID present(Visitor visitor) {
    var person = visitor.person();
    if (known.find(person) == null) {
      throw known.isErased(person) ? Refusal.gone() : Refusal.notFound();
    }
    return person;
  }

  /** To the page with what was just done: going back in the browser does it no second time. */
  private static ResponseEntity<Void> back(String q, String event, int page, String said) {
    var builder = UriComponentsBuilder.fromPath(PATH).queryParam("said", said);
    for (var parameter : List.of(List.of("q", q), List.of("event", event))) {
      if (!parameter.getLast().isEmpty()) {
        builder.queryParam(parameter.getFirst(), "{" + parameter.getFirst() + "}");
      }
    }
    if (page > 1) {
      builder.queryParam("page", page);
    }
    URI where = builder.encode().buildAndExpand(Map.of("q", q, "event", event)).toUri();
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(where).build();
  }
}
