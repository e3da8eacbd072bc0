package dev.rapport.followup.block;

import dev.rapport.followup.answer.KnownPeople;
import dev.rapport.followup.plan.Person;
import dev.rapport.pages.Buttons;
import dev.rapport.pages.Link;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Section;
import dev.rapport.pages.Texts;
import dev.rapport.pages.Visitor;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom the visitor blocks; each block can be lifted. */
@PageController
class BlocksPage {

  private static final String HERE = "/my/follow-ups/blocks";
  private static final int SHOWN = 50;

  private final Blocking blocking;
  private final KnownPeople known;
  private final Pages pages;

  BlocksPage(Blocking blocking, KnownPeople known, Pages pages) {
    this.blocking = blocking;
    this.known = known;
    this.pages = pages;
  }

  @GetMapping(HERE)
  ResponseEntity<String> show(
      Visitor visitor, @RequestParam(required = false) @Nullable String cursor) {
    return page(visitor, known.owner(visitor), cursor, null);
  }

  @PostMapping(HERE)
  ResponseEntity<String> lift(
      Visitor visitor,
      @RequestParam UUID contact,
      @RequestParam(required = false) @Nullable String cursor) {
    var owner = known.owner(visitor);
    var notice = blocking.lift(owner.id(), contact) ? "lifted" : "unchanged";
    return page(visitor, owner, cursor, notice);
  }

  private ResponseEntity<String> page(
      Visitor visitor, Person owner, @Nullable String cursor, @Nullable String notice) {
    var texts = Texts.of(visitor.language(), "pages.blocks");
    var found = blocking.of(owner.id(), SHOWN, Block.at(cursor));
    var next = found.next();
    var view =
        new BlocksView(
            texts.get(found.items().isEmpty() && cursor == null ? "none" : "intro"),
            found.items().stream().map(one -> row(one, owner, cursor, texts)).toList(),
            next == null ? null : new Link(HERE + "?cursor=" + next, texts.get("more")),
            new Link(Section.FOLLOW_UPS.path(), texts.get("back")));
    var page = Page.of(visitor.language(), texts.get("title")).in(Section.FOLLOW_UPS);
    return pages.show(page.saying(notice == null ? null : texts.get(notice)), "blocks.jte", view);
  }

  private static BlocksView.Row row(Block one, Person owner, @Nullable String cursor, Texts texts) {
    var contact = one.contact().toString();
    var zone = owner.zone();
    var day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .localizedBy(texts.language().locale())
            .withZone(zone == null ? ZoneOffset.UTC : zone)
            .format(one.since());
    var form = Buttons.about("c-" + contact).with("contact", contact);
    return new BlocksView.Row(
        contact,
        one.name().isEmpty() ? texts.get("nameless") : one.name(),
        texts.get("since", day),
        (cursor == null ? form : form.with("cursor", cursor))
            .button("act", "lift", texts.get("lift")));
  }
}
