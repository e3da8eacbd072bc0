package dev.rapport.followup.my;

import dev.rapport.pages.Buttons;
import dev.rapport.pages.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner's page shows.
 *
 * @param shown the follow-ups of this page that can be decided, for what is decided about all
 * @param cursor where this page begins, or null for the first
 * @param allIntro says what can be done about all of them at once, or null
 * @param all that; empty where there are not several
 * @param more the next page, or null
 */
public record MyView(
    String intro,
    String shown,
    @Nullable String cursor,
    @Nullable String allIntro,
    List<Tap> all,
    List<Card> cards,
    @Nullable Link more,
    Link ties,
    Link blocks) {

  /**
   * One thing.
   *
   * @param kind cadence, accepted, introduction, met or followUp, for machines
   * @param lines what is to be said about it
   * @param draft what the owner could write, or null
   * @param link where there is more, or null
   * @param own the owner's own line, where one can be sent, or null
   * @param taps what can be done about a follow-up, in one form with all the others
   * @param forms what else can be done
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
      @Nullable Own own,
      List<Tap> taps,
      List<Buttons> forms,
      @Nullable Snooze snooze) {}

  /** A button of the form that all follow-ups share. */
  public record Tap(String value, String label) {}

  /**
   * A line of the owner's own.
   *
   * @param wrong what is wrong with what was typed, or null
   */
  public record Own(String field, String label, int most, String typed, @Nullable String wrong) {}

  /** A form with a day. */
  public record Snooze(String item, String label, String button) {}
}
