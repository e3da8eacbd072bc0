package dev.rapport.system.player;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.ledger.Purpose;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Traces;
import dev.rapport.system.world.Web;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People on the page behind a welcome mail: everything is off there until they tick it. */
final class Welcoming {

  /** What the page asks: a purpose, for all events or with the id of one. */
  private static final Pattern ASKED =
      Pattern.compile("name=\"shown\" value=\"(([A-Za-z]+)[^\"]*)\"");

  private final Web web;
  private final Ledger ledger;

  Welcoming(Web web, Ledger ledger) {
    this.web = web;
    this.ledger = ledger;
  }

  /** Ticks what the reader agrees to; false when the page did not take it. */
  Answer answer(Attendee reader, URI link) {
    Answer page = shown(reader, web.page(link));
    if (!page.ok()) {
      return page;
    }
    Set<Purpose> wanted = wanted(reader);
    Set<Purpose> agreed = EnumSet.noneOf(Purpose.class);
    StringBuilder fields = new StringBuilder();
    Matcher asked = ASKED.matcher(page.text());
    while (asked.find()) {
      fields.append(fields.isEmpty() ? "" : "&").append("shown=").append(encoded(asked.group(1)));
      for (Purpose purpose : wanted) {
        if (purpose.word().equals(asked.group(2))) {
          fields.append("&agree=").append(encoded(asked.group(1)));
          agreed.add(purpose);
        }
      }
    }
    Answer answer = shown(reader, web.form(link, fields.toString()));
    if (answer.ok()) {
      ledger.write(new Entry.Welcomed(answer.when(), reader.id(), agreed));
      agreed.forEach(p -> ledger.write(new Entry.Consented(answer.when(), reader.id(), p, true)));
    }
    return answer;
  }

  private static Set<Purpose> wanted(Attendee reader) {
    Set<Purpose> wanted = EnumSet.noneOf(Purpose.class);
    wanted.addAll(reader.agrees());
    if (reader.writes()) {
      wanted.add(Purpose.WRITE_IN_MY_NAME);
    }
    if (reader.receives()) {
      wanted.add(Purpose.RECEIVE_INVITATIONS);
    }
    return wanted;
  }

  private Answer shown(Attendee reader, Answer answer) {
    ledger.write(new Entry.Shown(answer.when(), reader.id(), "welcome", Traces.in(answer.text())));
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
