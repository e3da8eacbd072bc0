package dev.rapport.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * Asks the service on this machine whether it is ready; exit code 0 means yes. For orchestrators
 * that can only run a command inside a container, as Compose does: the images have no shell and no
 * curl. Loads next to nothing, because it runs every few seconds.
 */
public final class Ready {
  private static final int PORT = 8080;
  private static final int PATIENCE_MILLIS = 3_000;
  private static final String QUESTION = "GET /readyz HTTP/1.0\r\n\r\n";
  private static final String YES = "HTTP/1.1 200";

  private Ready() {}

  public static void main(String[] arguments) {
    System.exit(isReady(arguments.length == 0 ? PORT : Integer.parseInt(arguments[0])) ? 0 : 1);
  }

  static boolean isReady(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(QUESTION.getBytes(US_ASCII));
      byte[] beginning = socket.getInputStream().readNBytes(YES.length());
      return new String(beginning, US_ASCII).equals(YES);
    } catch (IOException notYet) {
      return false;
    }
  }
}
