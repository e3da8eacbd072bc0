package dev.rapport.access;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.DomainValidator.ArrayType;
import org.apache.commons.validator.routines.DomainValidator.Item;

/**
 * Finds what leads somewhere: addresses as they are written, and bare hosts (evil.com), of which
 * mail programs make links by themselves. Characters that look like a dot count as one (IDNA, RFC
 * 3490, section 3.1), and what is not seen between the letters hides nothing.
 */
public final class Hyperlinks {

  /** Real top-level domains, and those that no one can register (RFC 2606, 6761 and 7686). */
  private static final DomainValidator DOMAINS =
      DomainValidator.getInstance(
          true,
          List.of(
              new Item(
                  ArrayType.GENERIC_PLUS, new String[] {"example", "invalid", "onion", "test"})));

  /** Addresses of pages, mailboxes and machines. */
  private static final Pattern SPELLED_OUT =
      Pattern.compile(
          "(?i)://|www\\.\\S|[^\\s@]@[^\\s@]+\\.\\p{L}|(?<![\\d.])\\d{1,3}(\\.\\d{1,3}){3}(?!\\d)");

  /** A label, as it is before a dot: letters of any script, digits, also an emoji. */
  private static final String PART = "\\p{L}\\p{M}\\p{N}\\p{S}";

  /** A dot inside a word, and what follows it up to the next that is no letter. */
  private static final Pattern DOT =
      Pattern.compile("(?i)[" + PART + "]\\.(?=(xn--[a-z0-9-]+|[\\p{L}\\p{M}\\p{N}]+))");

  private static final String TITLE =
      "(?i:assoc|cand|dent|dipl|dott|h|hon|c|ing|iur|jur|mag|med|mrs|nat|phil|prof|rer|rev|sc|theol|univ)";

  /** What stands before a family name, and is a domain too: J.de Vries, G.la Porta. */
  private static final Pattern PARTICLE = Pattern.compile("af|al|da|de|di|do|el|la|le|st|van");

  private static final Pattern INITIAL = Pattern.compile("(?<![" + PART + "])\\p{Lu}\\p{L}?$");

  /** Initials and titles up to the last dot: J.R.R, Dr.med, K.-H, Prof.Dr. */
  private static final Pattern ABBREVIATED;

  private static final Pattern NAME = Pattern.compile("\\p{Lu}.*|" + TITLE);

  static {
    var one = "-?(\\p{Lu}\\p{L}?|" + TITLE + ")";
    ABBREVIATED = Pattern.compile("(?<![" + PART + "_.-])(" + one + "\\.)*" + one + "$");
  }

  /** What is not seen, beside format characters: joiners, fillers, variation selectors. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cf}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u3164\\ufe00-\\ufe0f\\uffa0]");

  private Hyperlinks() {}

  /** Whether it holds an address of a page, a mailbox or a machine; a host alone is none. */
  public static boolean isSpelledOut(String text) {
    return readings(text).anyMatch(Hyperlinks::isAddress);
  }

  /**
   * Whether it holds an address or a host, and is no name: after initials and titles that begin
   * with a capital, what begins with a capital is a name, as in Dr.Kim, though kim is a domain.
   */
  public static boolean isInName(String text) {
    return isSpelledOut(text) || readings(text).anyMatch(reading -> hasHost(reading, true));
  }

  /** Whether a mail program could make a link of any of it. */
  public static boolean isIn(String text) {
    return isSpelledOut(text) || readings(text).anyMatch(reading -> hasHost(reading, false));
  }

  /** Returns the text so that nothing makes a link of it: where it needs that, dots stand apart. */
  public static String broken(String text) {
    return isIn(text)
        ? UNSEEN.matcher(plain(text)).replaceAll("").replaceAll("([.:])(?=[^\\s.])", "$1 ")
        : text;
  }

  /**
   * The text as programs may read it: what is not seen is nothing to some, and an end to others.
   */
  public static Stream<String> readings(String text) {
    var unseen = UNSEEN.matcher(plain(text));
    return Stream.of(unseen.replaceAll(""), unseen.replaceAll(" "));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u3002', '.');
  }

  /** A host with a path is one where its last label is a domain: node.js/react leads nowhere. */
  private static boolean isAddress(String text) {
    return SPELLED_OUT.matcher(text).find()
        || DOT.matcher(text)
            .results()
            .filter(dot -> text.startsWith("/", dot.end() + dot.group(1).length()))
            .anyMatch(dot -> DOMAINS.isValidTld(dot.group(1)));
  }

  private static boolean hasHost(String text, boolean butNames) {
    return DOT.matcher(text)
        .results()
        .filter(dot -> DOMAINS.isValidTld(dot.group(1)))
        .anyMatch(dot -> !butNames || !isName(text.substring(0, dot.end() - 1), dot.group(1)));
  }

  private static boolean isName(String before, String last) {
    return PARTICLE.matcher(last).matches()
        ? INITIAL.matcher(before).find()
        : NAME.matcher(last).matches() && ABBREVIATED.matcher(before).find();
  }
}
