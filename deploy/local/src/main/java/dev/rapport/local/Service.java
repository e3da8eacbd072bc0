package dev.rapport.local;

import java.util.List;

/** The four services, in the order in which they start. */
public enum Service {
  CONTACTS("contacts", "ContactsService", 8081, "/my/contacts", "/welcome"),
  EVENTS("events", "EventsService", 8082, "/my/plan", "/organise"),
  FOLLOWUP("followup", "FollowupService", 8083, "/a", "/my/follow-ups"),
  NOTIFICATION(
      "notification",
      "NotificationService",
      8084,
      "/u",
      "/my/open",
      "/my/link",
      "/my/leave",
      "/my/channels");

  private final String word;
  private final String main;
  private final int port;
  private final List<String> paths;

  Service(String word, String main, int port, String... paths) {
    this.word = word;
    this.main = main;
    this.port = port;
    this.paths = List.of(paths);
  }

  /** Its folder, and its artifact: {@code contacts-service}. */
  public String artifact() {
    return word + "-service";
  }

  /** The database that is its own. */
  public String database() {
    return word;
  }

  String mainClass() {
    return "dev.rapport." + word + "." + main;
  }

  /** The paths of its pages on the one origin. */
  public List<String> paths() {
    return paths;
  }

  int preferredPort() {
    return port;
  }
}
