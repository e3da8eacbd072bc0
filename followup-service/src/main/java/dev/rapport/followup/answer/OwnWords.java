package dev.rapport.followup.answer;

import dev.rapport.access.Hyperlinks;
import dev.rapport.access.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A line of the owner's own in what we write in their name: short, and without anything to follow,
 * because the contact has not agreed to anything yet.
 */
public final class OwnWords {

  /** In characters. */
  public static final int LONGEST = 300;

  /** Addresses of pages and mailboxes, handles, and names of hosts whatever stands around them. */
  private static final Pattern LEADS_AWAY =
      Pattern.compile(
          "://|\\bwww\\.|[^\\s@]@[^\\s@]|(^|\\s)@\\w|([\\p{L}\\p{N}-]{2,}|\\p{L})\\.\\p{L}{2,}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private OwnWords() {}

  /**
   * Returns the line as it is kept, or null where there is none.
   *
   * @throws Problem if it is too long, or leads somewhere
   */
  public static @Nullable String of(@Nullable String text) {
    var line = text == null ? "" : text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
    if (line.isEmpty()) {
      return null;
    }
    if (line.codePointCount(0, line.length()) > LONGEST) {
      throw problem(
          "words-too-long",
          "The own line has %d characters; write %d at most."
              .formatted(line.codePointCount(0, line.length()), LONGEST));
    }
    if (Hyperlinks.readings(line).anyMatch(LEADS_AWAY.asPredicate())) {
      throw problem(
          "words-with-link",
          "The own line holds a link or an address; leave it out, both get the other's as soon as they are connected.");
    }
    return line;
  }

  private static Problem problem(String slug, String detail) {
    return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, slug, detail);
  }
}
