package dev.rapport.contacts.contact;

import dev.rapport.contacts.contact.ContactBook.Entry;
import dev.rapport.contacts.contact.ContactBook.Found;
import dev.rapport.contacts.contact.PeopleView.Item;
import dev.rapport.contacts.contact.PeopleView.Labels;
import dev.rapport.contacts.contact.PeopleView.Option;
import dev.rapport.contacts.contact.PeopleView.Question;
import dev.rapport.contacts.person.Card;
import dev.rapport.contacts.roster.Agenda;
import dev.rapport.contacts.sensed.Suggesting;
import dev.rapport.pages.Buttons;
import dev.rapport.pages.Link;
import dev.rapport.pages.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the page of the people met into words.
 *
 * @param zone the owner's, or null: the event's
 */
record PeoplePage(Texts texts, @Nullable String zone, Asked asked) {

  static final String BUNDLE = "pages.people";

  /** More questions than this come when these are answered. */
  static final int MOST_QUESTIONS = 20;

  private static final int SHOWN = 25;

  /** Instead of an event: those whom only the owner knows. */
  private static final String FRIENDS = "friends";

  /** What the address asks for. */
  record Asked(String search, String event, int page) {

    String query(int otherPage) {
      return "q=%s&event=%s&page=%d".formatted(encoded(search), encoded(event), otherPage);
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  /**
   * Shows one page of them.
   *
   * @param open looks up what those on the page share
   */
  PeopleView view(
      List<Found> all,
      Collection<Agenda.Entry> events,
      Function<List<Found>, List<Entry>> open,
      List<Suggesting.Asked> questions) {
    var found = all.stream().filter(this::isAskedFor).toList();
    var from = Math.min((asked.page() - 1L) * SHOWN, found.size());
    var shown = found.stream().skip(from).limit(SHOWN).toList();
    return new PeopleView(
        labels(),
        asked.search(),
        choices(events, all.stream().anyMatch(one -> one.contact().friend())),
        asked.query(asked.page()),
        new Link("/my/contacts/friends", texts.get("friends.add")),
        questions.stream().map(this::question).toList(),
        open.apply(shown).stream().map(this::item).toList(),
        shown.isEmpty() ? texts.get(all.isEmpty() ? "nobody" : "nobody.found") : null,
        pages(from, found.size()));
  }

  private boolean isAskedFor(Found found) {
    var contact = found.contact();
    var atEvent =
        switch (asked.event()) {
          case "" -> true;
          case FRIENDS -> contact.friend();
          default ->
              contact.met().stream().anyMatch(met -> met.event().toString().equals(asked.event()));
        };
    var words = asked.search().toLowerCase(Locale.ROOT);
    return atEvent
        && (words.isEmpty()
            || Stream.concat(
                    Stream.of(found.name(), Objects.requireNonNullElse(contact.notes(), "")),
                    contact.tags().stream())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words)));
  }

  private List<Option> choices(Collection<Agenda.Entry> events, boolean friends) {
    var options = new ArrayList<Option>();
    options.add(new Option("", texts.get("event.all"), asked.event().isEmpty()));
    if (friends) {
      options.add(new Option(FRIENDS, texts.get("friends"), asked.event().equals(FRIENDS)));
    }
    events.stream()
        .sorted(Comparator.comparing(Agenda.Entry::starts).reversed())
        .map(
            event ->
                new Option(
                    event.id().toString(),
                    event.name(),
                    event.id().toString().equals(asked.event())))
        .forEach(options::add);
    return List.copyOf(options);
  }

  private Question question(Suggesting.Asked one) {
    var id = one.id().toString();
    return new Question(
        id,
        one.name(),
        texts.get("near", one.event().name(), day(one.at(), one.event())),
        Buttons.about("s-" + id)
            .to("/my/contacts/suggestions/" + id)
            .button("answer", "confirm", texts.get("confirm"))
            .button("answer", "dismiss", texts.get("dismiss")));
  }

  private Item item(Entry entry) {
    return new Item(
        entry.contact().toString(),
        entry.name(),
        met(entry),
        entry.connected() ? texts.get("connected") : null,
        reach(entry),
        entry.friend() ? remove(entry.contact().toString()) : null,
        Objects.requireNonNullElse(entry.notes(), ""),
        String.join(", ", entry.tags()));
  }

  private Buttons remove(String friend) {
    return Buttons.about("c-" + friend)
        .to("/my/contacts/friends/" + friend + "/remove")
        .button("act", "remove", texts.get("friends.remove"));
  }

  private List<String> met(Entry entry) {
    var last = entry.lastMet();
    if (last == null) {
      return List.of(texts.get("friends.one"));
    }
    if (entry.met().isEmpty()) {
      return List.of(texts.get("met.outside", day(last, null)));
    }
    return entry.met().stream()
        .map(
            met -> {
              var event = met.event();
              var name = event == null ? texts.get("event.unknown") : event.name();
              return texts.get("met." + met.how().name(), name, day(met.last(), event));
            })
        .toList();
  }

  /** Addresses as links; a handle or what stands alone says what it is. */
  private List<Link> reach(Entry entry) {
    var reach = new ArrayList<Link>();
    Card card = entry.card();
    var email = entry.email();
    if (email != null) {
      reach.add(new Link("mailto:" + email, email));
    }
    var phone = card.phone();
    if (phone != null) {
      reach.add(new Link("tel:" + phone.replaceAll("[^+0-9]", ""), phone));
    }
    var mastodon = card.mastodon();
    if (mastodon != null) {
      var parts = mastodon.split("@", 2);
      reach.add(new Link("https://" + parts[1] + "/@" + parts[0], "@" + mastodon));
    }
    Stream.of(card.linkedin(), card.xing())
        .filter(Objects::nonNull)
        .forEach(page -> reach.add(new Link(page, page)));
    return List.copyOf(reach);
  }

  private List<Link> pages(long from, int found) {
    var pages = new ArrayList<Link>();
    if (from > 0) {
      pages.add(new Link("?" + asked.query(asked.page() - 1), texts.get("page.before")));
    }
    if (from + SHOWN < found) {
      pages.add(new Link("?" + asked.query(asked.page() + 1), texts.get("page.after")));
    }
    return pages;
  }

  private String day(Instant at, Agenda.@Nullable Entry event) {
    var own = zone == null ? null : ZoneId.of(zone);
    var there = event == null ? ZoneId.of("UTC") : event.zone();
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .localizedBy(texts.language().locale())
        .withZone(own == null ? there : own)
        .format(at);
  }

  private Labels labels() {
    return new Labels(
        texts.get("search"),
        texts.get("event"),
        texts.get("find"),
        texts.get("questions"),
        texts.get("questions.hint"),
        texts.get("notes"),
        texts.get("notes.edit"),
        texts.get("tags"),
        texts.get("save"));
  }
}
