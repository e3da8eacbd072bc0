package dev.rapport.events.organise;

import dev.rapport.events.edge.Insight;
import dev.rapport.events.life.Figures;
import dev.rapport.pages.Chart;
import dev.rapport.pages.Table;
import dev.rapport.pages.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What ECharts draws of an event's numbers; each says the same in a sentence and a table. */
final class Charts {

  private static final Duration HOUR = Duration.ofHours(1);

  /** Told apart by shape too: the second of two is hatched. */
  private static final Map<String, Object> HATCHED =
      Map.of(
          "decal",
          Map.of("symbol", "rect", "dashArrayX", List.of(1, 0), "dashArrayY", List.of(2, 5)));

  /** On a phone there is no room for all of them. */
  private static final Map<String, Object> LABELS = Map.of("hideOverlap", true);

  private static final Map<String, Object> GRID =
      Map.of("left", 8, "right", 24, "top", 40, "bottom", 8, "containLabel", true);

  /** Without a legend above, and with room for the numbers behind the bars. */
  private static final Map<String, Object> BARE =
      Map.of("left", 8, "right", 48, "top", 8, "bottom", 8, "containLabel", true);

  private Charts() {}

  /** Bars beside each other, a name and a number each. */
  static Chart bars(Texts texts, String id, String said, List<String> names, List<Long> counts) {
    var data = Table.of(texts.get(id + ".data"), texts.get("what"), texts.get("count"));
    for (var i = 0; i < names.size(); i++) {
      data = data.with(names.get(i), texts.get("number", counts.get(i)));
    }
    Map<String, Object> option =
        Map.of(
            "grid", BARE,
            "tooltip", Map.of("trigger", "item"),
            "xAxis", Map.of("type", "value", "minInterval", 1, "axisLabel", LABELS),
            "yAxis", Map.of("type", "category", "inverse", true, "data", names),
            "series",
                List.of(
                    Map.of(
                        "type",
                        "bar",
                        "data",
                        counts,
                        "label",
                        Map.of("show", true, "position", "right"))));
    return new Chart(id, texts.get(id), said, option, data);
  }

  static Chart hours(
      Texts texts, String said, List<Figures.Hour> settled, Instant deadline, Table data) {
    Map<String, Object> line =
        Map.of(
            "symbol", "none",
            "label", Map.of("formatter", texts.get("deadline")),
            "data", List.of(Map.of("xAxis", deadline.toString())));
    Map<String, Object> inTime =
        Map.of(
            "name",
            texts.get("in-time"),
            "type",
            "bar",
            "stack",
            "all",
            "data",
            points(settled, Figures.Hour::hour, Figures.Hour::inTime),
            "markLine",
            line);
    Map<String, Object> late =
        Map.of(
            "name",
            texts.get("late"),
            "type",
            "bar",
            "stack",
            "all",
            "itemStyle",
            HATCHED,
            "data",
            points(settled, Figures.Hour::hour, Figures.Hour::late));
    // The axis goes on to the deadline, or beyond it as far as anything was settled.
    var last = settled.isEmpty() ? deadline : settled.getLast().hour().plus(HOUR);
    var until = last.isAfter(deadline) ? last : deadline.plus(HOUR);
    Map<String, Object> axis = Map.of("type", "time", "axisLabel", LABELS, "max", until.toString());
    return timed(texts, "hours", said, axis, List.of(inTime, late), data);
  }

  static Chart edge(Texts texts, String said, List<Insight.Hour> hours, Table data) {
    Map<String, Object> onTheEdge =
        Map.of(
            "name", texts.get("edge.on-the-edge"),
            "type", "line",
            "data", points(hours, Insight.Hour::start, Insight.Hour::onTheEdge));
    Map<String, Object> metNobody =
        Map.of(
            "name", texts.get("edge.met-nobody"),
            "type", "line",
            "lineStyle", Map.of("type", "dashed"),
            "data", points(hours, Insight.Hour::start, Insight.Hour::metNobody));
    return timed(
        texts,
        "edge",
        said,
        Map.of("type", "time", "axisLabel", LABELS),
        List.of(onTheEdge, metNobody),
        data);
  }

  private static Chart timed(
      Texts texts,
      String id,
      String said,
      Map<String, Object> axis,
      List<Map<String, Object>> series,
      Table data) {
    Map<String, Object> option =
        Map.of(
            "grid", GRID,
            "legend", Map.of("top", 0),
            "xAxis", axis,
            "yAxis", Map.of("type", "value", "minInterval", 1),
            "series", series);
    return new Chart(id, texts.get(id), said, option, data);
  }

  private static <T> List<List<Object>> points(
      List<T> all, Function<T, Instant> at, ToLongFunction<T> count) {
    return all.stream()
        .map(one -> List.<Object>of(at.apply(one).toString(), count.applyAsLong(one)))
        .toList();
  }
}
