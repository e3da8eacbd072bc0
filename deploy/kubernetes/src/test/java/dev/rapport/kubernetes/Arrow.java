package dev.rapport.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** Who may open a connection to whom, at which port. */
record Arrow(String from, String to, int port) implements Comparable<Arrow> {

  private static final String HEADING = "## Who connects to whom";

  /** Those of ARCHITECTURE.md. */
  static List<Arrow> drawn() {
    try {
      var text = Files.readString(Rendering.ROOT.resolve("ARCHITECTURE.md"));
      var section = text.substring(text.indexOf(HEADING) + HEADING.length());
      return section
          .substring(0, section.indexOf("\n## "))
          .lines()
          .filter(line -> line.startsWith("| ") && !line.startsWith("| From "))
          .map(line -> line.split(" *\\| *"))
          .flatMap(
              cells ->
                  Arrays.stream(cells[3].split(", *"))
                      .map(port -> new Arrow(cells[1], cells[2], Integer.parseInt(port))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int compareTo(Arrow other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return from + " → " + to + ":" + port;
  }
}
