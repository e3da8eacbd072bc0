package dev.rapport.system.advice;

import dev.rapport.system.checker.Observation;
import dev.rapport.system.checker.Verdict;
import dev.rapport.system.ledger.Ledger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what a conference made of the networker's advice, and tells it as a table. */
public final class Advice {

  private static final List<Piece> PIECES =
      List.of(
          new AskFirst(),
          new HaveAPlan(),
          new Blend(),
          new TheEdge(),
          new NoticeEachOther(),
          new Everyone(),
          new TheirChannel(),
          new DoNotMonopolise(),
          new Give(),
          new BeDiscreet(),
          new ExcludeNoOne(),
          new Nurture(),
          new BothWilling(),
          new AgainstAbuse());

  private static final int COLUMNS = 100;

  private static final int NAMES = 38;

  private Advice() {}

  /** Figures by piece of advice, as the report spells them. */
  public static Map<String, Map<String, Number>> figures(
      Ledger ledger, Observation seen, Verdict verdict) {
    Ground ground = Ground.of(ledger, seen, verdict);
    Map<String, Map<String, Number>> figures = new LinkedHashMap<>();
    PIECES.forEach(piece -> figures.put(piece.word(), piece.figures(ground).all()));
    return figures;
  }

  /** A line for each piece that has figures. */
  public static String table(Map<String, Map<String, Number>> figures) {
    return PIECES.stream()
        .filter(piece -> figures.containsKey(piece.word()))
        .map(piece -> line(piece.advice(), figures.getOrDefault(piece.word(), Map.of())))
        .collect(Collectors.joining());
  }

  /** Goes on below itself where a terminal of a hundred columns would break it. */
  private static String line(String advice, Map<String, Number> figures) {
    StringBuilder line = new StringBuilder(("  %-" + NAMES + "s").formatted(advice));
    int from = 0;
    for (Map.Entry<String, Number> figure : figures.entrySet()) {
      String words = words(figure.getKey(), figure.getValue());
      if (line.length() - from + words.length() + 3 > COLUMNS) {
        line.append(",\n").append(" ".repeat(NAMES + 2));
        from = line.length() - NAMES - 2;
        line.append(words);
      } else {
        line.append(line.length() - from == NAMES + 2 ? "" : ", ").append(words);
      }
    }
    return line.append('\n').toString();
  }

  /** {@code plansWritten} 12 reads "12 plans written", {@code share} 98.5 "98.5 % share". */
  private static String words(String name, Number count) {
    String number =
        count instanceof Double ? "%.1f %%".formatted(count.doubleValue()) : "%,d".formatted(count);
    return number + " " + name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
