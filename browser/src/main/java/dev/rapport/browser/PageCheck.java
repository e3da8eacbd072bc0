package dev.rapport.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * What every page must hold to: no violation of WCAG 2.2 A and AA that a program can find, no
 * scrolling sideways, nothing that the browser complains of (a blocked style, a script's error);
 * one heading above all, a head for each column of a table, and each chart as a table too.
 */
public final class PageCheck {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final int HEIGHT = 800;

  /** Nothing for none, an empty text where the focus is seen, else what has it. */
  private static final String FOCUS =
      """
      (() => {
        const el = document.activeElement;
        if (!el || el === document.body || el.tagName === 'IFRAME') return null;
        if (el.type === 'date') return ''; // the browser itself marks its parts
        const style = getComputedStyle(el);
        const box = el.getBoundingClientRect();
        const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const there = box.width > 0 && box.right > 0 && box.bottom > 0;
        return outlined && there ? '' : el.outerHTML.slice(0, 200);
      })()""";

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
    if (scrollsSideways()) {
      faults.add("The page scrolls sideways.");
    }
    is(faults, "document.querySelectorAll('h1').length === 1", "It has not exactly one h1.");
    is(
        faults,
        "[...document.querySelectorAll('table')].every(t => t.querySelector('caption') && t.querySelector('th[scope=col]'))",
        "A table has no caption, or no heads.");
    is(
        faults,
        "[...document.querySelectorAll('[data-chart]')].every(c => c.closest('figure')?.querySelector('figcaption') && c.closest('figure').querySelector('table tbody tr'))",
        "A chart's numbers are not in a table.");
    return faults;
  }

  /** Returns the widths, in CSS pixels, at which the page scrolls sideways; the last one stays. */
  public List<Integer> tooNarrow(List<Integer> widths) {
    var tooNarrow = new ArrayList<Integer>();
    for (var width : widths) {
      page.setViewportSize(width, HEIGHT);
      if (scrollsSideways()) {
        tooNarrow.add(width);
      }
    }
    return tooNarrow;
  }

  /**
   * Goes through the page by the key that does so, and returns what has the focus and does not show
   * it; at most {@code most} stops.
   */
  public List<String> focusUnseen(int most) {
    var unseen = new ArrayList<String>();
    for (var stop = 0; stop < most; stop++) {
      page.keyboard().press("Tab");
      var said = page.evaluate(FOCUS);
      if (said == null) {
        break; // past the last
      }
      if (!said.toString().isEmpty()) {
        unseen.add(said.toString());
      }
    }
    return unseen;
  }

  private boolean scrollsSideways() {
    return Boolean.TRUE.equals(
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"));
  }

  private void is(List<String> faults, String condition, String otherwise) {
    if (!Boolean.TRUE.equals(page.evaluate(condition))) {
      faults.add(otherwise);
    }
  }

  private static String said(Rule rule, CheckedNode node) {
    return "%s (%s): %s".formatted(rule.getHelp(), rule.getId(), node.getHtml());
  }
}
