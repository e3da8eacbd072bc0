package dev.rapport.contacts.friend;

import dev.rapport.contacts.friend.FriendsView.Brought;
import dev.rapport.contacts.friend.FriendsView.Field;
import dev.rapport.contacts.friend.FriendsView.Form;
import dev.rapport.contacts.friend.FriendsView.Upload;
import dev.rapport.contacts.friend.Line.Result;
import dev.rapport.pages.Link;
import dev.rapport.pages.Table;
import dev.rapport.pages.Text;
import dev.rapport.pages.Texts;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the page for adding old friends into words. */
record FriendsPage(Texts texts) {

  static final String BUNDLE = "pages.friends";

  FriendsView view(Map<String, String> filled) {
    return new FriendsView(
        texts.get("promise"),
        new Form(
            texts.get("hand.title"),
            List.of(
                field("name", "text", 200, filled),
                field("email", "email", 254, filled),
                field("phone", "tel", 50, filled),
                field("organisation", "text", 200, filled)),
            texts.get("notes"),
            filled.getOrDefault("notes", ""),
            texts.get("tags"),
            filled.getOrDefault("tags", ""),
            texts.get("hand.add")),
        new Upload(
            texts.get("book.title"),
            texts.get("book.hint", AddressBook.MOST),
            texts.get("book.label"),
            texts.get("book.bring")),
        people());
  }

  private Field field(String name, String type, int most, Map<String, String> filled) {
    var value = filled.getOrDefault(name, "");
    return new Field(name, texts.get(name), type, most, name.equals("name"), value);
  }

  Link people() {
    return new Link("/my/contacts", texts.get("people"));
  }

  /** What was not taken of somebody added by hand. */
  String refusal(Line line) {
    return line.friend() == null
        ? texts.get("hand.refused", texts.get("result." + line.result().name()))
        : texts.get("hand.refused", texts.get("left", parts(line)));
  }

  Brought brought(AddressBook.Read book, List<Line> lines) {
    var counts = new EnumMap<Result, Integer>(Result.class);
    lines.forEach(line -> counts.merge(line.result(), 1, Integer::sum));
    var refused =
        counts.entrySet().stream()
            .filter(count -> count.getKey().compareTo(Result.known) > 0)
            .mapToInt(Map.Entry::getValue)
            .sum();
    var summary = new ArrayList<String>();
    summary.add(
        texts.get(
            "book.done",
            counts.getOrDefault(Result.added, 0),
            counts.getOrDefault(Result.changed, 0),
            counts.getOrDefault(Result.known, 0),
            refused));
    if (book.cut()) {
      summary.add(texts.get("book.cut", AddressBook.MOST));
    }
    var rows = lines.stream().map(this::row).toList();
    var heads = List.of(texts.get("book.name"), texts.get("book.number"), texts.get("book.result"));
    return new Brought(
        summary,
        new Table(texts.get("book.lines"), heads, rows),
        people(),
        new Link("/my/contacts/friends", texts.get("book.again")));
  }

  private List<Content> row(Line line) {
    var result = texts.get("result." + line.result().name());
    var left = line.leftOut().isEmpty() ? "" : " " + texts.get("left", parts(line));
    var name = line.name().isEmpty() ? texts.get("book.nameless") : line.name();
    return List.of(new Text(name), new Text("" + line.number()), new Text(result + left));
  }

  private String parts(Line line) {
    return line.leftOut().stream()
        .map(part -> texts.get("part." + part.name()))
        .collect(Collectors.joining(", "));
  }
}
