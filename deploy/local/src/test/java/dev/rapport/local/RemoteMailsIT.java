package dev.rapport.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rapport.local.mail.Mail;
import dev.rapport.local.mail.Mails;
import dev.rapport.local.mail.RemoteMails;
import dev.rapport.local.process.LocalFailure;
import dev.rapport.local.process.Scratch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemoteMailsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final MailSink sink = MailSink.start();
  private final Mails mails =
      new RemoteMails(sink.port(), sink.pages(), Scratch.folder("remote-mails"));

  @AfterEach
  void close() {
    mails.close();
    sink.close();
  }

  @Test
  void what_arrived_elsewhere_is_the_same_here() throws IOException {
    try (var client = new SmtpConversation(sink.port())) {
      client.mail("b@example.org", "Subject: One\r\n\r\nä\r\n");
      client.mail("c@example.org", "Subject: Two\r\n\r\ntwo\r\n");
    }
    assertThat(mails.count()).isEqualTo(2);
    List<Mail> there = sink.since(1);
    Mail here = mails.since(1).getFirst();
    assertThat(here.raw()).isEqualTo(there.getFirst().raw());
    assertThat(here.arrived()).isEqualTo(there.getFirst().arrived());
    assertThat(here.recipients()).containsExactly("c@example.org");
    assertThat(mails.since(0).getFirst().raw()).isEqualTo(sink.since(0).getFirst().raw());
  }

  @Test
  void it_fails_as_it_is_told_from_elsewhere() throws Exception {
    mails.refuse("b+1@example.org");
    mails.defer("c@example.org", 1);
    try (var client = new SmtpConversation(sink.port())) {
      String mail = "Subject: Hello\r\n\r\nhello\r\n";
      assertThat(client.mail("b+1@example.org", mail)).startsWith("550");
      assertThat(client.mail("c@example.org", mail)).startsWith("451");
      assertThat(client.mail("c@example.org", mail)).startsWith("250");
      mails.holdNext();
      var answer = CompletableFuture.supplyAsync(() -> client.mail("d@example.org", mail));
      await().atMost(PATIENCE).until(() -> mails.held() == 1);
      assertThat(answer).isNotDone();
      try (var next = new SmtpConversation(sink.port())) {
        assertThat(next.mail("d@example.org", mail)).startsWith("250");
      }
    }
  }

  @Test
  void a_sink_that_has_gone_is_told_in_a_sentence() {
    sink.close();
    assertThatThrownBy(mails::count)
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("The mail sink does not answer");
  }
}
