package dev.rapport.contacts.agree;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of consents shows.
 *
 * @param links where else to go, below the form
 */
public record AgreeView(
    String intro,
    List<Group> groups,
    Choices channels,
    Fields topics,
    Fields card,
    String save,
    List<Content> links) {

  /** Questions that belong together. */
  public record Group(String title, List<Row> rows) {}

  /**
   * One question.
   *
   * @param wording what is agreed to, word by word
   * @param said when and where it was answered, or null
   */
  public record Row(String key, String wording, boolean given, @Nullable String said) {

    /** The id of the element that says when and where. */
    public String id() {
      return "said-" + key.replace(':', '-');
    }
  }

  /** Channels in the order of the person's wish: one list to choose from for each place. */
  public record Choices(String title, String hint, List<Place> places) {}

  /** A place in the order. */
  public record Place(String label, List<Option> options) {}

  /** What can be chosen. */
  public record Option(String value, String label, boolean chosen) {}

  /** Fields that belong together. */
  public record Fields(String title, String hint, List<Field> fields) {}

  /**
   * A field to fill in.
   *
   * @param problem why what it holds cannot be taken, or null
   */
  public record Field(String name, String label, String value, @Nullable String problem) {}
}
