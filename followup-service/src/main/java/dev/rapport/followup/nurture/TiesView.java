package dev.rapport.followup.nurture;

import dev.rapport.pages.Buttons;
import dev.rapport.pages.Link;
import dev.rapport.pages.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often to be in touch with whom.
 *
 * @param off says that reminders are off, and where to switch them on; null: they are on
 * @param paused says until when they pause, or null
 * @param search what is looked for among the names
 * @param texts the words of the forms
 */
public record TiesView(
    String intro,
    @Nullable Link off,
    @Nullable String paused,
    Buttons pause,
    List<Tag> tags,
    String search,
    List<Row> rows,
    @Nullable Link more,
    Link back,
    Texts texts) {

  /** A tag and its cadence. */
  public record Tag(String name, int days, Buttons drop) {}

  /**
   * A contact.
   *
   * @param days the cadence, empty for none
   * @param tag the tag instead, empty for none
   */
  public record Row(String contact, String name, String last, String days, String tag) {}
}
