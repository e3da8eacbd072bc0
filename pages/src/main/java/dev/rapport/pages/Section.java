package dev.rapport.pages;

/** The attendee's sections, in the order of the navigation. Each belongs to one service. */
public enum Section {
  FOLLOW_UPS("/my/follow-ups", "nav.follow-ups"),
  PEOPLE("/my/contacts", "nav.people"),
  PLAN("/my/plan", "nav.plan"),
  CONSENTS("/my/contacts/consents", "nav.consents"),
  CHANNELS("/my/channels", "nav.channels"),
  DATA("/my/contacts/data", "nav.data");

  private final String path;
  private final String text;

  Section(String path, String text) {
    this.path = path;
    this.text = text;
  }

  /** Where it is, on the one origin. */
  public String path() {
    return path;
  }

  /** The key of its name. */
  String text() {
    return text;
  }
}
