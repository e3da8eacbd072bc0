package dev.rapport.contacts.friend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * LinkedIn's {@code Connections.csv}, as its members download it: some lines of notes, then a head
 * {@code First Name,Last Name,URL,Email Address,Company,Position,Connected On}.
 */
final class Connections {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setAllowMissingColumnNames(true)
          .setDuplicateHeaderMode(org.apache.commons.csv.DuplicateHeaderMode.ALLOW_ALL)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          // A quote that nobody closes ends with the file instead of with an error.
          .setTrailingData(true)
          .setLenientEof(true)
          .get();

  private Connections() {}

  static boolean isOne(String text) {
    return head(text) >= 0;
  }

  /** Reads up to so many rows. */
  static List<Line> read(String text, int most) {
    var lines = new ArrayList<Line>();
    try (var rows = FORMAT.parse(new java.io.StringReader(text.substring(head(text))))) {
      for (var row : rows) {
        if (lines.size() == most) {
          break;
        }
        lines.add(raw(row).read(lines.size() + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A table could not be read from memory", e);
    }
    return lines;
  }

  /** Where the head starts, within the first lines; -1 without one. */
  private static int head(String text) {
    var at = 0;
    for (var line : text.lines().limit(50).toList()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("first name,last name,")) {
        return text.indexOf(line, at);
      }
      at += line.length();
    }
    return -1;
  }

  private static Raw raw(CSVRecord row) {
    var name =
        Stream.of(cell(row, "First Name"), cell(row, "Last Name"))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return new Raw(
        null,
        name,
        List.of(cell(row, "Email Address")),
        List.of(),
        cell(row, "Company"),
        cell(row, "Position"),
        List.of(cell(row, "URL")),
        null,
        List.of());
  }

  private static String cell(CSVRecord row, String head) {
    return row.isSet(head) ? row.get(head) : "";
  }
}
