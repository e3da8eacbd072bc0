package dev.rapport.contacts.contact;

import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what an owner writes about a contact. */
public final class Notes {

  private Notes() {}

  /** Several lines; null where there is nothing. */
  public static @Nullable String text(@Nullable String notes) {
    return notes == null || notes.isBlank() ? null : Fields.text("notes", notes, 4_000);
  }

  /** Up to 20 words, each once. */
  public static List<String> tags(@Nullable List<String> tags) {
    var given = tags == null ? List.<String>of() : tags;
    if (given.size() > 20) {
      throw Problem.field("tags", "has %d entries".formatted(given.size()), "at most 20");
    }
    return given.stream().map(tag -> Fields.line("tags", tag, 50)).distinct().toList();
  }
}
