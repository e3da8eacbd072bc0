package dev.rapport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** That the check finds what it is there for. */
class PageCheckIT {

  private static final String GOOD =
      "<!doctype html><html lang='en'><title>A page</title><main><h1>A page</h1>%s</main>";

  @AutoClose private static final Chromium CHROMIUM = Chromium.start();

  private static List<String> faults(String body) {
    try (var context = CHROMIUM.as(Look.PHONE)) {
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
  void a_table_without_heads_and_a_second_main_heading_are_faults() {
    assertThat(faults("<table><tr><td>1</td></tr></table>"))
        .contains("A table has no caption, or no heads.");
    assertThat(faults("<h1>Another</h1>")).contains("It has not exactly one h1.");
    assertThat(faults("<figure><div data-chart='{}'></div></figure>"))
        .contains("A chart's numbers are not in a table.");
  }

  @Test
  void a_focus_that_nobody_sees_is_found() {
    try (var context = CHROMIUM.as(Look.DESKTOP)) {
      var page = context.newPage();
      page.setContent(GOOD.formatted("<button style='outline:none'>Go</button>"));
      assertThat(PageCheck.on(page).focusUnseen(3)).hasSize(1);
    }
  }

  @Test
  void scrolling_sideways_and_a_failing_script_are_faults() {
    assertThat(faults("<div style='width:800px'>wide</div>"))
        .contains("The page scrolls sideways.");
    assertThat(faults("<script>nothing.at.all()</script>"))
        .anyMatch(fault -> fault.startsWith("A script failed"));
  }
}
