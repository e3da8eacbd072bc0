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

  public static final List<Sight> ALL =
      List.of(
          anybody("mails", walker -> walker.go("/mail")),
          anybody("mail-invite", walker -> walker.mail(INVITE)),
          anybody("mail-list", walker -> walker.mail(LIST)),
          anybody("invite", walker -> walker.mail(INVITE).link("/a/")),
          anybody("list", walker -> walker.mail(LIST).link("/a/")),
          anybody("unsubscribe", walker -> walker.mail(INVITE).link("/u/")),
          anybody("fresh-link", walker -> walker.mail(INVITE).link("/my/link/")),
          anybody("used-link", walker -> walker.go("/my/open/used")));

  /** A page behind a mail's link, or one for everybody. */
  static Sight anybody(String name, Consumer<Walker> way) {
    return new Sight(name, Whose.ANYBODY, way);
  }

  /** A page of an attendee's own. */
  static Sight attendee(String name, String path) {
    return new Sight(name, Whose.ATTENDEE, walker -> walker.go(path));
  }

  /** A page of the event's organiser. */
  static Sight organiser(String name, Consumer<Walker> way) {
    return new Sight(name, Whose.ORGANISER, way);
  }
}
