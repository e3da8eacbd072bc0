package dev.rapport.pages;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a page's body.
 *
 * @param section where in the attendee's navigation it stands; null without navigation
 * @param notice what came of the form that was just sent, or null
 * @param live whether it needs htmx and its server-sent events
 * @param charts whether it draws charts
 */
public record Page(
    Language language,
    String title,
    @Nullable Section section,
    @Nullable Notice notice,
    boolean live,
    boolean charts) {

  /** A page without navigation, notice or scripts. */
  public static Page of(Language language, String title) {
    return new Page(language, title, null, null, false, false);
  }

  /** The same in a section of the attendee's navigation. */
  public Page in(Section here) {
    return new Page(language, title, here, notice, live, charts);
  }

  /** The same, saying something first; null says nothing. */
  public Page saying(@Nullable String text) {
    var said = text == null ? null : new Notice(text, false);
    return new Page(language, title, section, said, live, charts);
  }

  /** The same, saying first what went wrong. */
  public Page warning(String text) {
    return new Page(language, title, section, new Notice(text, true), live, charts);
  }

  /** The same with htmx. It must work without, where it can. */
  public Page alive() {
    return new Page(language, title, section, notice, true, charts);
  }

  /** The same with what draws {@link Chart}s. */
  public Page withCharts() {
    return new Page(language, title, section, notice, live, true);
  }

  /** A sentence above the body, which screen readers say at once. */
  public record Notice(String text, boolean problem) {}

  /** A link in the navigation. */
  public record Entry(String path, String label, boolean here) {}

  /** Returns the navigation; empty without. */
  public List<Entry> navigation() {
    return section == null
        ? List.of()
        : Arrays.stream(Section.values())
            .map(s -> new Entry(s.path(), text(s.text()), s == section))
            .toList();
  }

  /** Whether it is looked over rather than read: things are drawn on it, beside each other. */
  public boolean isWide() {
    return charts;
  }

  /** A sentence that all pages share. */
  public String text(String key) {
    return Texts.shared(language).get(key);
  }
}
