package dev.rapport.followup.page;

import dev.rapport.followup.decide.Decision;
import dev.rapport.followup.decide.OneForm;
import dev.rapport.followup.decide.Tapped;
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
 * @param choices what can be done about all of an invite at once
 * @param form what all follow-ups of a list share; null on the page of an invite
 */
public record PageView(
    Language language,
    String title,
    String intro,
    @Nullable String notice,
    String allIntro,
    List<Choice> choices,
    @Nullable OneForm form,
    List<Item> items) {

  /** The form that speaks of all that are shown. */
  public Buttons all() {
    var shown = items.stream().map(Item::id).collect(Collectors.joining(","));
    var form = Buttons.about("all").with("item", Tapped.ALL).with("shown", shown);
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
   * @param choices what can be said of an invite
   * @param decision what can be decided about one of a list; null on the page of an invite
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
      List<Choice> choices,
      @Nullable Decision decision) {

    /** The form that speaks of this one. */
    public Buttons buttons() {
      var form = Buttons.about("i-" + id).with("item", id);
      for (var choice : choices) {
        form = form.button("act", choice.act(), choice.label(), choice.act().equals(chosen));
      }
      return form;
    }
  }
}
