package dev.rapport.system.player;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.Traces;
import dev.rapport.system.world.Web;
import java.net.URI;

/**
 * A person on their own pages, in a session that a one-time link has opened. What a page shows goes
 * into the ledger.
 */
final class Visit {

  private final Web web;
  private final Ledger ledger;
  private final String person;
  private final String cookie;

  private Visit(Web web, Ledger ledger, String person, String cookie) {
    this.web = web;
    this.ledger = ledger;
    this.person = person;
    this.cookie = cookie;
  }

  /** Opens a session by a fresh link; who is being forgotten gets none, and sees no page. */
  static Visit of(Web web, Api api, Ledger ledger, String person) {
    Answer link = api.pageLink(person);
    String cookie =
        link.ok() ? web.cookieBehind(URI.create(link.json().path("url").asString())) : "";
    return new Visit(web, ledger, person, cookie);
  }

  boolean isOpen() {
    return !cookie.isEmpty();
  }

  Answer page(URI uri) {
    return shown(uri, web.page(uri, cookie));
  }

  Answer form(URI uri, String fields) {
    return shown(uri, web.form(uri, fields, cookie));
  }

  private Answer shown(URI uri, Answer answer) {
    ledger.write(new Entry.Shown(answer.when(), person, door(uri), Traces.in(answer.text())));
    return answer;
  }

  /** The first two parts of a path: whose page it is. */
  private static String door(URI uri) {
    String[] parts = uri.getPath().split("/", -1);
    return parts.length > 2 ? parts[1] + "/" + parts[2] : parts[parts.length - 1];
  }
}
