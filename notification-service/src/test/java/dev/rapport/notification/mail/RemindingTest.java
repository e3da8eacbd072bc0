package dev.rapport.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notification.directory.Event;
import dev.rapport.notification.directory.Person;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Purpose;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemindingTest {

  private static final Event PYCON = event("PyCon");
  private static final Instant MET = Instant.parse("2026-06-04T12:05:00Z");

  @Test
  void a_mail_of_reminders_alone_says_whom_and_leads_to_the_owners_pages() {
    var letter = letter("en", cadence("Ben", List.of("jazz"), null, null), cadence("Chi", PYCON));
    assertThat(letter.subject()).isEqualTo("Time to be in touch again with Ben and one other");
    assertThat(letter.entries()).hasSize(2);
    assertThat(letter.entries().getFirst().line()).contains("You both care about jazz.");
    assertThat(letter.all().url()).isEqualTo("https://notify.example/my/link/fresh");
    assertThat(letter.why()).contains("you agreed to be reminded");
  }

  @Test
  void a_reminder_says_what_to_give() {
    var letter =
        letter(
            "en",
            cadence("Ben", List.of("jazz"), "introduction", "Dan"),
            cadence("Chi", List.of("testing"), "offer", null),
            cadence("Eve", List.of(), "thanks", null));
    assertThat(letter.entries().get(0).line()).contains("bring them together with Dan", "jazz");
    assertThat(letter.entries().get(1).line()).contains("offer your help with testing");
    assertThat(letter.entries().get(2).line()).contains("say thanks");
  }

  @Test
  void who_agrees_no_more_to_be_introduced_is_not_named() {
    var letter = letter("en", cadence("Ben", List.of("jazz"), "introduction", null));
    assertThat(letter.entries().getFirst().line()).isEqualTo("It is time to be in touch again.");
  }

  @Test
  void whom_one_met_outside_any_event_is_named_with_the_day_and_no_event() {
    var shared = new Item.Aside(null, List.of("jazz"), null, MET);
    var letter = letter("en", about("Ben", null, PYCON, shared, Item.Manner.CADENCE));
    assertThat(letter.entries().getFirst().line())
        .isEqualTo(
            "You met on 4 June 2026, outside any event: say hello. You both care about jazz.");
    var thanks = new Item.Aside(null, List.of(), "thanks", MET);
    assertThat(
            letter("de", about("Ben", null, PYCON, thanks, Item.Manner.CADENCE))
                .entries()
                .getFirst()
                .line())
        .startsWith("Sie haben sich am 4. Juni 2026 außerhalb von Veranstaltungen getroffen")
        .contains("danke")
        .doesNotContain("PyCon");
  }

  @Test
  void an_introduction_names_both() {
    var aside = new Item.Aside(UUID.randomUUID(), List.of("jazz"), null);
    var letter = letter("de", about("Ana", "Ben", PYCON, aside, Item.Manner.INTRODUCTION));
    assertThat(letter.subject()).isEqualTo("Sie könnten Ana und Ben zusammenbringen");
    assertThat(letter.entries().getFirst().name()).isEqualTo("Ana und Ben");
    assertThat(letter.entries().getFirst().line()).contains("PyCon", "jazz");
  }

  @Test
  void open_follow_ups_keep_their_subject_and_sender_and_reminders_come_first() {
    var open = new Item.Meeting(UUID.randomUUID(), PYCON.id(), MET, MET, "virtual", false);
    var content =
        content(
            "en",
            cadence("Chi", event("Other")),
            new Content.About(UUID.randomUUID(), open, person("Ben", "en"), PYCON));
    var letter = Letters.of(content);
    assertThat(content.event()).isEqualTo(PYCON);
    assertThat(letter.subject()).isEqualTo("PyCon: one person to follow up with");
    assertThat(letter.intro()).contains("one reminder");
    assertThat(letter.entries().getFirst().name()).isEqualTo("Chi");
    assertThat(letter.all().url()).isEqualTo("https://follow.example/a/token");
  }

  @Test
  void somebody_who_was_near_is_asked_about() {
    var letter = letter("en", about("Ben", null, PYCON, Item.Aside.NONE, Item.Manner.SUGGESTION));
    assertThat(letter.subject()).isEqualTo("Did you meet Ben?");
    assertThat(letter.entries().getFirst().line()).contains("near each other at PyCon");
  }

  private static Content.About cadence(String name, Event event) {
    return about(name, null, event, Item.Aside.NONE, Item.Manner.CADENCE);
  }

  private static Content.About cadence(
      String name, List<String> topics, @Nullable String give, @Nullable String other) {
    var aside = new Item.Aside(UUID.randomUUID(), topics, give);
    return about(name, other, PYCON, aside, Item.Manner.CADENCE);
  }

  private static Content.About about(
      String name, @Nullable String other, Event event, Item.Aside aside, String about) {
    var manner = new Item.Manner(false, false, null, about, aside);
    return new Content.About(
        UUID.randomUUID(),
        Item.Meeting.reminder(UUID.randomUUID(), event.id(), manner),
        person(name, "en"),
        other == null ? null : person(other, "en"),
        event);
  }

  private static Letter letter(String language, Content.About... about) {
    return Letters.of(content(language, about));
  }

  private static Content content(String language, Content.About... about) {
    return new Content(
        UUID.randomUUID(),
        Purpose.LIST,
        person("Ada", language),
        List.of(about),
        "<id@notify.example>",
        "https://follow.example/a/token",
        "https://notify.example/u/token",
        "https://notify.example/my/link/fresh");
  }

  private static Person.Known person(String name, String language) {
    var locale = Locale.forLanguageTag(language);
    return new Person.Known(
        UUID.randomUUID(), "x", name, "a@mail.example", locale, null, List.of());
  }

  private static Event event(String name) {
    return new Event(
        UUID.randomUUID(), name, ZoneOffset.UTC, name, "hello@pycon.example", null, null);
  }
}
