package dev.rapport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That the check finds what it is there for. */
class PageCheckIT {

  private static final String GOOD =
      "<!doctype html><html lang='en'><title>A page</title><main><h1>A page</h1>%s</main>";

  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  private static List<String> faults(String body) {
    try (var context = chromium.as(Look.PHONE)) {
      var page = context.newPage();
      var check = PageCheck.on(page);
      page.setContent(GOOD.formatted(body));
      return check.faults();
    }
  }

  @Test
  void a_good_page_has_no_faults() {
    assertThat(faults("<p>All is well.</p>")).isEmpty();
  }

  @Test
  void what_some_cannot_see_or_press_is_a_fault() {
    assertThat(faults("<p style='color:#aaa;background:#fff'>pale</p>"))
        .anyMatch(fault -> fault.contains("color-contrast"));
    assertThat(faults("<img src='data:,'>")).anyMatch(fault -> fault.contains("image-alt"));
    assertThat(
            faults(
                "<button style='width:9px;height:9px'>a</button><button style='width:9px;height:9px'>b</button>"))
        .anyMatch(fault -> fault.contains("target-size"));
  }

  @Test
  void scrolling_sideways_and_a_failing_script_are_faults() {
    assertThat(faults("<div style='width:800px'>wide</div>"))
        .contains("The page scrolls sideways.");
    assertThat(faults("<script>nothing.at.all()</script>"))
        .anyMatch(fault -> fault.startsWith("A script failed"));
  }
}
