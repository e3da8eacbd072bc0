package dev.rapport.contacts.agree;

import dev.rapport.access.ActionToken;
import dev.rapport.access.ActionTokens;
import dev.rapport.messaging.EventClock;
import dev.rapport.pages.PublishedKeys;
import dev.rapport.pages.Refusal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads whom the link of a welcome mail is for; it opens the one page and nothing else. */
@Component
class WelcomeLinks {

  private static final String WELCOME = "welcome";

  private final PublishedKeys keys;
  private final EventClock clock;

  WelcomeLinks(PublishedKeys keys, EventClock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  UUID open(String text) {
    var token = read(text);
    if (!token.action().equals(WELCOME) || !token.purpose().equals(WELCOME)) {
      throw new Refusal(HttpStatus.FORBIDDEN, AgreePage.BUNDLE, "refused.purpose");
    }
    return token.recipient();
  }

  private ActionToken read(String text) {
    try {
      return ActionTokens.read(text, keys.known(), clock.now());
    } catch (ActionTokens.Refused e) {
      return readWithNewKeys(text, e);
    }
  }

  private ActionToken readWithNewKeys(String text, ActionTokens.Refused first) {
    if (first.expired()) {
      throw new Refusal(HttpStatus.GONE, AgreePage.BUNDLE, "refused.expired");
    }
    try {
      return ActionTokens.read(text, keys.renewed(), clock.now());
    } catch (ActionTokens.Refused e) {
      throw e.expired()
          ? new Refusal(HttpStatus.GONE, AgreePage.BUNDLE, "refused.expired")
          : new Refusal(HttpStatus.FORBIDDEN, AgreePage.BUNDLE, "refused.altered");
    }
  }
}
