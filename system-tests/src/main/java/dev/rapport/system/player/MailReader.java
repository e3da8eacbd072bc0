package dev.rapport.system.player;

import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.player.Attendee.ListMood;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.Letter;
import dev.rapport.system.world.Page;
import dev.rapport.system.world.Web;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * What people do with their mails: open the link, answer some or all, work through their list. The
 * same person does the same with the same letter, whenever it comes.
 */
final class MailReader {

  private final Web web;
  private final Api api;
  private final Ledger ledger;
  private final double answering;
  private final Map<String, Attendee> byAddress = new HashMap<>();

  MailReader(Web web, Api api, Ledger ledger, Script script) {
    this.web = web;
    this.api = api;
    this.ledger = ledger;
    this.answering = script.answering();
    script.cast().forEach(a -> byAddress.put(a.email(), a));
  }

  /** Acts on a letter the way its reader is. */
  void read(Letter letter) {
    Attendee reader = byAddress.get(letter.recipients().getFirst());
    URI link = letter.link();
    if (reader == null || link == null) {
      return;
    }
    Random random = new Random(letter.messageId().hashCode());
    if (letter.purpose().equals("invite") && random.nextDouble() < answering) {
      invite(reader, link, random);
    } else if (letter.purpose().equals("list") && reader.listMood() != ListMood.NEVER) {
      list(reader, link, random);
    }
  }

  private void invite(Attendee reader, URI link, Random random) {
    List<Page.Item> items = open(link);
    if (items.size() > 1 && random.nextDouble() < 0.2) {
      post(reader, link, items, "all", Act.ACCEPT);
      return;
    }
    for (Page.Item item : items) {
      double x = random.nextDouble();
      if (x < 0.8) {
        post(reader, link, List.of(item), item.followUp().toString(), answer(x / 0.8));
      }
    }
  }

  private static Act answer(double x) {
    return x < 0.7 ? Act.ACCEPT : x < 0.9 ? Act.DECLINE : x < 0.97 ? Act.NOT_MET : Act.BLOCK;
  }

  private void list(Attendee reader, URI link, Random random) {
    for (Page.Item item : open(link)) {
      Act act = choice(random.nextDouble());
      boolean skipped = reader.listMood() == ListMood.PARTLY && random.nextBoolean();
      boolean app = random.nextDouble() < 0.2;
      if (!item.state().equals("withOwner") || skipped) {
        continue;
      }
      if (app) {
        byApp(reader, item.followUp(), act);
      } else {
        post(reader, link, List.of(item), item.followUp().toString(), act);
      }
    }
  }

  private static Act choice(double x) {
    return x < 0.45
        ? Act.SEND
        : x < 0.75 ? Act.DONE : x < 0.94 ? Act.WAIVE : x < 0.98 ? Act.NOT_MET : Act.BLOCK;
  }

  /** Some use the platform's app instead of the page. */
  private void byApp(Attendee reader, UUID followUp, Act act) {
    Answer answer = api.act(reader.id(), followUp, act);
    // Refused after a retry, an earlier try may have worked.
    if (answer.ok() || answer.tries() > 1) {
      String outcome = answer.ok() ? answer.json().path("outcome").asString("") : "";
      write(answer, reader, followUp, act, outcome);
    }
  }

  private List<Page.Item> open(URI link) {
    Answer answer = web.page(link);
    return answer.ok() ? Page.read(answer.text()).items() : List.of();
  }

  private void post(Attendee reader, URI link, List<Page.Item> items, String which, Act act) {
    Answer answer = web.form(link, "item=" + which + "&act=" + act.word());
    Map<UUID, Page.Item> after = new HashMap<>();
    if (answer.ok()) {
      Page.read(answer.text()).items().forEach(item -> after.put(item.followUp(), item));
    }
    for (Page.Item item : items) {
      Page.Item shown = after.get(item.followUp());
      if (shown == null ? answer.ok() || answer.tries() > 1 : took(act, shown)) {
        write(answer, reader, item.followUp(), act, shown == null ? "" : shown.outcome());
      }
    }
  }

  /** An answer has been taken when the page says so; anything else by the call's answer. */
  private static boolean took(Act act, Page.Item shown) {
    return switch (act) {
      case ACCEPT -> shown.answer().equals("accepted");
      case DECLINE -> shown.answer().equals("declined");
      case BLOCK -> shown.answer().equals("blocked");
      case NOT_MET, DONE, SEND, WAIVE -> true;
    };
  }

  private void write(Answer answer, Attendee reader, UUID followUp, Act act, String outcome) {
    ledger.write(
        new Entry.Acted(
            answer.when(), reader.id(), followUp, act, outcome.isEmpty() ? null : outcome));
  }
}
