package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An organiser sees a mail before it goes out. */
class PreviewIT extends RunningService {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort int port;

  @Test
  void a_sample_is_what_would_go_out_with_made_up_people() throws Exception {
    var event = heard("acme-" + UUID.randomUUID());
    var path = "/organisers/%s/events/pycon/preview".formatted(event);
    var mine = Map.of("scope", "organiser", "organiser", event);

    var invite = get(path + "?purpose=invite&language=en", mine, "en");
    assertThat(invite.statusCode()).isEqualTo(200);
    assertThat(invite.body()).contains("Ada Sample", "PyCon", "\"subject\"", "\"html\"");
    assertThat(get(path + "?purpose=list&language=de", mine, "en").body()).contains("Ben Sample");
    assertThat(get(path + "?purpose=welcome", mine, "en").statusCode()).isEqualTo(422);
    assertThat(get(path + "?language=fr", mine, "en").statusCode()).isEqualTo(422);
    var other = Map.of("scope", "organiser", "organiser", "somebody else");
    assertThat(get(path, other, "en").statusCode()).isEqualTo(403);
    assertThat(get(path.replace("pycon", "none"), mine, "en").statusCode()).isEqualTo(404);
  }

  @Test
  void the_organisers_page_links_to_the_same_as_a_page() throws Exception {
    var page = "/u/preview/" + stage.event;

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> get(page, Map.of(), "en").statusCode() == 200);
    assertThat(get(page, Map.of(), "en").body()).contains("An invitation, as it would go out");
    assertThat(get(page + "?purpose=list", Map.of(), "de").body())
        .contains("<html lang=\"de\">", "Die Menschen sind erfunden", "Ada Sample");
    assertThat(get("/u/preview/" + UUID.randomUUID(), Map.of(), "en").statusCode()).isEqualTo(404);
    assertThat(get(page + "?purpose=connect", Map.of(), "en").statusCode()).isEqualTo(422);
  }

  private String heard(String organiser) throws Exception {
    stage.named(organiser, "pycon");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                get(
                            "/organisers/%s/events/pycon/preview".formatted(organiser),
                            Map.of("scope", "platform"),
                            "en")
                        .statusCode()
                    == 200);
    return organiser;
  }

  private HttpResponse<String> get(String path, Map<String, String> claims, String language)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept-Language", language);
    if (!claims.isEmpty()) {
      request.header("Authorization", "Bearer " + ISSUER.token(claims));
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
