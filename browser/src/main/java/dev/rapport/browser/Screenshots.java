package dev.rapport.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rapport screenshots}: pictures of every page of a conference that runs beside it. */
@Command(
    name = "rapport screenshots",
    description = {
      "Makes pictures of every page, at the width of a phone and of a desktop, of the demo that",
      "runs in another terminal. Needs Chromium."
    },
    mixinStandardHelpOptions = true)
final class Screenshots implements Callable<Integer> {

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Where the pictures go. Default: docs/screenshots.")
  @Nullable Path to;

  @Option(names = "--only", paramLabel = "NAME", description = "One page only.")
  @Nullable String only;

  private final Path home = Path.of(System.getProperty("rapport.home", "."));

  private Screenshots() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Screenshots()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    var running = home.resolve(".rapport/running/stack");
    if (!Files.exists(running)) {
      System.err.println("rapport: no demo is running; start ./rapport demo in another terminal.");
      return 2;
    }
    var folder = to == null ? home.resolve("docs/screenshots") : to;
    Files.createDirectories(folder);
    var failed = 0;
    try (var chromium = Chromium.start()) {
      var tour = new Tour(place(running), chromium);
      for (var sight : Sight.ALL) {
        if (only == null || only.equals(sight.name())) {
          failed += picture(tour, sight, folder) ? 0 : 1;
        }
      }
    } catch (IllegalStateException e) {
      System.err.println("rapport: " + e.getMessage());
      return 2;
    }
    return failed == 0 ? 0 : 1;
  }

  private static boolean picture(Tour tour, Sight sight, Path folder) {
    try {
      for (var look : List.of(Look.PHONE, Look.DESKTOP)) {
        var file = folder.resolve(sight.name() + "-" + look.name() + ".png");
        tour.show(sight, look, (seen, walker) -> save(walker.page(), file));
        System.out.println(file);
      }
      return true;
    } catch (RuntimeException e) { // the other pages are worth their pictures all the same
      System.err.println("rapport: no picture of " + sight.name() + ": " + e.getMessage());
      return false;
    }
  }

  private static void save(Page page, Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  private static Place place(Path running) throws IOException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(running)) {
      properties.load(reader);
    }
    return new Place(
        URI.create(properties.getProperty("origin")),
        URI.create(properties.getProperty("events")),
        properties.getProperty("token"),
        properties.getProperty("organiser", ""),
        properties.getProperty("event", ""),
        properties.getProperty("attendee", ""));
  }
}
