package dev.rapport.contacts.contact;

import dev.rapport.pages.Buttons;
import dev.rapport.pages.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the people met shows.
 *
 * @param filters the address's parameters, for the forms on it
 * @param add where old friends are added
 * @param none what is said instead when nobody is shown, or null
 * @param pages to the pages before and after
 */
public record PeopleView(
    Labels labels,
    String search,
    List<Option> events,
    String filters,
    Link add,
    List<Question> questions,
    List<Item> people,
    @Nullable String none,
    List<Link> pages) {

  /** Words that stand beside each other again and again. */
  public record Labels(
      String search,
      String event,
      String find,
      String questions,
      String questionsHint,
      String notes,
      String edit,
      String tags,
      String save) {}

  /** An event to choose. */
  public record Option(String value, String label, boolean chosen) {}

  /** "Did you two meet?" */
  public record Question(String id, String name, String near, Buttons buttons) {}

  /**
   * Somebody whom the owner met.
   *
   * @param met where, when and how, a sentence each
   * @param connected that both want to stay in touch, or null
   * @param reach how to reach them, as far as they share it
   * @param remove takes an old friend off the list; null of who was met
   */
  public record Item(
      String id,
      String name,
      List<String> met,
      @Nullable String connected,
      List<Link> reach,
      @Nullable Buttons remove,
      String notes,
      String tags) {}
}
