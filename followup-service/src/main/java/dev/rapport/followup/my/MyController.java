package dev.rapport.followup.my;

import dev.rapport.followup.plan.Person;
import dev.rapport.followup.store.People;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Refusal;
import dev.rapport.pages.Section;
import dev.rapport.pages.Texts;
import dev.rapport.pages.Visitor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The owner's page of everything that is due. */
@PageController
class MyController {

  /** As many as a mail shows. */
  private static final int SHOWN = 25;

  private final DueList due;
  private final Taps taps;
  private final People people;
  private final Pages pages;

  MyController(DueList due, Taps taps, People people, Pages pages) {
    this.due = due;
    this.taps = taps;
    this.people = people;
    this.pages = pages;
  }

  @GetMapping("/my/follow-ups")
  ResponseEntity<String> show(
      Visitor visitor,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable UUID noted) {
    return page(visitor, owner(visitor), cursor, noted == null ? null : "noted", noted);
  }

  @PostMapping("/my/follow-ups")
  ResponseEntity<String> tap(
      Visitor visitor,
      @RequestParam String item,
      @RequestParam String act,
      @RequestParam(required = false) @Nullable List<String> shown,
      @RequestParam(required = false) @Nullable String until,
      @RequestParam(required = false) @Nullable String words,
      @RequestParam(required = false) @Nullable String cursor) {
    var owner = owner(visitor);
    var all = shown == null ? List.<String>of() : shown;
    var notice = taps.tap(owner, new Taps.Tap(item, act, all, until, words));
    return page(visitor, owner, cursor, notice, null);
  }

  private ResponseEntity<String> page(
      Visitor visitor,
      Person owner,
      @Nullable String cursor,
      @Nullable String notice,
      @Nullable UUID noted) {
    var from = Place.of(cursor);
    var things = due.of(owner, SHOWN, from);
    var texts = Texts.of(visitor.language(), Wording.BUNDLE);
    var words = new Wording(owner, due.world(owner, things.items()), texts);
    var page =
        Page.of(visitor.language(), texts.get("title"))
            .in(Section.FOLLOW_UPS)
            .saying(notice == null ? null : texts.get(notice));
    return pages.show(page, "my.jte", new MyComposer(words).view(things, from, noted));
  }

  private Person owner(Visitor visitor) {
    var known = people.byId(List.of(visitor.person())).get(visitor.person());
    if (known == null) {
      throw Refusal.notFound();
    }
    if (known.erased()) {
      throw Refusal.gone();
    }
    return known;
  }
}
