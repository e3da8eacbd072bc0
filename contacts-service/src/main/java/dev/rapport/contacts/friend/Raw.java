package dev.rapport.contacts.friend;

import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.contacts.friend.Line.Part;
import dev.rapport.contacts.friend.Line.Result;
import dev.rapport.contacts.person.Card;
import dev.rapport.contacts.person.Cards;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an address book says of somebody, as it stands there. Address books are written by many
 * programs over many years: what cannot be taken is left out, the rest is.
 *
 * @param uid the address book's own key, or null
 * @param emails the first that is one counts, as of {@code phones}
 * @param pages addresses of profile pages
 */
record Raw(
    @Nullable String uid,
    @Nullable String name,
    List<String> emails,
    List<String> phones,
    @Nullable String organisation,
    @Nullable String title,
    List<String> pages,
    @Nullable String notes,
    List<String> tags) {

  private static final int MOST_TAGS = 20;

  private static final Pattern MASTODON = Pattern.compile("https://([^/@]+)/@([A-Za-z0-9_.-]+)");

  /** Reads what can be taken. */
  Line read(int number) {
    var called = plain(name);
    if (called == null) {
      return Line.refused(number, "", Result.noName);
    }
    if (called.codePointCount(0, called.length()) > 200) {
      var shown = called.substring(0, called.offsetByCodePoints(0, 50));
      return Line.refused(number, shown + "…", Result.longName);
    }
    if (taken(called, text -> Fields.personName("name", text)) == null) {
      return Line.refused(number, called, Result.link);
    }
    var left = EnumSet.noneOf(Part.class);
    var email = first(emails, Part.email, text -> Fields.address("email", text), left);
    var card =
        new Card(
            first(phones, Part.phone, Raw::phone, left),
            one(organisation, Part.organisation, text -> Cards.line("organisation", text), left),
            one(title, Part.title, text -> Cards.line("title", text), left),
            mastodon(),
            page("linkedin.com"),
            page("xing.com"));
    var friend = new Friend(key(called, email, card), called, email, card, notes(left), tags(left));
    return new Line(number, called, friend, Result.added, List.copyOf(left));
  }

  private Friend.Key key(String called, @Nullable String email, Card card) {
    if (uid != null && !uid.isBlank()) {
      return new Friend.Key(Friend.Key.Kind.uid, uid.strip());
    }
    var linkedin = card.linkedin();
    if (linkedin != null) {
      return Friend.Key.page(linkedin);
    }
    return email == null ? Friend.Key.name(called) : Friend.Key.address(email);
  }

  private static @Nullable String first(
      List<String> all, Part part, UnaryOperator<String> check, Set<Part> left) {
    var some = all.stream().map(Raw::plain).filter(text -> text != null).toList();
    for (var text : some) {
      var taken = taken(text, check);
      if (taken != null) {
        return taken;
      }
    }
    if (!some.isEmpty()) {
      left.add(part);
    }
    return null;
  }

  private static @Nullable String one(
      @Nullable String text, Part part, UnaryOperator<String> check, Set<Part> left) {
    return text == null ? null : first(List.of(text), part, check, left);
  }

  private static @Nullable String taken(String text, UnaryOperator<String> check) {
    try {
      return check.apply(text);
    } catch (Problem e) {
      return null;
    }
  }

  private static String phone(String text) {
    var number = text.replaceFirst("(?i)^tel:", "").replaceFirst(";.*", "").replace('\u00a0', ' ');
    return Fields.required("phone", Cards.phone("phone", number.strip()));
  }

  private @Nullable String mastodon() {
    for (var page : pages) {
      var parts = MASTODON.matcher(page.strip());
      if (parts.matches()) {
        return taken(
            parts.group(2) + "@" + parts.group(1),
            handle -> Fields.required("page", Cards.mastodon("page", handle)));
      }
    }
    return null;
  }

  private @Nullable String page(String site) {
    for (var page : pages) {
      var secure = page.strip().replaceFirst("(?i)^http://", "https://");
      var taken = taken(secure, text -> Fields.required("page", Cards.page("page", text, site)));
      if (taken != null && !taken.isEmpty()) {
        return taken;
      }
    }
    return null;
  }

  private @Nullable String notes(Set<Part> left) {
    if (notes == null || notes.isBlank()) {
      return null;
    }
    var printable = notes.strip().replaceAll("[\\p{Cntrl}&&[^\\n\\r\\t]]", " ");
    var taken = taken(printable, text -> Fields.text("notes", text, 4_000));
    if (taken == null) {
      left.add(Part.notes);
    }
    return taken;
  }

  private List<String> tags(Set<Part> left) {
    var taken = new ArrayList<String>();
    for (var tag : tags) {
      var text = plain(tag);
      // A comma tells tags apart where they are edited.
      var good =
          text == null ? null : taken(text.replace(',', ' '), t -> Fields.line("tags", t, 50));
      if (good != null && taken.size() < MOST_TAGS) {
        taken.add(good);
      } else if (text != null) {
        left.add(Part.tags);
      }
    }
    return taken.stream().distinct().toList();
  }

  /** One line of it without what is not printed; null when nothing is left. */
  private static @Nullable String plain(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
    return line.isEmpty() ? null : line;
  }
}
