package dev.rapport.local;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a database's name into a connection string that may have one, or options, already. */
final class MongoUri {
  static final String SHAPE = "(mongodb(?:\\+srv)?://[^/?]+)(?:/([^?]*))?(\\?.*)?";
  private static final Pattern PARTS = Pattern.compile(SHAPE);

  private static final Pattern PORT = Pattern.compile("(?<=:)\\d+(?=[/?])");

  private MongoUri() {}

  /** The port of a connection string that names one host. */
  static int port(String uri) {
    Matcher port = PORT.matcher(uri);
    if (!port.find()) {
      throw new IllegalArgumentException("A connection string of our own names its port.");
    }
    return Integer.parseInt(port.group());
  }

  static String withPort(String uri, int port) {
    return PORT.matcher(uri).replaceFirst(String.valueOf(port));
  }

  static String withDatabase(String uri, String database) {
    Matcher parts = PARTS.matcher(uri);
    if (!parts.matches()) {
      throw new IllegalArgumentException("What is no connection string has no database.");
    }
    String options = parts.group(3);
    return parts.group(1) + "/" + database + (options == null ? "" : options);
  }
}
