package dev.rapport.browser;

import java.util.List;
import java.util.function.Consumer;

/**
 * A page that is worth a picture, and must be without fault in every {@link Look}. A new page: one
 * more line in {@link #ALL}.
 *
 * @param name of its pictures
 * @param whose who opens it
 * @param way how to get there
 */
public record Sight(String name, Whose whose, Consumer<Walker> way) {

  /** Who opens a page. */
  public enum Whose {
    ANYBODY,
    ATTENDEE,
    ORGANISER
  }

  /** A part of the subject of these mails. */
  static final String INVITE = "would like to stay in touch";

  static final String LIST = "to follow up with";

  static final String WELCOME = "how would you like to be followed up";

  public static final List<Sight> ALL =
      List.of(
          anybody("mails", walker -> walker.go("/mail")),
          anybody("mail-invite", walker -> walker.mail(INVITE)),
          anybody("mail-list", walker -> walker.mail(LIST)),
          anybody("invite", walker -> walker.mail(INVITE).link("/a/")),
          anybody("list", walker -> walker.mail(LIST).link("/a/")),
          anybody("unsubscribe", walker -> walker.mail(INVITE).link("/u/")),
          anybody("fresh-link", walker -> walker.mail(INVITE).link("/my/link/")),
          anybody("used-link", walker -> walker.go("/my/open/used")),
          anybody("welcome", walker -> walker.mail(WELCOME).link("/welcome/")),
          attendee("follow-ups", "/my/follow-ups"),
          attendee("ties", "/my/follow-ups/ties"),
          attendee("blocks", "/my/follow-ups/blocks"),
          attendee("contacts", "/my/contacts"),
          attendee("friends", "/my/contacts/friends"),
          attendee("contact-notes", walker -> walker.go("/my/contacts").unfold()),
          attendee("consents", "/my/contacts/consents"),
          attendee("data", "/my/contacts/data"),
          attendee("erase", "/my/contacts/data/erase"),
          attendee("plan", "/my/plan"),
          attendee("channels", "/my/channels"),
          organiser("organise", ""),
          organiser("organise-numbers", walker -> walker.organise("").unfoldAll()),
          organiser("preview-invite", walker -> walker.organise("").follow("/u/preview/")));

  /** A page behind a mail's link, or one for everybody. */
  static Sight anybody(String name, Consumer<Walker> way) {
    return new Sight(name, Whose.ANYBODY, way);
  }

  /** A page of an attendee's own. */
  static Sight attendee(String name, String path) {
    return attendee(name, walker -> walker.go(path));
  }

  /** A page of an attendee's own, that is more than its path. */
  static Sight attendee(String name, Consumer<Walker> way) {
    return new Sight(name, Whose.ATTENDEE, way);
  }

  /** A page below the event's own. */
  static Sight organiser(String name, String rest) {
    return organiser(name, walker -> walker.organise(rest));
  }

  /** A page of the event's organiser. */
  static Sight organiser(String name, Consumer<Walker> way) {
    return new Sight(name, Whose.ORGANISER, way);
  }
}
