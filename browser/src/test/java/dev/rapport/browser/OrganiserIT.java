package dev.rapport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What organisers do on an event's page, in a session that their platform's link has opened. */
class OrganiserIT {

  private static final double PATIENCE_MILLIS = 60_000;

  @AutoClose private static final Chromium CHROMIUM = Chromium.start();

  private static Walker at(Place place) {
    return new Walker(place, CHROMIUM.as(Look.DESKTOP)).openOrganisersPage();
  }

  private static Locator done(Page page) {
    return page.locator("#outcomes-data tr", new Page.LocatorOptions().setHasText("Done by hand"))
        .locator("td");
  }

  @Test
  void the_numbers_change_while_the_page_is_open_and_what_is_unfolded_stays_so() {
    var walker = at(Town.it().place());
    var page = walker.page();
    page.locator("#outcomes-data summary").click();
    var before = done(page).textContent();
    page.evaluate("document.title = 'still the same page'");

    var ned = new Walker(Town.it().place(), CHROMIUM.as(Look.PHONE));
    ned.openPagesOf(Folk.address("Ned")).press("I did it myself"); // the first button: for all

    assertThat(done(page))
        .not()
        .hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
    assertThat(done(page)).isVisible();
    assertThat(page).hasTitle("still the same page");
    assertThat(walker.check().faults()).isEmpty();
  }

  @Test
  void the_sending_is_held_and_resumed() {
    var walker = at(Town.it().fair());
    walker.press("Hold");
    assertThat(walker.page().getByText("The sending is held.")).isVisible();
    assertThat(walker.page().locator("[data-verdict]")).isVisible();
    walker.press("Resume");
    assertThat(walker.page().getByText("The sending goes on.")).isVisible();
  }

  @Test
  void a_mail_is_seen_as_it_would_go_out() {
    var page = at(Town.it().place()).follow("/u/preview/").page();
    assertThat(page.locator("h1")).hasText("An invitation, as it would go out");
    assertThat(page.locator("pre")).containsText("would like to stay in touch with you");
  }

  @Test
  void all_numbers_are_taken_home() throws IOException {
    var page = at(Town.it().place()).page();
    var file = page.waitForDownload(() -> page.getByText("All numbers as CSV").click());
    assertThat(file.suggestedFilename()).isEqualTo("numbers.csv");
    assertThat(Files.readString(file.path())).startsWith("section,name,value");
  }

  @Test
  void a_link_opens_once() {
    var walker = at(Town.it().place());
    walker.page().goBack();
    walker.page().reload();
    assertThat(walker.page().getByText("The link has been used")).isVisible();
  }
}
