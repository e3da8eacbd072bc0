package dev.rapport.followup.nurture;

import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.followup.answer.KnownPeople;
import dev.rapport.followup.nurture.Circle.Member;
import dev.rapport.followup.nurture.TiesView.Row;
import dev.rapport.followup.nurture.TiesView.Tag;
import dev.rapport.followup.plan.Person;
import dev.rapport.messaging.EventClock;
import dev.rapport.pages.Buttons;
import dev.rapport.pages.Link;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Refusal;
import dev.rapport.pages.Section;
import dev.rapport.pages.Texts;
import dev.rapport.pages.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How often to be in touch with whom: everyone the owner met or logged something of, by name. */
@PageController
class TiesPage {

  private static final String HERE = "/my/follow-ups/ties";
  private static final int SHOWN = 50;

  private final Nurturing nurturing;
  private final Circle circle;
  private final HabitStore habits;
  private final KnownPeople known;
  private final EventClock clock;
  private final Pages pages;

  TiesPage(
      Nurturing nurturing,
      Circle circle,
      HabitStore habits,
      KnownPeople known,
      EventClock clock,
      Pages pages) {
    this.nurturing = nurturing;
    this.circle = circle;
    this.habits = habits;
    this.known = known;
    this.clock = clock;
    this.pages = pages;
  }

  @GetMapping("/my/follow-ups/ties")
  ResponseEntity<String> show(
      Visitor visitor,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "0") int from) {
    return page(visitor, known.owner(visitor), search, from, null);
  }

  /** Sets a contact's cadence: days, or a tag, or neither. */
  @PostMapping("/my/follow-ups/ties")
  ResponseEntity<String> keep(
      Visitor visitor,
      @RequestParam UUID contact,
      @RequestParam(defaultValue = "") String days,
      @RequestParam(defaultValue = "") String tag,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "0") int from) {
    var owner = known.owner(visitor);
    circle.tie(owner, contact);
    if (days.isBlank()) {
      nurturing.keep(owner.id(), contact, null, tag.isBlank() ? null : tag(tag));
    } else {
      nurturing.keep(owner.id(), contact, days(days), null);
    }
    return page(visitor, owner, search, from, "saved");
  }

  /** Sets a tag's cadence; without days it is dropped. */
  @PostMapping("/my/follow-ups/ties/tags")
  ResponseEntity<String> tag(
      Visitor visitor, @RequestParam String tag, @RequestParam(defaultValue = "") String days) {
    var owner = known.owner(visitor);
    var tags = habits.of(owner.id()).tags();
    if (!tags.containsKey(tag) && tags.size() >= HabitStore.MOST_TAGS) {
      throw Refusal.form();
    }
    nurturing.tag(owner.id(), tag(tag), days.isBlank() ? null : days(days));
    return page(visitor, owner, "", 0, "saved");
  }

  /** Pauses all reminders for a month, or ends the pause. */
  @PostMapping("/my/follow-ups/ties/pause")
  ResponseEntity<String> pause(Visitor visitor, @RequestParam String act) {
    var owner = known.owner(visitor);
    switch (act) {
      case "pause" -> nurturing.pause(owner.id(), clock.now().plus(Duration.ofDays(30)));
      case "resume" -> nurturing.pause(owner.id(), null);
      default -> throw Refusal.form();
    }
    return page(visitor, owner, "", 0, "saved");
  }

  private ResponseEntity<String> page(
      Visitor visitor, Person owner, String search, int from, @Nullable String notice) {
    var texts = Texts.of(visitor.language(), "pages.ties");
    var all = circle.named(owner, search);
    var first = Math.clamp(from, 0, all.size());
    var rows = all.subList(first, Math.min(all.size(), first + SHOWN));
    var habit = habits.of(owner.id());
    var pausedUntil = habit.pausedUntil();
    var paused =
        pausedUntil != null && pausedUntil.isAfter(clock.now())
            ? texts.get("paused", day(owner, texts, pausedUntil))
            : null;
    var act = paused == null ? "pause" : "resume";
    var view =
        new TiesView(
            texts.get(all.isEmpty() && search.isEmpty() ? "none" : "intro"),
            owner.agreesTo(Person.Purpose.NURTURE)
                ? null
                : new Link(Section.CONSENTS.path(), texts.get("off")),
            paused,
            Buttons.about("pause").to(HERE + "/pause").button("act", act, texts.get(act)),
            habit.tags().entrySet().stream()
                .map(tag -> tag(tag.getKey(), tag.getValue(), texts))
                .toList(),
            search,
            rows.stream().map(one -> row(one, owner, texts)).toList(),
            first + SHOWN < all.size() ? more(search, first + SHOWN, texts) : null,
            new Link("/my/follow-ups", texts.get("back")),
            texts);
    var page = Page.of(visitor.language(), texts.get("title")).in(Section.FOLLOW_UPS);
    return pages.show(page.saying(notice == null ? null : texts.get(notice)), "ties.jte", view);
  }

  private static Link more(String search, int from, Texts texts) {
    var looked = URLEncoder.encode(search, StandardCharsets.UTF_8);
    return new Link("%s?search=%s&from=%d".formatted(HERE, looked, from), texts.get("more"));
  }

  private static Tag tag(String name, int days, Texts texts) {
    var drop =
        Buttons.about("tags")
            .to(HERE + "/tags")
            .with("tag", name)
            .button("days", "", texts.get("drop"));
    return new Tag(name, days, drop);
  }

  private static Row row(Member member, Person owner, Texts texts) {
    var last = member.touch().last();
    var cadence = member.touch().tie().cadence();
    var days = cadence == null ? null : cadence.days();
    var tag = cadence == null ? null : cadence.tag();
    return new Row(
        member.touch().tie().contact().toString(),
        member.name(),
        last == null ? texts.get("never") : texts.get("last", day(owner, texts, last)),
        days == null ? "" : Integer.toString(days),
        tag == null ? "" : tag);
  }

  private static String day(Person owner, Texts texts, Instant moment) {
    var zone = owner.zone();
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .localizedBy(texts.language().locale())
        .withZone(zone == null ? ZoneOffset.UTC : zone)
        .format(moment);
  }

  private static int days(String text) {
    try {
      var days = Integer.parseInt(text.strip());
      if (days >= Cadence.LEAST_DAYS && days <= Cadence.MOST_DAYS) {
        return days;
      }
    } catch (NumberFormatException e) {
      throw Refusal.form();
    }
    throw Refusal.form();
  }

  private static String tag(String text) {
    try {
      return Fields.externalId("tag", text.strip());
    } catch (Problem e) {
      throw Refusal.form();
    }
  }
}
