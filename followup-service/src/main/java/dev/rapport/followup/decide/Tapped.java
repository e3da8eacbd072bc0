package dev.rapport.followup.decide;

import dev.rapport.pages.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody decided on a page.
 *
 * @param item an id, or {@link #ALL}
 * @param shown the follow-ups that the page showed, of which {@code all} speaks: nobody says
 *     anything about what came onto it since
 * @param lines lines of the owner's own, for what is sent
 */
public record Tapped(String item, String act, List<UUID> shown, Lines lines) {

  /** Stands for every follow-up that the page showed. */
  public static final String ALL = "all";

  /** One line for all that is decided, where none was typed for it alone. */
  private static final String WORDS = "words";

  /** Reads a form: a button names what it does and about what in one value, or in two fields. */
  public static Tapped of(Map<String, String> form, List<String> shown) {
    var parts = form.getOrDefault("tap", "").split(" ", 2);
    var item = parts.length == 2 ? parts[1] : form.get("item");
    var act = parts.length == 2 ? parts[0] : form.get("act");
    if (item == null || act == null) {
      throw Refusal.form();
    }
    var ids = shown.stream().map(Tapped::id).toList();
    var tapped = new Tapped(item, act, ids, Lines.of(form));
    var words = form.getOrDefault(WORDS, "");
    return words.isBlank()
        ? tapped
        : new Tapped(item, act, ids, tapped.lines().orElse(tapped.decided(), words));
  }

  /** Whether it speaks of all that the page showed. */
  public boolean isAll() {
    return item.equals(ALL);
  }

  /** Returns the one that it speaks of. */
  public UUID id() {
    return id(item);
  }

  /** Returns all that it speaks of. */
  public List<UUID> decided() {
    return isAll() ? shown : List.of(id());
  }

  static UUID id(String item) {
    try {
      return UUID.fromString(item);
    } catch (IllegalArgumentException e) {
      throw Refusal.form();
    }
  }
}
