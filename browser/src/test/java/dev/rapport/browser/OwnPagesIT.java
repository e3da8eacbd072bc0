package dev.rapport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What attendees do on their own pages, in a session that a fresh link has opened. */
class OwnPagesIT {

  private static Chromium chromium;
  private static Walker vic;
  private static Page page;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    vic = new Walker(Town.it().place(), chromium.as(Look.DESKTOP));
    vic.openPagesOf(Folk.address(Folk.BUSY));
    page = vic.page();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  /** The card of somebody. */
  private static Locator card(String name) {
    return page.locator("ul.cards > li")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.locator("bdi", new Page.LocatorOptions().setHasText(name))));
  }

  private static Locator button(Locator within, String name) {
    return within.locator("button", new Locator.LocatorOptions().setHasText(name)).first();
  }

  @Test
  void a_note_and_a_tag_are_kept_and_found_again() {
    vic.go("/my/contacts");
    var pia = card("Pia");
    pia.locator("summary").click();
    pia.locator("textarea").fill("Collects ferry tickets");
    pia.locator("input[name=tags]").fill("ferries, friends");
    button(pia, "Save").click();
    assertThat(page.getByText("Saved.")).isVisible();
    assertThat(card("Pia").locator("blockquote")).hasText("Collects ferry tickets");

    page.locator("input[name=q]").fill("ferries");
    vic.press("Show");
    assertThat(page.locator("[data-contact]")).hasCount(1);
    assertThat(card("Pia")).containsText("Tags: ferries, friends");
  }

  @Test
  void a_list_is_worked_through_one_sent_one_done_and_all_others_at_once() {
    vic.go("/my/follow-ups");
    var open = page.locator("[data-about=followUp]");
    assertThat(open).hasCount(5);
    card("Sam").locator("input[name^=words]").fill("See www.ferries.example");
    button(card("Sam"), "Write in my name").click();
    assertThat(page.getByRole(AriaRole.ALERT).or(page.getByRole(AriaRole.STATUS)))
        .containsText("Nothing was sent: your own line holds a link");
    assertThat(open).hasCount(5);
    card("Sam").locator("input[name^=words]").fill("The talk on ferries was great.");
    button(card("Sam"), "Write in my name").click();
    assertThat(open).hasCount(4);
    button(card("Tea"), "I did it myself").click();
    assertThat(open).hasCount(3);
    vic.press("Write in my name");
    assertThat(page.getByText("Saved where it is possible")).isVisible();
    assertThat(open).hasCount(1);
    assertThat(card("Rui")).containsText("They have not agreed to get invitations");
  }

  @Test
  void a_consent_is_taken_back_at_once() {
    vic.go("/my/contacts/consents");
    var nurture = page.getByLabel("Remind me all year");
    assertThat(nurture).isChecked();
    nurture.uncheck();
    vic.press("Save");
    assertThat(page.getByText("Saved. It counts from now on.")).isVisible();
    assertThat(nurture).not().isChecked();
    assertThat(page.getByText("No since")).containsText("this page");
  }

  @ParameterizedTest
  @CsvSource({
    "For an address book, .vcf, BEGIN:VCARD",
    "For a spreadsheet, .csv, Pia",
    "For a program, .json, Pia"
  })
  void contacts_are_taken_home(String link, String ending, String holds) throws IOException {
    vic.go("/my/contacts/data");
    var file = page.waitForDownload(() -> page.getByText(link).click());
    assertThat(file.suggestedFilename()).endsWith(ending);
    assertThat(Files.readString(file.path())).contains(holds, "Rui");
  }

  @Test
  void a_plan_is_saved_for_the_event_ahead() {
    vic.go("/my/plan");
    assertThat(page.locator("#progress")).hasText("Town Fair");
    page.locator("#peopleMet").fill("7");
    page.locator("#topics").fill("ferries\nmaps");
    vic.press("Save");
    assertThat(page.getByText("Your plan is saved.")).isVisible();
    assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("People met")))
        .containsText("7");
  }

  @Test
  void an_old_friend_is_added_by_hand() {
    vic.go("/my/contacts").follow("/my/contacts/friends");
    page.locator("input[name=name]").fill("Quin");
    page.locator("form[action='/my/contacts/friends'] button").click();
    assertThat(page.getByText("Added: an old friend is among your contacts.")).isVisible();
    vic.go("/my/contacts?q=Quin");
    assertThat(card("Quin")).containsText("An old friend");
  }

  @Test
  void who_was_near_somebody_says_that_they_met() {
    vic.go("/my/contacts");
    button(page.locator("[data-suggestion]"), "Yes, we met").click();
    assertThat(page.getByText("Noted: you two met.")).isVisible();
    assertThat(page.locator("[data-suggestion]")).hasCount(0);
  }

  @Test
  void how_often_to_be_in_touch_is_said_by_person_and_by_tag() {
    vic.go("/my/follow-ups/ties");
    card("Olu").locator("input[name=days]").fill("30");
    button(card("Olu"), "Save").click();
    assertThat(page.locator("li[data-days='30']")).containsText("Olu");
    var byTag = page.locator("form[action$='/ties/tags']").last();
    byTag.locator("input[name=tag]").fill("friends");
    byTag.locator("input[name=days]").fill("90");
    button(byTag, "Save").click();
    assertThat(page.locator("li[data-tag=friends]")).containsText("every 90 days");
  }

  @Test
  void pages_are_in_their_readers_language_and_work_without_javascript() {
    var yan = new Walker(Town.it().place(), chromium.as(Look.PHONE.withoutJavaScript()));
    var own = yan.openPagesOf(Folk.address(Folk.GERMAN)).page();
    assertThat(own.locator("html")).hasAttribute("lang", "de");
    assertThat(own.locator("h1")).hasText("Ihre Follow-ups");
    assertThat(own.locator("[data-about=followUp]")).hasCount(5);
    button(own.locator("[data-about=followUp]").first(), "Selbst erledigt").click();
    assertThat(own.locator("[data-about=followUp]")).hasCount(4);
  }
}
