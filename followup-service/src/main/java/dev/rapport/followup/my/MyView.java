package dev.rapport.followup.my;

import dev.rapport.followup.decide.Decision;
import dev.rapport.followup.decide.OneForm;
import dev.rapport.pages.Buttons;
import dev.rapport.pages.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner's page shows.
 *
 * @param form what all follow-ups of this page share
 * @param more the next page, or null
 */
public record MyView(
    String intro, OneForm form, List<Card> cards, @Nullable Link more, Link ties, Link blocks) {

  /**
   * One thing.
   *
   * @param kind cadence, accepted, introduction, met or followUp, for machines
   * @param lines what is to be said about it
   * @param draft what the owner could write, or null
   * @param link where there is more, or null
   * @param decision what can be decided about a follow-up, or null
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
      @Nullable Decision decision,
      List<Buttons> forms,
      @Nullable Snooze snooze) {}

  /** A form with a day. */
  public record Snooze(String item, String label, String button) {}
}
