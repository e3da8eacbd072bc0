package dev.rapport.notification.mail;

import dev.rapport.access.Hyperlinks;
import java.text.Bidi;

/** Makes names fit for one line of a mail, whatever they hold. */
final class Names {

  /** Longer ones are cut: a name is not a place for an essay. */
  private static final int LONGEST = 80;

  /** What somebody writes themselves is a line, not a letter. */
  private static final int LONGEST_SENTENCE = 300;

  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  private Names() {}

  /**
   * Returns the name as one line: no control characters, no overrides of direction, nothing that a
   * header would decode (RFC 2047), not long.
   */
  static String line(String name) {
    return line(name, LONGEST);
  }

  /**
   * Returns how a person is called as one line, by the same rules. Names with links are refused
   * where they come in; of what comes here all the same, or is a host to some mail programs though
   * it is a name (Dr.Kim), the dots stand apart, so that nothing makes a link of it.
   */
  static String person(String name) {
    return line(Hyperlinks.broken(line(name)));
  }

  /** Returns what somebody wrote as one line, by the same rules. */
  static String sentence(String words) {
    return line(words, LONGEST_SENTENCE);
  }

  private static String line(String name, int longest) {
    var line = new StringBuilder();
    name.codePoints()
        .map(c -> breaksLine(c) ? ' ' : c)
        .filter(c -> !steersDirection(c))
        .limit(10_000)
        .forEach(line::appendCodePoint);
    var tidy = line.toString().strip().replaceAll(" {2,}", " ").replace("=?", "= ?");
    if (tidy.codePointCount(0, tidy.length()) <= longest) {
      return tidy;
    }
    return tidy.substring(0, tidy.offsetByCodePoints(0, longest - 1)).strip() + "…";
  }

  /** Returns the name so that its direction leaves the text around it alone. */
  static String isolated(String name) {
    var letters = name.toCharArray();
    return Bidi.requiresBidi(letters, 0, letters.length)
        ? FIRST_STRONG_ISOLATE + name + POP_ISOLATE
        : name;
  }

  private static boolean breaksLine(int c) {
    var type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  private static boolean steersDirection(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F;
  }
}
