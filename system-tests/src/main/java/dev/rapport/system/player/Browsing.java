package dev.rapport.system.player;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.Web;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** People look at all of their own pages, and take their contacts home. */
final class Browsing {

  private static final Set<Integer> GONE = Set.of(404, 410);

  private static final List<String> PAGES =
      List.of(
          "/my/follow-ups",
          "/my/follow-ups/ties",
          "/my/contacts",
          "/my/contacts/consents",
          "/my/contacts/data",
          "/my/plan",
          "/my/channels");

  private static final List<String> FORMATS = List.of("vcf", "csv", "json");

  private final Web web;
  private final Api api;
  private final Ledger ledger;
  private final URI origin;

  Browsing(Web web, Api api, Ledger ledger, URI origin) {
    this.web = web;
    this.api = api;
    this.ledger = ledger;
    this.origin = origin;
  }

  void browse(String person) {
    Visit visit = Visit.of(web, api, ledger, person);
    if (!visit.isOpen()) {
      return;
    }
    for (String path : PAGES) {
      opened(visit.page(origin.resolve(path)), person, path);
    }
    for (String format : FORMATS) {
      String path = "/my/contacts/data/contacts." + format;
      Answer answer = visit.page(origin.resolve(path));
      if (opened(answer, person, path)) {
        ledger.write(new Entry.TookOut(answer.when(), person, format));
      }
    }
  }

  private boolean opened(Answer answer, String person, String path) {
    if (!answer.ok() && !GONE.contains(answer.status())) {
      ledger.write(
          new Entry.Refused(
              answer.when(), "GET " + path + " of " + person, answer.status(), answer.text()));
    }
    return answer.ok();
  }
}
