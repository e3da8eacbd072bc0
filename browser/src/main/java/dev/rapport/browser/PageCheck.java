package dev.rapport.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * What every page must hold to: no violation of WCAG 2.2 A and AA that a program can find, no
 * scrolling sideways, nothing that the browser complains of (a blocked style, a script's error).
 */
public final class PageCheck {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private PageCheck(Page page) {
    this.page = page;
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("status of 4")) {
            complaints.add("The browser says: " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("A script failed: " + error));
  }

  /** Listens to a page from now on; to be called before it is opened. */
  public static PageCheck on(Page page) {
    return new PageCheck(page);
  }

  /** Returns what is wrong with the page as it is shown now; empty when nothing is. */
  public List<String> faults() {
    var faults = new ArrayList<>(complaints);
    // No script runs inside a sandbox, the checker's neither: it would wait for ever.
    var axe = new AxeBuilder(page).withTags(WCAG).exclude("iframe[sandbox]");
    for (var rule : axe.analyze().getViolations()) {
      for (var node : rule.getNodes()) {
        faults.add(said(rule, node));
      }
    }
    var sideways =
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
    if (Boolean.TRUE.equals(sideways)) {
      faults.add("The page scrolls sideways.");
    }
    return faults;
  }

  private static String said(Rule rule, CheckedNode node) {
    return "%s (%s): %s".formatted(rule.getHelp(), rule.getId(), node.getHtml());
  }
}
