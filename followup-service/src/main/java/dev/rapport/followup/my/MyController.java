package dev.rapport.followup.my;

import dev.rapport.followup.answer.KnownPeople;
import dev.rapport.followup.decide.Lines;
import dev.rapport.followup.decide.Tapped;
import dev.rapport.followup.plan.Person;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Section;
import dev.rapport.pages.Texts;
import dev.rapport.pages.Visitor;
import java.util.List;
import java.util.Map;
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
  private final KnownPeople known;
  private final Pages pages;

  MyController(DueList due, Taps taps, KnownPeople known, Pages pages) {
    this.due = due;
    this.taps = taps;
    this.known = known;
    this.pages = pages;
  }

  @GetMapping("/my/follow-ups")
  ResponseEntity<String> show(
      Visitor visitor,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable UUID noted) {
    return page(
        visitor, known.owner(visitor), cursor, noted == null ? null : "noted", noted, Lines.NONE);
  }

  /** A button names what it does and about what, in one value: lines of others go along. */
  @PostMapping("/my/follow-ups")
  ResponseEntity<String> tap(
      Visitor visitor,
      @RequestParam(required = false) @Nullable List<String> shown,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam Map<String, String> form) {
    var owner = known.owner(visitor);
    var tap = Tapped.of(form, shown == null ? List.of() : shown);
    var notice = taps.tap(owner, tap, form.get("until"));
    return page(visitor, owner, cursor, notice, null, tap.lines());
  }

  private ResponseEntity<String> page(
      Visitor visitor,
      Person owner,
      @Nullable String cursor,
      @Nullable String notice,
      @Nullable UUID noted,
      Lines lines) {
    var from = Place.of(cursor);
    var things = due.of(owner, SHOWN, from);
    var texts = Texts.of(visitor.language(), Wording.BUNDLE);
    var words = new Wording(owner, due.world(owner, things.items()), texts);
    var page = Page.of(visitor.language(), texts.get("title")).in(Section.FOLLOW_UPS);
    if (notice != null) {
      page =
          Lines.isWrong(notice)
              ? page.warning(Lines.sentence(notice, visitor.language()))
              : page.saying(texts.get(notice));
    }
    var shown = lines.after(notice);
    return pages.show(page, "my.jte", new MyComposer(words, shown).view(things, from, noted));
  }
}
