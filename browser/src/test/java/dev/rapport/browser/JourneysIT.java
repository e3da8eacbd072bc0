package dev.rapport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do with a mail, from the mail on. */
class JourneysIT {

  @AutoClose private static final Chromium CHROMIUM = Chromium.start();

  private static Walker somebody(Look look) {
    return new Walker(Town.it().place(), CHROMIUM.as(look));
  }

  /** Opens the invite that somebody got. */
  private static Walker invited(String name, Look look) {
    return somebody(look).mail(Folk.address(name), Town.invite(name));
  }

  @ParameterizedTest
  @CsvSource({"Ben,true", "Eva,false"})
  void a_recipient_answers_with_and_without_javascript(String name, boolean javaScript) {
    var look = javaScript ? Look.PHONE : Look.PHONE.withoutJavaScript();
    var page = invited(name, look).link("/a/").page();
    assertThat(page.locator("[data-item]")).hasCount(3);
    var first = page.locator("[data-item]").first();
    first.getByText("Yes, stay in touch").click();
    assertThat(page.getByText("Your answer is saved.")).isVisible();
    assertThat(page.locator("[data-answer=accepted]")).hasCount(1);
    assertThat(page.locator("[data-answer=none]")).hasCount(2);
  }

  @Test
  void many_are_answered_at_once() {
    var page = invited("Gus", Look.DESKTOP).link("/a/").page();
    page.getByText("No, thank you").first().click();
    assertThat(page.locator("[data-answer=declined]")).hasCount(3);
  }

  @Test
  void many_are_answered_at_once_without_javascript() {
    var walker = invited("Nia", Look.PHONE.withoutJavaScript()).link("/a/");
    var page = walker.press("Yes, stay in touch").page(); // the first button: for all
    assertThat(page.locator("[data-answer=accepted]")).hasCount(3);
    assertThat(page.getByText("Your answer is saved.")).isVisible();
  }

  @Test
  void who_is_welcomed_says_what_they_agree_to() {
    var walker = somebody(Look.PHONE.withoutJavaScript());
    var page = walker.mail(Folk.address(Folk.NEW), Sight.WELCOME).link("/welcome/").page();
    var named = page.getByLabel("People who know me may be told");
    assertThat(named).not().isChecked();
    named.check();
    walker.press("Save");
    assertThat(page.getByText("Saved. Thank you.")).isVisible();
    assertThat(named).isChecked();
    assertThat(page.getByLabel("Remind me all year")).not().isChecked();
  }

  @Test
  void an_answer_needs_no_mouse() {
    var page = invited("Lea", Look.DESKTOP).link("/a/").page();
    page.keyboard().press("Tab");
    assertThat(page.locator("a.skip")).isFocused();
    page.keyboard().press("Tab");
    assertThat(page.locator("button").first()).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-answer=accepted]")).hasCount(3);
  }

  @Test
  void a_mails_link_leads_to_its_page_in_the_readers_language() {
    var mail = invited("Jo", Look.DESKTOP).page();
    var frame = mail.frameLocator("iframe");
    Page opened = mail.waitForPopup(() -> frame.getByText("Nein, danke").first().click());
    assertThat(opened.locator("html")).hasAttribute("lang", "de");
    assertThat(opened.locator("li.chosen")).hasCount(1);
    assertThat(opened.getByText("um zu wählen: Nein, danke")).isVisible();
    assertThat(opened.locator("[data-answer=none]")).hasCount(3);
  }

  @Test
  void who_wants_no_more_mails_says_so_by_a_button() {
    var walker = invited("Ida", Look.PHONE).link("/u/");
    assertThat(walker.page().getByText("You will get none of this kind any more.")).isVisible();
    walker.press("Stop these mails");
    assertThat(walker.page().getByText("You will get no more of these mails.")).isVisible();
  }

  @Test
  void a_fresh_link_opens_ones_pages_once() {
    var walker = somebody(Look.PHONE);
    walker.openPagesOf(Folk.address("Kim"));
    assertThat(walker.page()).hasURL(Pattern.compile(".*/my/follow-ups$"));
    var session = walker.session();
    assertThat(session).isNotNull();
    assertThat(session.httpOnly).isTrue();

    var again = somebody(Look.PHONE);
    again.mail("Your link").link("/my/open/");
    assertThat(again.page().getByText("does not open anything any more")).isVisible();
    assertThat(again.session()).isNull();
  }

  @Test
  void a_mail_is_found_and_read_with_its_headers() {
    var walker = somebody(Look.DESKTOP).go("/mail");
    walker.page().getByRole(com.microsoft.playwright.options.AriaRole.SEARCHBOX).fill("mia@");
    walker.press("Search");
    assertThat(walker.page().locator("ul.mails li").first()).containsText("mia@town.example");
    walker.page().locator("ul.mails a").last().click();
    assertThat(walker.page().locator("dl").first()).containsText("Town Hall");
    walker.page().getByText("All headers").click();
    assertThat(walker.page().getByText("List-Unsubscribe-Post")).isVisible();
  }
}
