package dev.rapport.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of what comes in; each refusal names the field, what was found and what was expected. */
public final class Fields {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  /** What databases and brokers can hold; nothing that is followed up lies outside. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /** Offsets are zones to Java, but know no summer time. */
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private Fields() {}

  /** Refuses a missing value. */
  public static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Problem.field(field, "is missing", "a value");
    }
    return value;
  }

  /** One line of text: 1 to {@code most} characters, none of them a control character. */
  public static String line(String field, @Nullable String value, int most) {
    var text = required(field, value);
    if (text.isBlank()) {
      throw Problem.field(field, "is blank", "1 to %d characters".formatted(most));
    }
    if (text.codePointCount(0, text.length()) > most) {
      throw Problem.field(
          field,
          "has %d characters".formatted(text.codePointCount(0, text.length())),
          "at most " + most);
    }
    if (text.codePoints().anyMatch(Fields::breaksLine)) {
      throw Problem.field(
          field, "holds a control character or half a character", "one line of printable text");
    }
    return text;
  }

  /** Text of several lines: up to {@code most} characters, line breaks and tabs allowed. */
  public static String text(String field, @Nullable String value, int most) {
    var text = required(field, value);
    if (text.codePointCount(0, text.length()) > most) {
      throw Problem.field(field, "is too long", "at most %d characters".formatted(most));
    }
    if (text.codePoints().anyMatch(c -> breaksLine(c) && c != '\n' && c != '\t' && c != '\r')) {
      throw Problem.field(field, "holds a control character", "printable text");
    }
    return text;
  }

  /**
   * A name that people see: one line without a link. A host alone is taken, because organisations
   * are called Booking.com; people are not, see {@link #personName}.
   */
  public static String name(String field, @Nullable String value) {
    var name = line(field, value, 200);
    if (Hyperlinks.isSpelledOut(name)) {
      throw Problem.field(field, "holds a link", "a name without links");
    }
    return name;
  }

  /** How a person is called: one line without a link, and without a host that becomes one. */
  public static String personName(String field, @Nullable String value) {
    var name = line(field, value, 200);
    if (Hyperlinks.isInName(name)) {
      throw Problem.field(
          field,
          "holds a link, or what mail programs make one of",
          "a person's name; where a dot ends a word, with a space after it, like Dr. Min Kim");
    }
    return name;
  }

  /**
   * The platform's own identifier of something: 1 to 200 printable characters; not {@code .} or
   * {@code ..}, which no path can name.
   */
  public static String externalId(String field, @Nullable String value) {
    var id = line(field, value, 200);
    if (id.equals(".") || id.equals("..")) {
      throw Problem.field(field, "is a step in a path", "an identifier other than . and ..");
    }
    return id;
  }

  /** A mail address as RFC 5321 has it, ASCII, without quoted parts; at most 254 characters. */
  public static String address(String field, @Nullable String value) {
    var address = line(field, value, 254);
    if (!ADDRESS.matcher(address).matches() || address.indexOf('@') > 64) {
      throw Problem.field(field, "is no mail address", "local-part@domain in ASCII");
    }
    return address;
  }

  /** A moment with its offset, e.g. {@code 2026-06-04T10:15:00+02:00}, between 2000 and 2200. */
  public static Instant instant(String field, @Nullable String value) {
    var moment = moment(field, required(field, value));
    if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
      throw Problem.field(field, "is out of bounds", "a moment between 2000 and 2200");
    }
    return moment;
  }

  private static Instant moment(String field, String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw Problem.field(
          field,
          "is no date and time with an offset",
          "ISO 8601 with an offset or Z, like 2026-06-04T10:15:00+02:00");
    }
  }

  /** A zone of the IANA database, e.g. {@code Europe/Paris}. */
  public static ZoneId zone(String field, @Nullable String value) {
    var zone = required(field, value);
    if (!ZONES.contains(zone)) {
      throw Problem.field(field, "is no time zone", "an IANA zone like Europe/Paris");
    }
    return ZoneId.of(zone);
  }

  private static boolean breaksLine(int c) {
    var type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
