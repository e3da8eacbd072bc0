package dev.rapport.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** Speaks just enough SMTP to see every answer. */
final class SmtpConversation implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;

  SmtpConversation(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    in.readLine();
    say("HELO localhost");
  }

  /** The first answer that is not a yes, else the one after the final dot; empty when none came. */
  String mail(String to, String stuffed) {
    try {
      for (String line :
          new String[] {"MAIL FROM:<a@example.org>", "RCPT TO:<" + to + ">", "DATA"}) {
        String answer = say(line);
        if (!answer.startsWith("2") && !answer.startsWith("3")) {
          say("RSET");
          return answer;
        }
      }
      return say(stuffed + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String say(String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    String answer = in.readLine();
    return answer == null ? "" : answer;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
