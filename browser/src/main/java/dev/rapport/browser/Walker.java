package dev.rapport.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who walks through the pages as people do: from mails, by links and buttons. */
public final class Walker {

  private static final int TRIES = 60;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Place place;
  private final BrowserContext context;
  private final Page page;
  private final PageCheck check;

  public Walker(Place place, BrowserContext context) {
    this.place = place;
    this.context = context;
    this.page = context.newPage();
    this.check = PageCheck.on(page);
  }

  /** What is shown. */
  public Page page() {
    return page;
  }

  /** Returns what is wrong with what is shown; empty when nothing is. */
  public List<String> faults() {
    return check.faults();
  }

  /** Opens a path of the origin. */
  public Walker go(String path) {
    page.navigate(place.origin() + path);
    return this;
  }

  /** Opens the newest mail of which something holds these words. */
  public Walker mail(String words) {
    return mail(words, "");
  }

  /** Opens the newest mail that holds these words and has this in its subject; waits for it. */
  public Walker mail(String words, String subject) {
    for (var i = 0; i < TRIES; i++) {
      go("/mail?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
      var found =
          page.locator("ul.mails a").filter(new Locator.FilterOptions().setHasText(subject));
      if (found.count() > 0) {
        found.first().click();
        return this;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new IllegalStateException("No mail holds '%s' and '%s'".formatted(words, subject));
  }

  /** Opens the first link in the shown mail whose path begins like this. */
  public Walker link(String path) {
    var href = page.locator("pre a[href*='" + path + "']").first().getAttribute("href");
    page.navigate(href);
    return this;
  }

  /** Presses the button of this name. */
  public Walker press(String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
    return this;
  }

  /**
   * Opens the pages of who got such a mail: by its last link, the mail that this sends, and the
   * button behind the link in that.
   */
  public Walker openPagesOf(String mail) {
    mail(mail);
    var whole = page.locator("dt:text-is('To') + dd").first().textContent();
    var address = whole.replaceAll(".*<([^>]*)>.*", "$1").strip();
    link("/my/link/").press("Send me a fresh link");
    mail(address, "Your link").link("/my/open/").press("Open my pages");
    return this;
  }

  /** Opens the organiser's page of the event by a one-time link, as the platform's app does. */
  public Walker openOrganisersPage() {
    var path = "/organisers/%s/events/%s/page-links".formatted(place.organiser(), place.event());
    page.navigate(url(place.events() + path));
    page.locator("main form button").first().click();
    return this;
  }

  private String url(String api) {
    var request =
        HttpRequest.newBuilder(URI.create(api))
            .header("Authorization", "Bearer " + place.token())
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 201) {
        throw new IllegalStateException(api + " was answered " + response.statusCode());
      }
      return JsonMapper.shared().readTree(response.body()).path("url").asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The session that was opened, or null. */
  public @Nullable Cookie session() {
    return context.cookies(place.origin().toString()).stream()
        .filter(cookie -> cookie.name.equals("rapport"))
        .findFirst()
        .orElse(null);
  }
}
