package dev.rapport.followup.my;

import dev.rapport.pages.Buttons;
import dev.rapport.pages.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner's page shows.
 *
 * @param all what can be done about all follow-ups of this page at once, or null
 * @param more the next page, or null
 * @param send the button that sends the owner's own line with the draft
 */
public record MyView(
    String intro,
    @Nullable String allIntro,
    @Nullable Buttons all,
    List<Card> cards,
    @Nullable Link more,
    Link ties,
    String send) {

  /**
   * One thing.
   *
   * @param kind cadence, accepted, introduction or followUp, for machines
   * @param lines what is to be said about it
   * @param draft what the owner could write, or null
   * @param link where there is more, or null
   * @param words the label of the owner's own line, where one can be sent, or null
   * @param forms what can be done
   * @param snooze a form that puts it off until a day, or null
   */
  public record Card(
      String id,
      String kind,
      String state,
      String name,
      List<String> lines,
      @Nullable String draft,
      @Nullable Link link,
      @Nullable String words,
      List<Buttons> forms,
      @Nullable Snooze snooze) {}

  /** A form with a day. */
  public record Snooze(String item, String label, String button) {}
}
