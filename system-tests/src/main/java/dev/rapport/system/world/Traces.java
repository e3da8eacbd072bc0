package dev.rapport.system.world;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a text leads to a person, or was written for one pair of eyes: mail addresses (handles of
 * the fediverse look like them), telephone numbers, profiles, and notes and personal lines by the
 * mark that each of the player's carries.
 */
public final class Traces {

  /** What a note's mark begins with. */
  public static final String NOTE = "private-note-";

  /** What a personal line's mark begins with. */
  public static final String WORDS = "own-words-";

  /** Tried once a run of letters, not at each of them: links' tokens are hundreds long. */
  private static final Pattern TRACE =
      Pattern.compile(
          "(?<![a-z0-9._%+-])[a-z0-9._%+-]++@[a-z0-9-]+(?:\\.[a-z0-9-]+)+"
              + "|\\+[0-9][0-9 ()/-]{6,}[0-9]"
              + "|(?:linkedin\\.com/in|xing\\.com/profile)/[a-z0-9_-]+"
              + "|"
              + "(?:"
              + NOTE
              + "|"
              + WORDS
              + ")[a-z0-9-]+");

  private static final Pattern NUMBER = Pattern.compile("[ ()/-]");

  private Traces() {}

  /** All that are in a text, as {@link #plain} writes them. */
  public static Set<String> in(String text) {
    Set<String> traces = new HashSet<>();
    // Long lines of a vCard go on after a line break and a space.
    String whole =
        text.replaceAll("\\r?\\n[ \\t]", "")
            .replace("&#64;", "@")
            .replace("&#43;", "+")
            .replace("%40", "@")
            .toLowerCase(Locale.ROOT);
    Matcher trace = TRACE.matcher(whole);
    while (trace.find()) {
      traces.add(plain(trace.group()));
    }
    return traces;
  }

  /** The form in which traces are compared: small letters, numbers without blanks. */
  public static String plain(String trace) {
    String small = trace.toLowerCase(Locale.ROOT);
    return small.startsWith("+") ? NUMBER.matcher(small).replaceAll("") : small;
  }
}
