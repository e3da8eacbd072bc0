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
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
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

  /** What is wrong with what is shown. */
  public PageCheck check() {
    return check;
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

  /** Follows the first link of the page to an address that begins like this, until it is there. */
  public Walker follow(String path) {
    page.locator("main a[href^='" + path + "']").first().click();
    page.waitForURL(url -> url.startsWith(place.origin() + path));
    return this;
  }

  /** Unfolds the first of what is folded. */
  public Walker unfold() {
    page.locator("main details:not([open]) > summary").first().click();
    return this;
  }

  /** Unfolds all that is folded. */
  public Walker unfoldAll() {
    for (var summary : page.locator("details:not([open]) > summary").all().reversed()) {
      summary.click(); // the last first: what was clicked no longer matches
    }
    return this;
  }

  /**
   * Opens the pages of who got such a mail, or has such an address: by its last link, the mail that
   * this sends, and the button behind the link in that.
   */
  public Walker openPagesOf(String mail) {
    mail(mail, mail);
    page.goBack();
    var mails = page.locator("ul.mails a").filter(new Locator.FilterOptions().setHasText(mail));
    for (var one : mails.all().stream().map(found -> found.getAttribute("href")).toList()) {
      go(one);
      if (page.locator("pre a[href*='/my/link/']").count() > 0) {
        break; // the mail that a fresh link comes in has none to ask for another
      }
    }
    var whole = page.locator("dt:text-is('To') + dd").first().textContent();
    var address = whole.replaceAll(".*<([^>]*)>.*", "$1").strip();
    link("/my/link/");
    page.locator("main form button").first().click();
    fresh(address).link("/my/open/");
    return enter();
  }

  /** Presses the button behind a one-time link, until the page that it opens is there. */
  private Walker enter() {
    var link = page.url();
    page.locator("main form button").first().click();
    page.waitForURL(url -> !url.equals(link));
    return this;
  }

  /** Opens the newest mail to an address, as soon as it is one with a link that opens pages. */
  private Walker fresh(String address) {
    for (var i = 0; i < TRIES; i++) {
      mail(address, "→ " + address);
      if (page.locator("pre a[href*='/my/open/']").count() > 0) {
        return this;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new IllegalStateException("No fresh link came to " + address);
  }

  /** Opens the organiser's page of the event by a one-time link, as the platform's app does. */
  public Walker openOrganisersPage() {
    page.navigate(ofEvent("/page-links", "POST").path("url").asString());
    return enter();
  }

  /** Goes to the organiser's page of the event, or to what is below it. */
  public Walker organise(String rest) {
    return go("/organise/" + ofEvent("", "GET").path("id").asString() + rest);
  }

  private JsonNode ofEvent(String rest, String method) {
    var path = "/organisers/%s/events/%s%s".formatted(place.organiser(), place.event(), rest);
    var request =
        HttpRequest.newBuilder(URI.create(place.events() + path))
            .header("Authorization", "Bearer " + place.token())
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(path + " was answered " + response.statusCode());
      }
      return JsonMapper.shared().readTree(response.body());
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
