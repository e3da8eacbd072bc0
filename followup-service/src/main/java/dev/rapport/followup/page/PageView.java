package dev.rapport.followup.page;

import dev.rapport.followup.answer.OwnWords;
import dev.rapport.pages.Buttons;
import dev.rapport.pages.Language;
import dev.rapport.pages.Link;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the page behind a link shows.
 *
 * @param notice what came of the form that was just sent, or null
 * @param choices what can be done about all of them at once
 */
public record PageView(
    Language language,
    String title,
    String intro,
    @Nullable String notice,
    String allIntro,
    List<Choice> choices,
    List<Item> items) {

  /** The form that speaks of all that are shown. */
  public Buttons all() {
    var shown = items.stream().map(Item::id).collect(Collectors.joining(","));
    var form = Buttons.about("all").with("item", Behind.ALL).with("shown", shown);
    for (var choice : choices) {
      form = form.button("act", choice.act(), choice.label());
    }
    return form;
  }

  /** A button. */
  public record Choice(String act, String label) {}

  /**
   * One follow-up; {@code answer}, {@code state}, {@code outcome} and {@code asks} are for
   * machines.
   *
   * @param asks {@code yes}, or {@code no} where the two are willing or connected anyway
   * @param hint why something is not possible, or null
   * @param chosen what the link in the mail chose, still to be confirmed, or null
   * @param profile where the contact wants to be invited by people themselves, or null
   * @param words what a line of the reader's own is called, or null where none can be sent
   * @param refused what they typed there and could not be taken, or null
   */
  public record Item(
      String id,
      String answer,
      String state,
      String outcome,
      String asks,
      String name,
      String met,
      @Nullable String draft,
      String said,
      @Nullable String hint,
      @Nullable String chosen,
      @Nullable Link profile,
      @Nullable String words,
      @Nullable String refused,
      List<Choice> choices) {

    /** The form that speaks of this one. */
    public Buttons buttons() {
      var form = Buttons.about("i-" + id).with("item", id);
      if (words != null) {
        form = form.line("words", words, OwnWords.LONGEST, refused);
      }
      for (var choice : choices) {
        form = form.button("act", choice.act(), choice.label(), choice.act().equals(chosen));
      }
      return form;
    }
  }
}
