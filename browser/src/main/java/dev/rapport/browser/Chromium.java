package dev.rapport.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium. Belongs to the thread that started it. */
public final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(executable));
  }

  /**
   * Starts it.
   *
   * @throws IllegalStateException when there is none; pages that no browser has shown are not
   *     tested
   */
  public static Chromium start() {
    return new Chromium(find());
  }

  /** A fresh browser, without cookies, for somebody who looks at pages like this. */
  public BrowserContext as(Look look) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(look.width(), look.height())
            .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setJavaScriptEnabled(look.javaScript())
            .setLocale(look.locale()));
  }

  private static Path find() {
    var named = System.getenv("RAPPORT_CHROMIUM");
    var path = System.getenv().getOrDefault("PATH", "");
    var candidates =
        named != null
            ? Stream.of(Path.of(named))
            : NAMES.stream()
                .flatMap(name -> Stream.of(path.split(":", -1)).map(dir -> Path.of(dir, name)));
    return candidates
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No Chromium was found; install it (on Debian: apt-get install chromium) or set RAPPORT_CHROMIUM to its program."));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
