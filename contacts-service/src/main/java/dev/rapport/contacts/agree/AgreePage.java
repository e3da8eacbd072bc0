package dev.rapport.contacts.agree;

import dev.rapport.contacts.agree.AgreeView.Choices;
import dev.rapport.contacts.agree.AgreeView.Field;
import dev.rapport.contacts.agree.AgreeView.Fields;
import dev.rapport.contacts.agree.AgreeView.Group;
import dev.rapport.contacts.agree.AgreeView.Option;
import dev.rapport.contacts.agree.AgreeView.Place;
import dev.rapport.contacts.agree.AgreeView.Row;
import dev.rapport.contacts.person.Card;
import dev.rapport.contacts.person.Consent.Purpose;
import dev.rapport.contacts.person.Person;
import dev.rapport.contacts.person.Wishes.Channel;
import dev.rapport.pages.Texts;
import gg.jte.Content;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Puts the page of consents into words.
 *
 * @param showsCard whether what is on the card is shown; a mail gets forwarded, and its page then
 *     shows others nothing that they could call
 * @param posted what was just sent and not taken, or null: shown again as it was filled in
 */
record AgreePage(
    Person person, Texts texts, boolean showsCard, @Nullable MultiValueMap<String, String> posted) {

  static final String BUNDLE = "pages.agree";

  private static final List<List<Purpose>> GROUPS =
      List.of(
          List.of(Purpose.receiveInvitations, Purpose.writeInMyName),
          List.of(Purpose.beNamed, Purpose.beIntroduced, Purpose.introduceOthers, Purpose.beSensed),
          List.of(Purpose.shareEmail, Purpose.sharePhone, Purpose.shareProfiles),
          List.of(Purpose.nurture));

  /** The sentence that somebody agrees to, as it is shown. */
  static String wording(Texts texts, Asked asked) {
    var event = asked.event();
    return event == null ? texts.get(asked.wording()) : texts.get(asked.wording(), event);
  }

  AgreeView view(List<Asked> asked, List<String> invalid, List<Content> links) {
    var page = showsCard ? "consents" : "welcome";
    return new AgreeView(
        texts.get(page + ".intro"),
        groups(asked),
        channels(),
        fields("topics", Form.TOPICS, invalid),
        fields(showsCard ? "card" : "card.hidden", Form.CARD, invalid),
        texts.get("save"),
        links);
  }

  private List<Group> groups(List<Asked> asked) {
    var groups = new ArrayList<Group>();
    for (var purposes : GROUPS) {
      var rows =
          asked.stream()
              .filter(one -> purposes.contains(one.purpose()))
              .sorted(Comparator.comparing(one -> purposes.indexOf(one.purpose())))
              .map(this::row)
              .toList();
      groups.add(new Group(texts.get("group." + purposes.getFirst().name()), rows));
    }
    return groups;
  }

  private Row row(Asked asked) {
    var given =
        posted == null
            ? asked.isGiven(person)
            : posted.getOrDefault("agree", List.of()).contains(asked.key());
    return new Row(asked.key(), wording(texts, asked), given, said(asked));
  }

  private @Nullable String said(Asked asked) {
    var word = asked.word(person);
    if (word == null) {
      return null;
    }
    var zone = person.profile().zone();
    var day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .localizedBy(texts.language().locale())
            .withZone(ZoneId.of(zone == null ? "UTC" : zone))
            .format(word.at());
    var source = isOwn(word.source()) ? texts.get("source." + word.source()) : word.source();
    return texts.get(word.given() ? "said.yes" : "said.no", day, source);
  }

  private static boolean isOwn(String source) {
    return source.equals(WelcomeController.SOURCE) || source.equals(ConsentsController.SOURCE);
  }

  private Choices channels() {
    var chosen = chosenChannels();
    var places = new ArrayList<Place>();
    for (var place = 0; place < Channel.values().length; place++) {
      var current = place < chosen.size() ? chosen.get(place) : "";
      var options = new ArrayList<Option>();
      options.add(new Option("", texts.get("channel.none"), current.isEmpty()));
      for (var channel : Channel.values()) {
        var name = channel.name();
        options.add(new Option(name, texts.get("channel." + name), current.equals(name)));
      }
      places.add(new Place(texts.get("channel.place", place + 1), List.copyOf(options)));
    }
    return new Choices(texts.get("channels"), texts.get("channels.hint"), places);
  }

  private List<String> chosenChannels() {
    if (posted != null) {
      return posted.getOrDefault("channel", List.of());
    }
    var channels = person.profile().wishes().channels();
    return channels == null ? List.of() : channels.stream().map(Enum::name).toList();
  }

  private Fields fields(String group, List<String> names, List<String> invalid) {
    return new Fields(
        texts.get(group),
        texts.get(group + ".hint"),
        names.stream()
            .map(
                name ->
                    new Field(
                        name,
                        texts.get("field." + name),
                        value(name),
                        invalid.contains(name) ? texts.get("invalid." + name) : null))
            .toList());
  }

  private String value(String name) {
    var value = posted == null ? stored(name) : posted.getFirst(name);
    return value == null ? "" : value;
  }

  private @Nullable String stored(String name) {
    var wishes = person.profile().wishes();
    var card = showsCard ? person.profile().card() : Card.NONE;
    return switch (name) {
      case "interests" -> joined(wishes.interests());
      case "seeks" -> joined(wishes.seeks());
      case "offers" -> joined(wishes.offers());
      case "phone" -> card.phone();
      case "organisation" -> card.organisation();
      case "title" -> card.title();
      case "mastodon" -> card.mastodon();
      case "linkedin" -> card.linkedin();
      case "xing" -> card.xing();
      default -> null;
    };
  }

  private static String joined(@Nullable List<String> topics) {
    return topics == null ? "" : String.join(", ", topics);
  }

  /** The names of fields that cannot be taken, for the notice. */
  static String named(Texts texts, List<String> invalid) {
    return invalid.stream()
        .map(name -> texts.get("field." + name))
        .collect(Collectors.joining(", "));
  }
}
