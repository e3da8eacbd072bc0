package dev.rapport.local;

/** The four services, in the order in which they start. */
public enum Service {
  CONTACTS("contacts", "ContactsService", 8081),
  EVENTS("events", "EventsService", 8082),
  FOLLOWUP("followup", "FollowupService", 8083),
  NOTIFICATION("notification", "NotificationService", 8084);

  private final String word;
  private final String main;
  private final int port;

  Service(String word, String main, int port) {
    this.word = word;
    this.main = main;
    this.port = port;
  }

  /** Its folder, and its artifact: {@code contacts-service}. */
  public String artifact() {
    return word + "-service";
  }

  /** The database that is its own. */
  String database() {
    return word;
  }

  String mainClass() {
    return "dev.rapport." + word + "." + main;
  }

  int preferredPort() {
    return port;
  }
}
