package dev.rapport.cli;

import dev.rapport.system.Stages;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows how far a conference has come: a bar per stage in a terminal, now and then a line
 * elsewhere.
 */
interface StageBars extends Stages, AutoCloseable {

  @Override
  void close();

  /** What fits where the output goes. */
  static StageBars on(PrintStream out) {
    return System.console() != null && System.console().isTerminal()
        ? new Bars(out)
        : new Lines(out);
  }

  /** One bar under the other. */
  final class Bars implements StageBars {

    private static final int WIDTH = 78;

    private final Map<Stage, ProgressBar> bars = new EnumMap<>(Stage.class);
    private final PrintStream out;

    Bars(PrintStream out) {
      this.out = out;
      for (var stage : Stage.values()) {
        bars.put(
            stage,
            new ProgressBarBuilder()
                .setTaskName("%-10s".formatted(name(stage)))
                .setInitialMax(1)
                .setUpdateIntervalMillis(200)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setMaxRenderedLength(WIDTH)
                .hideEta()
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .build());
      }
    }

    @Override
    public void at(Stage stage, long count, long total) {
      var bar = bars.get(stage);
      if (bar != null) {
        bar.maxHint(Math.max(total, 1));
        bar.stepTo(count);
      }
    }

    @Override
    public void say(String sentence) {
      bars.values().forEach(bar -> bar.setExtraMessage(""));
      out.println(sentence);
    }

    @Override
    public void close() {
      bars.values().forEach(ProgressBar::close);
    }
  }

  /** A line every few seconds, for logs. */
  final class Lines implements StageBars {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Map<Stage, String> last = new EnumMap<>(Stage.class);
    private final PrintStream out;
    private long printedAt = System.nanoTime();

    Lines(PrintStream out) {
      this.out = out;
    }

    @Override
    public synchronized void at(Stage stage, long count, long total) {
      last.put(stage, "%s %,d/%,d".formatted(name(stage), count, total));
      if (stage == Stage.SETTLED && System.nanoTime() - printedAt >= PAUSE.toNanos()) {
        print();
      }
    }

    @Override
    public synchronized void say(String sentence) {
      out.println(sentence);
    }

    @Override
    public synchronized void close() {
      print();
    }

    private void print() {
      out.println(String.join("   ", last.values()));
      printedAt = System.nanoTime();
    }
  }

  private static String name(Stages.Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }
}
