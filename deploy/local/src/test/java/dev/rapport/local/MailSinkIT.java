package dev.rapport.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.local.mail.Held;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailSinkIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final MailSink sink = MailSink.start();

  @AfterEach
  void close() {
    sink.close();
  }

  @Test
  void a_mail_is_kept_byte_for_byte_with_its_envelope() throws IOException {
    try (var client = new SmtpConversation(sink.port())) {
      assertThat(client.mail("b@example.org", "Subject: One\r\n\r\n..two\r\n")).startsWith("250");
    }
    var mail = sink.since(0).getFirst();
    assertThat(mail.raw()).isEqualTo("Subject: One\r\n\r\n.two\r\n".getBytes(UTF_8));
    assertThat(mail.sender()).isEqualTo("a@example.org");
    assertThat(mail.recipients()).containsExactly("b@example.org");
  }

  @Test
  void an_address_can_be_refused_for_good() throws IOException {
    sink.faults().refuse("B@example.org");
    try (var client = new SmtpConversation(sink.port())) {
      assertThat(client.mail("b@example.org", "Subject: No\r\n\r\nno\r\n")).startsWith("550");
      assertThat(client.mail("c@example.org", "Subject: Yes\r\n\r\nyes\r\n")).startsWith("250");
    }
    assertThat(sink.count()).isEqualTo(1);
  }

  @Test
  void an_address_can_be_put_off_for_some_times() throws IOException {
    sink.faults().defer("b@example.org", 2);
    try (var client = new SmtpConversation(sink.port())) {
      String mail = "Subject: Later\r\n\r\nlater\r\n";
      assertThat(client.mail("b@example.org", mail)).startsWith("451");
      assertThat(client.mail("b@example.org", mail)).startsWith("451");
      assertThat(client.mail("b@example.org", mail)).startsWith("250");
    }
  }

  @Test
  void an_answer_can_be_held_back_until_told() throws Exception {
    Held held = sink.faults().hold(mail -> mail.recipients().contains("b@example.org"));
    try (var client = new SmtpConversation(sink.port())) {
      var answer =
          CompletableFuture.supplyAsync(
              () -> client.mail("b@example.org", "Subject: Wait\r\n\r\nwait\r\n"));
      await().atMost(PATIENCE).until(() -> held.mails().size() == 1);
      assertThat(answer).isNotDone();
      assertThat(sink.count()).isEqualTo(1);
      held.release();
      assertThat(answer.get()).startsWith("250");
    }
  }

  @Test
  void the_pages_list_find_and_show_a_mail_without_running_what_is_in_it() throws Exception {
    try (var client = new SmtpConversation(sink.port())) {
      client.mail("b@example.org", TWO_PARTS);
      client.mail("c@example.org", "Subject: Other\r\n\r\nother\r\n");
    }
    assertThat(page("/")).contains("Grüße", "Other");
    assertThat(page("/?q=gr%C3%BC%C3%9Fe")).contains("Grüße").doesNotContain("Other");
    assertThat(page("/mail/0"))
        .contains("sandbox=\"allow-popups", "href=\"https://example.org/a\"")
        .doesNotContain("<script>");
    var html =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(sink.pages().resolve("/mail/0/html")).build(),
                BodyHandlers.ofString());
    assertThat(html.body()).contains("<b>bold</b>");
    assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("sandbox");
    assertThat(page("/mail/0/raw")).contains("=?UTF-8?");
    assertThat(page("/mail")).contains("Grüße", "Other", "/mail/style/pico.css");
    assertThat(page("/mail/style/pico.css")).contains("--pico-primary");
    assertThat(page("/mail/9")).contains("no such mail");
  }

  private String page(String path) throws Exception {
    URI address = sink.pages().resolve(path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .body();
  }

  private static final String TWO_PARTS =
      """
      Subject: =?UTF-8?B?R3LDvMOfZQ==?=
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary=x

      --x
      Content-Type: text/plain; charset=utf-8

      see https://example.org/a <script>
      --x
      Content-Type: text/html; charset=utf-8

      <p><b>bold</b></p>
      --x--
      """
          .replace("\n", "\r\n");
}
