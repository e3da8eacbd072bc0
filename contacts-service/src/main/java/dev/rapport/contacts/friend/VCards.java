package dev.rapport.contacts.friend;

import dev.rapport.contacts.friend.Line.Result;
import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.property.Categories;
import ezvcard.property.Email;
import ezvcard.property.Note;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An address book of vCards 2.1 (versit), 3.0 (RFC 2426) or 4.0 (RFC 6350). Each card is cut out
 * and read by itself, so that one that is broken, endless or nested harms no neighbour.
 */
final class VCards {

  /** A card without pictures has 1 KB; one beyond this is none that a person wrote. */
  private static final int LONGEST = 400_000;

  private static final int MOST_LINES = 10_000;

  private VCards() {}

  static boolean isOne(String text) {
    return text.lines().limit(50).anyMatch(line -> is(line, "BEGIN:VCARD"));
  }

  /** Reads up to so many cards. */
  static List<Line> read(String text, int most) {
    var lines = new ArrayList<Line>();
    for (var card : cut(text, most)) {
      lines.add(line(lines.size() + 1, card));
    }
    return lines;
  }

  /** Cuts the file where a card begins; an agent's card inside another (2.1) is left out. */
  private static List<String> cut(String text, int most) {
    var cards = new ArrayList<StringBuilder>();
    var inside = false;
    var agent = false;
    var before = "";
    for (var line : (Iterable<String>) text.lines()::iterator) {
      if (is(line, "BEGIN:VCARD")) {
        agent = inside && is(before, "AGENT:");
        if (!agent && cards.size() == most) {
          break;
        }
        if (!agent) {
          cards.add(new StringBuilder());
          inside = true;
        }
      }
      if (inside && !agent) {
        cards.getLast().append(line).append("\r\n");
      }
      if (is(line, "END:VCARD")) {
        inside = agent;
        agent = false;
      }
      before = line;
    }
    return cards.stream().map(StringBuilder::toString).toList();
  }

  /** A line that starts with a blank goes on with the one before. */
  private static boolean is(String line, String what) {
    return line.stripTrailing().equalsIgnoreCase(what);
  }

  private static Line line(int number, String text) {
    if (text.length() > LONGEST || text.lines().limit(MOST_LINES + 1L).count() > MOST_LINES) {
      return Line.refused(number, "", Result.tooLarge);
    }
    VCard card;
    try {
      card = Ezvcard.parse(text).first();
    } catch (RuntimeException e) {
      // Whatever the parser stumbles over is this card's alone, and its owner is told.
      card = null;
    }
    if (card == null) {
      return Line.refused(number, "", Result.unreadable);
    }
    var raw = raw(card);
    return isGroup(card)
        ? Line.refused(number, Objects.requireNonNullElse(raw.name(), ""), Result.group)
        : raw.read(number);
  }

  private static boolean isGroup(VCard card) {
    var kind = card.getKind();
    var apples = card.getExtendedProperty("X-ADDRESSBOOKSERVER-KIND");
    return (kind != null && kind.isGroup())
        || (apples != null && "group".equalsIgnoreCase(apples.getValue()));
  }

  private static Raw raw(VCard card) {
    var uid = card.getUid();
    var organisation = card.getOrganization();
    return new Raw(
        uid == null ? null : uid.getValue(),
        name(card),
        some(card.getEmails().stream().map(Email::getValue)),
        some(card.getTelephoneNumbers().stream().map(VCards::number)),
        organisation == null || organisation.getValues().isEmpty()
            ? null
            : organisation.getValues().getFirst(),
        some(card.getTitles().stream().map(TextProperty::getValue)).stream()
            .findFirst()
            .orElse(null),
        some(card.getUrls().stream().map(TextProperty::getValue)),
        some(card.getNotes().stream().map(Note::getValue)).stream()
            .collect(Collectors.joining("\n")),
        some(card.getCategoriesList().stream().map(Categories::getValues).flatMap(List::stream)));
  }

  private static @Nullable String number(Telephone telephone) {
    var uri = telephone.getUri();
    return uri == null ? telephone.getText() : uri.getNumber();
  }

  /** As it is written, or put together, or what else somebody is called by. */
  private static @Nullable String name(VCard card) {
    var formatted = card.getFormattedName();
    if (formatted != null && formatted.getValue() != null && !formatted.getValue().isBlank()) {
      return formatted.getValue();
    }
    var parts = card.getStructuredName();
    if (parts != null && (parts.getGiven() != null || parts.getFamily() != null)) {
      return some(Stream.of(parts.getGiven(), parts.getFamily())).stream()
          .collect(Collectors.joining(" "));
    }
    var nick = card.getNickname();
    if (nick != null && !nick.getValues().isEmpty()) {
      return nick.getValues().getFirst();
    }
    var organisation = card.getOrganization();
    return organisation == null || organisation.getValues().isEmpty()
        ? null
        : organisation.getValues().getFirst();
  }

  private static List<String> some(Stream<@Nullable String> values) {
    return values.filter(Objects::nonNull).limit(100).toList();
  }
}
