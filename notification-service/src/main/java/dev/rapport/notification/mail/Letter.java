package dev.rapport.notification.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, in one language, ready for the templates; nothing in it is escaped yet.
 *
 * @param language its BCP 47 tag
 * @param all the page with every item, also those that are not shown
 * @param why why the recipient gets it
 * @param unsubscribe ends mails of this kind; null where each is asked for by its recipient
 * @param fresh sends a fresh link to the recipient's own pages; null in that mail itself
 */
public record Letter(
    String language,
    String subject,
    String greeting,
    String intro,
    List<Entry> entries,
    Link all,
    String why,
    @Nullable Link unsubscribe,
    @Nullable Link fresh) {

  /**
   * One item.
   *
   * @param line where, when and how the two met
   * @param quote what the owner wrote themselves
   * @param reach how to reach them, where the two are connected
   * @param draft what the owner could write
   */
  public record Entry(
      String followUp,
      String name,
      String line,
      @Nullable String quote,
      List<Reach> reach,
      @Nullable String draft,
      List<Link> links) {

    /** Returns the name so that its direction leaves the rest of a plain text alone. */
    public String isolatedName() {
      return Names.isolated(name);
    }

    /** The same of what the owner wrote. */
    public String isolatedQuote() {
      return quote == null ? "" : Names.isolated(quote);
    }
  }

  /** An address and what it is. */
  public record Reach(String label, String value) {}

  /** A link with its words. */
  public record Link(String label, String url) {}
}
