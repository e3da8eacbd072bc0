package dev.rapport.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notification.MailServer;
import dev.rapport.notification.mail.Mail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each answer of a real socket, and none. */
class ConnectionIT {

  private final MailServer server = new MailServer();
  private final Connection connection = connection(server.port());

  private static Connection connection(int port) {
    var settings =
        new SmtpSettings(
            "127.0.0.1", port, 1, Duration.ofSeconds(3), SmtpSettings.Tls.NONE, "test", null, null);
    return new Connection(settings, Duration.ofSeconds(3));
  }

  private static Mail mail(String to) {
    var text = "Subject: x\r\n\r\nHello\r\n.\r\n..dots\r\n";
    return new Mail("from@pycon.example", to, text.getBytes(StandardCharsets.US_ASCII));
  }

  private Reply sendWith(MailServer.Fault fault) {
    server.fault("ben@mail.example", fault);
    return connection.send(mail("ben@mail.example"));
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  @Test
  void many_mails_go_over_one_connection() {
    for (var i = 0; i < 20; i++) {
      assertThat(connection.send(mail("ben@mail.example"))).isInstanceOf(Reply.Accepted.class);
    }
    assertThat(server.received()).hasSize(20);
    assertThat(server.connections()).isEqualTo(1);
    assertThat(server.received().getFirst().text()).contains("\r\n.\r\n..dots\r\n");
  }

  @Test
  void the_server_that_took_it_is_quoted() {
    assertThat(sendWith(MailServer.Fault.NONE))
        .isEqualTo(new Reply.Accepted(new Reply.Said(250, "2.0.0", "250 2.0.0 Queued as 4711")));
  }

  @Test
  void a_refused_recipient_is_refused_and_not_quoted_by_address() {
    assertThat(sendWith(MailServer.Fault.REFUSE_RECIPIENT))
        .isEqualTo(
            new Reply.Refused(new Reply.Said(550, "5.1.1", "550 5.1.1 <address> user unknown")));
    assertThat(server.received()).isEmpty();
  }

  @Test
  void a_greylisted_recipient_is_deferred() {
    assertThat(sendWith(MailServer.Fault.DEFER_RECIPIENT)).isInstanceOf(Reply.Deferred.class);
    assertThat(server.received()).isEmpty();
  }

  @Test
  void what_is_said_after_the_dot_counts() {
    assertThat(sendWith(MailServer.Fault.REFUSE_AFTER_DOT)).isInstanceOf(Reply.Refused.class);
    assertThat(sendWith(MailServer.Fault.DEFER_AFTER_DOT)).isInstanceOf(Reply.Deferred.class);
    assertThat(sendWith(MailServer.Fault.NONE)).isInstanceOf(Reply.Accepted.class);
  }

  @Test
  void a_connection_lost_before_the_body_leaves_no_doubt() {
    assertThat(sendWith(MailServer.Fault.DROP_BEFORE_BODY)).isInstanceOf(Reply.NotStarted.class);
    assertThat(server.received()).isEmpty();
  }

  @Test
  void no_answer_after_the_dot_is_in_doubt() {
    assertThat(sendWith(MailServer.Fault.DROP_AFTER_DOT)).isInstanceOf(Reply.NoAnswer.class);
    assertThat(sendWith(MailServer.Fault.HANG_AFTER_DOT)).isInstanceOf(Reply.NoAnswer.class);
    assertThat(server.received()).hasSize(2);
    assertThat(sendWith(MailServer.Fault.NONE)).isInstanceOf(Reply.Accepted.class);
  }

  @Test
  void a_connection_that_went_stale_is_opened_again_and_nothing_is_sent_twice() {
    assertThat(sendWith(MailServer.Fault.NONE)).isInstanceOf(Reply.Accepted.class);
    server.dropAll();
    assertThat(sendWith(MailServer.Fault.NONE)).isInstanceOf(Reply.Accepted.class);
    assertThat(server.received()).hasSize(2);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void a_server_that_is_away_has_nothing() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    var nobody = connection(free);
    assertThat(nobody.isReady()).isFalse();
    assertThat(nobody.send(mail("ben@mail.example"))).isInstanceOf(Reply.NotStarted.class);
  }

  @Test
  void an_address_with_a_command_in_it_never_reaches_the_server() {
    var reply = connection.send(mail("ben@mail.example>\r\nRCPT TO:<evil@mail.example"));
    assertThat(reply).isInstanceOf(Reply.Refused.class);
    assertThat(server.received()).isEmpty();
  }
}
