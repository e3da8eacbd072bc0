package dev.rapport.followup.page;

import dev.rapport.access.ActionToken;
import dev.rapport.access.ActionTokens;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.store.People;
import dev.rapport.messaging.EventClock;
import dev.rapport.pages.PublishedKeys;
import dev.rapport.pages.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Reads what a link opens: one mail of one person. */
final class Links {

  private final PublishedKeys keys;
  private final People people;
  private final EventClock clock;

  Links(PublishedKeys keys, People people, EventClock clock) {
    this.keys = keys;
    this.people = people;
    this.clock = clock;
  }

  /** What a link opens, and for whom. */
  record Opened(ActionToken token, Person recipient) {

    boolean isInvite() {
      return token.action().equals("answer");
    }
  }

  Opened open(String text) {
    var token = read(text);
    var invite = token.action().equals("answer") && token.purpose().equals("invite");
    var list = token.action().equals("list") && token.purpose().equals("list");
    if (!invite && !list) {
      throw new Refusal(HttpStatus.FORBIDDEN, Composer.BUNDLE, "refused.purpose");
    }
    var recipient = people.byId(List.of(token.recipient())).get(token.recipient());
    if (recipient == null || recipient.erased()) {
      throw Refusal.gone();
    }
    return new Opened(token, recipient);
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
      throw new Refusal(HttpStatus.GONE, Composer.BUNDLE, "refused.expired");
    }
    try {
      return ActionTokens.read(text, keys.renewed(), clock.now());
    } catch (ActionTokens.Refused e) {
      throw e.expired()
          ? new Refusal(HttpStatus.GONE, Composer.BUNDLE, "refused.expired")
          : new Refusal(HttpStatus.FORBIDDEN, Composer.BUNDLE, "refused.altered");
    }
  }
}
