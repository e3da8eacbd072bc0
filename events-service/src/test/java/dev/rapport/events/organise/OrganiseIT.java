package dev.rapport.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.CongressIT;
import dev.rapport.events.Visit;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OrganiseIT extends CongressIT {

  @Test
  void a_link_opens_the_events_page_once() {
    congress("ada", "ben");
    var answer = as("organiser", organiser).post(events() + "/congress/page-links", null);
    assertThat(answer.status()).isEqualTo(201);
    var link = answer.text("url");
    var stranger = new Visit(port, "", "en");

    assertThat(stranger.get(link).body()).contains("Open your event");
    assertThat(stranger.get(page()).statusCode()).isEqualTo(401);
    var opened = stranger.post(link, "open=1");
    assertThat(opened.statusCode()).isEqualTo(303);
    assertThat(opened.headers().firstValue("Location")).hasValue(page());
    var cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=" + page());
    assertThat(stranger.with(cookie.split(";", -1)[0]).get(page()).statusCode()).isEqualTo(200);
    assertThat(stranger.get(link).statusCode()).isEqualTo(410);
    assertThat(stranger.in("de").post(link, "open=1").body())
        .contains("Dieser Link ist verbraucht");
  }

  @Test
  void only_the_platform_and_the_organiser_get_a_link_and_a_session_opens_one_event() {
    congress();
    event("other");

    assertThat(as("organiser", "another").post(events() + "/congress/page-links", null).status())
        .isEqualTo(403);
    assertThat(as("person", null).post(events() + "/congress/page-links", null).status())
        .isEqualTo(403);
    var visit = opened();
    assertThat(visit.get("/organise/" + eventId("other")).statusCode()).isEqualTo(401);
    assertThat(visit.get("/organise/nothing").statusCode()).isEqualTo(400);
    assertThat(visit.get(page() + "/numbers.csv").statusCode()).isEqualTo(200);
    assertThat(new Visit(port, "", "en").get(page() + "/numbers.csv").statusCode()).isEqualTo(401);
    assertThat(new Visit(port, "", "en").get(page() + "/live").statusCode()).isEqualTo(401);
  }

  @Test
  void the_page_says_whether_all_will_be_followed_up_in_both_languages() {
    congress("ada", "ben", "cy");
    met("ada", "ben", 1, "virtual", "both", true);
    var visit = opened();

    eventually(
        () ->
            assertThat(visit.get(page()).body())
                .contains(
                    "data-verdict=\"early\"",
                    "Will everyone be followed up in time?",
                    "Of 3 attendees",
                    "1 have met nobody yet"));
    assertThat(visit.in("de").get(page()).body())
        .contains(
            "<html lang=\"de\">", "Wird allen rechtzeitig nachgegangen?", "Von 3 Teilnehmenden");
    api.post(events() + "/congress/end", null);
    sayMeetings("congress", 1, 2, 2);
    sayProgress("congress", 1, 2, 0, 2);
    eventually(() -> assertThat(visit.get(page()).body()).contains("data-verdict=\"yes\"", "Sent"));
    assertThat(visit.get(page() + "/numbers.csv").body())
        .startsWith("section,name,value\r\n")
        .contains(
            "people,attendees,3\r\n",
            "outcome,sent,2\r\n",
            "trouble,deferred,7\r\n",
            "blend,virtual,1\r\n");
    assertThat(visit.in("de").get(page()).body()).contains("mindestens einmal aufgeschoben");
    assertThat(visit.get(page()).body())
        .contains("deferrals")
        .doesNotContain(external("ada"), person("ada").toString());
  }

  @Test
  void the_sending_is_held_and_resumed_by_a_button() {
    congress();
    var visit = opened();

    assertThat(visit.post(page(), "act=hold").body()).contains("The sending is held.", "Resume");
    assertThat(
            TOPICS.values("event-changed", eventId("congress")).getLast().path("held").asBoolean())
        .isTrue();
    assertThat(visit.in("de").post(page(), "act=resume").body())
        .contains("Der Versand geht weiter");
    assertThat(visit.post(page(), "act=anything").statusCode()).isEqualTo(422);
    var foreign =
        visit
            .request(page())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "cross-site")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("act=hold"))
            .build();
    assertThat(Visit.send(foreign).statusCode()).isEqualTo(403);
  }

  @Test
  void numbers_come_by_themselves_when_they_change() throws IOException {
    congress("ada");
    var visit = opened();
    var lines = new java.util.concurrent.CopyOnWriteArrayList<String>();
    try (var http = HttpClient.newHttpClient()) {
      var reading =
          CompletableFuture.runAsync(
              () -> {
                try {
                  http.send(visit.request(page() + "/live").build(), BodyHandlers.ofLines())
                      .body()
                      .forEach(lines::add);
                } catch (IOException | InterruptedException | java.io.UncheckedIOException e) {
                  Thread.currentThread().interrupt();
                }
              });
      eventually(() -> assertThat(lines).anyMatch(line -> line.contains("Of 1 attendees")));
      api.put(events() + "/congress/attendances/" + external("ben"), java.util.Map.of());
      eventually(() -> assertThat(lines).anyMatch(line -> line.contains("Of 2 attendees")));
      assertThat(List.copyOf(lines)).contains("event:numbers");
      http.shutdownNow();
      reading.cancel(true);
    }
  }

  private Visit opened() {
    var link = api.post(events() + "/congress/page-links", null).text("url");
    var visit = new Visit(port, "", "en");
    var cookie = visit.post(link, "open=1").headers().firstValue("Set-Cookie").orElseThrow();
    return visit.with(cookie.split(";", -1)[0]);
  }

  private String page() {
    return "/organise/" + eventId("congress");
  }
}
