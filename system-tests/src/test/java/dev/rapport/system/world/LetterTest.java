package dev.rapport.system.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LetterTest {

  private static final UUID NOTIFICATION = UUID.fromString("11111111-1111-8111-8111-111111111111");
  private static final UUID ITEM = UUID.fromString("22222222-2222-8222-8222-222222222222");
  private static final String TOKEN =
      "e30." + encoded("{\"nid\":\"%s\",\"pur\":\"invite\"}".formatted(NOTIFICATION)) + ".c2ln";
  private static final Instant ARRIVED = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void its_links_tell_purpose_notification_and_items() {
    Letter letter = letter("http://127.0.0.1:8083/a/%s?item=%s&act=accept".formatted(TOKEN, ITEM));
    assertThat(letter.purpose()).isEqualTo("invite");
    assertThat(letter.notification()).isEqualTo(NOTIFICATION);
    assertThat(letter.items()).containsExactly(ITEM);
    assertThat(letter.link()).isEqualTo(URI.create("http://127.0.0.1:8083/a/" + TOKEN));
  }

  @Test
  void a_mail_that_only_reminds_is_of_the_kind_that_one_can_unsubscribe_from() {
    Letter letter =
        letter(
            "<div data-item=\"%s\">Ann</div>".formatted(ITEM),
            "X-Rapport-Notification: %s\nList-Unsubscribe: <http://127.0.0.1/u/%s>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click"
                .formatted(NOTIFICATION, TOKEN));
    assertThat(letter.purpose()).isEqualTo("invite");
    assertThat(letter.link()).isNull();
    assertThat(letter.items()).isEmpty();
    assertThat(letter.shown()).containsExactly(ITEM);
  }

  @Test
  void a_welcome_s_link_leads_to_another_page() {
    Letter letter = letter("http://127.0.0.1:8081/welcome/%s".formatted(TOKEN));
    assertThat(letter.link()).isEqualTo(URI.create("http://127.0.0.1:8081/welcome/" + TOKEN));
    assertThat(letter.items()).isEmpty();
  }

  @Test
  void envelope_date_and_message_id_are_read() {
    Letter letter = letter("http://127.0.0.1/a/" + TOKEN);
    assertThat(letter.recipients()).containsExactly("ann@people.example");
    assertThat(letter.date()).isEqualTo(Instant.parse("2026-06-03T17:00:00Z"));
    assertThat(letter.messageId()).isEqualTo("<slot@mail.example>");
    assertThat(letter.arrived()).isEqualTo(ARRIVED);
  }

  @Test
  void one_click_unsubscribes_where_both_headers_say_so() {
    String body = "http://127.0.0.1/a/" + TOKEN;
    assertThat(letter(body).unsubscribe()).isEqualTo(URI.create("http://127.0.0.1:8084/u/x.y.z"));
    assertThat(letter(body, "List-Unsubscribe: <http://127.0.0.1:8084/u/x.y.z>").unsubscribe())
        .isNull();
  }

  @Test
  void a_page_tells_items_by_their_attributes() {
    Page page =
        Page.read(
            "<li class=\"x\" data-item=\"%s\" data-answer=\"none\" data-state=\"settled\">"
                .formatted(ITEM));
    assertThat(page.items()).containsExactly(new Page.Item(ITEM, "none", "settled", "", true));
  }

  private static Letter letter(String body) {
    return letter(
        body,
        "List-Unsubscribe: <http://127.0.0.1:8084/u/x.y.z>\n"
            + "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  }

  private static Letter letter(String body, String headers) {
    String quoted = body.replace("=", "=3D");
    String mail =
        """
        From: Rapport <hello@organiser.example>
        To: ann@people.example
        Date: Wed, 3 Jun 2026 17:00:00 +0000
        Message-ID: <slot@mail.example>
        %s
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        %s
        --b--
        """
            .formatted(headers, quoted)
            .replace("\n", "\r\n");
    return Letter.read(
        mail.getBytes(StandardCharsets.UTF_8), ARRIVED, List.of("Ann@people.example"));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
