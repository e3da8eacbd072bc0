package dev.rapport.notification.key;

import dev.rapport.access.ActionToken;
import dev.rapport.notification.model.Notification;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The id and the links of a mail; the same mail has the same ones each time. */
@Component
public class Links {

  /** In event time, from the mail's day: as long as an answer makes sense. */
  private static final Period VALID = Period.ofDays(365);

  private final LinkSettings settings;
  private final ActionKeys keys;

  Links(LinkSettings settings, ActionKeys keys) {
    this.settings = settings;
    this.keys = keys;
  }

  /**
   * The Message-ID. Its domain is this service's own: organisers change their addresses, and items
   * of another organiser may come first when a mail is sent again.
   */
  public String messageId(UUID mail) {
    return "<%s@%s>".formatted(mail, settings.host());
  }

  /** The page that answers the items of a mail; of a welcome, the one on which consent is given. */
  public String answers(Notification notification) {
    return switch (notification.purpose()) {
      case INVITE -> settings.answers() + "/a/" + token(notification, "answer");
      case LIST -> settings.answers() + "/a/" + token(notification, "list");
      case CONNECT -> throw new IllegalStateException("A social invitation has no page of its own");
      case WELCOME -> settings.contacts() + "/welcome/" + token(notification, "welcome");
    };
  }

  /** The page that ends mails of this purpose. */
  public String unsubscribe(Notification notification) {
    return settings.own() + "/u/" + token(notification, "unsubscribe");
  }

  /** The page that sends a fresh link to the recipient's own pages. */
  public String fresh(Notification notification) {
    return settings.own() + "/my/link/" + token(notification, "link");
  }

  /** The page that a one-time link opens. */
  public String open(String secret) {
    return settings.own() + "/my/open/" + secret;
  }

  /** Whether browsers come over TLS, so that cookies may ask for it. */
  public boolean isSecure() {
    return settings.isSecure();
  }

  /** An address of this service's own pages. */
  public String own(String path) {
    return settings.own() + path;
  }

  private String token(Notification notification, String action) {
    var expires = notification.slot().plus(VALID).atStartOfDay(ZoneOffset.UTC).toInstant();
    return keys.signing()
        .sign(
            new ActionToken(
                notification.id(),
                notification.recipient(),
                action,
                notification.purpose().word(),
                expires));
  }
}
