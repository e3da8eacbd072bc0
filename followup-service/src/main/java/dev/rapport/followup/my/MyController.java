package dev.rapport.followup.my;

import dev.rapport.followup.answer.KnownPeople;
import dev.rapport.followup.plan.Person;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Refusal;
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
    var tap = tap(form, shown == null ? List.of() : shown);
    var notice = taps.tap(owner, tap);
    return page(visitor, owner, cursor, notice, null, tap.lines());
  }

  private static Taps.Tap tap(Map<String, String> form, List<String> shown) {
    var parts = form.getOrDefault("tap", "").split(" ", 2);
    var item = parts.length == 2 ? parts[1] : form.get("item");
    var act = parts.length == 2 ? parts[0] : form.get("act");
    if (item == null || act == null) {
      throw Refusal.form();
    }
    return new Taps.Tap(item, act, shown, form.get("until"), Lines.of(form));
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
      var text = texts.get(notice);
      page = isWrong(notice) ? page.warning(text) : page.saying(text);
    }
    var shown = isWrong(notice) ? lines : lines.unjudged();
    return pages.show(page, "my.jte", new MyComposer(words, shown).view(things, from, noted));
  }

  private static boolean isWrong(@Nullable String notice) {
    return notice != null && notice.startsWith("words-");
  }
}
