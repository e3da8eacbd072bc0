package dev.rapport.system.player;

import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.player.Attendee.Habit;
import dev.rapport.system.player.Attendee.ListMood;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.Letter;
import dev.rapport.system.world.Page;
import dev.rapport.system.world.Traces;
import dev.rapport.system.world.Web;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people do with their mails: open the link, answer some or all, work through their list, or
 * want no more of them. With the same seed the same person does the same with a day's letter.
 */
final class MailReader {

  private static final int CONFLICT = 409;

  /** How many of those who send something add a line of their own. */
  private static final double WORDY = 0.3;

  /** So many does a popular person write to from a day's list. */
  private static final int FEW = 3;

  /** What can be said where there is nothing to accept, too. */
  private static final Set<Act> PARTS = EnumSet.of(Act.NOT_MET, Act.BLOCK, Act.REPORT);

  private static final Set<Integer> GONE = Set.of(404, 410);

  private final Web web;
  private final Api api;
  private final Ledger ledger;
  private final Script script;
  private final Instant midnight;
  private final Welcoming welcoming;
  private final Map<String, Attendee> byAddress = new HashMap<>();
  private final Set<String> forgotten = new HashSet<>();
  private final AtomicInteger lines = new AtomicInteger();

  MailReader(Web web, Api api, Ledger ledger, Script script, Instant midnight) {
    this.web = web;
    this.api = api;
    this.ledger = ledger;
    this.script = script;
    this.midnight = midnight;
    welcoming = new Welcoming(web, ledger);
    script.cast().forEach(a -> byAddress.put(a.email(), a));
    for (Step step : script.steps()) {
      if (step instanceof Step.Move move) {
        byAddress.put(move.attendee().email(), move.attendee());
      } else if (step instanceof Step.Erase erase) {
        forgotten.add(erase.person());
      }
    }
  }

  /** Acts on a letter the way its reader is. */
  void read(Letter letter) {
    Attendee reader = byAddress.get(letter.recipients().getFirst());
    URI link = letter.link();
    if (reader == null || link == null) {
      return;
    }
    RandomGenerator random = new SplittableRandom(seed(reader, letter));
    if (letter.purpose().equals("welcome")) {
      welcome(reader, link);
    } else if (reader.unsubscribes()) {
      unsubscribe(reader, letter);
    } else if (letter.purpose().equals("invite") && random.nextDouble() < script.answering()) {
      invite(reader, link, random);
    } else if (letter.purpose().equals("list") && reader.listMood() != ListMood.NEVER) {
      list(reader, link, random);
    }
  }

  private void welcome(Attendee reader, URI link) {
    if (reader.is(Habit.ANSWERS_WELCOME)) {
      Answer answer = welcoming.answer(reader, link);
      if (!answer.ok()) {
        refused(reader, "The page behind a welcome", answer);
      }
    }
  }

  /** Nothing in it is new in another run: neither the label, nor ids, nor the date. */
  private long seed(Attendee reader, Letter letter) {
    return Objects.hash(
        script.seed(),
        reader.id().substring(script.label().length()),
        letter.purpose(),
        Duration.between(midnight, letter.date()).toDays());
  }

  private void unsubscribe(Attendee reader, Letter letter) {
    URI where = letter.unsubscribe();
    if (where == null) {
      return;
    }
    Answer answer = web.form(where, "List-Unsubscribe=One-Click");
    if (answer.ok()) {
      ledger.write(new Entry.Unsubscribed(answer.when(), reader.id(), letter.purpose()));
    } else {
      refused(reader, "One click to unsubscribe", answer);
    }
  }

  private void invite(Attendee reader, URI link, RandomGenerator random) {
    // Who is blocked cannot be answered any more.
    List<Page.Item> items =
        open(reader, link).stream().filter(item -> !item.answer().equals("blocked")).toList();
    if (items.size() > 1 && random.nextDouble() < 0.2) {
      // All that are still to be answered, not those that an earlier day's page has shown.
      List<Page.Item> open =
          items.stream().filter(i -> i.answer().equals("none") && i.asks()).toList();
      post(reader, link, open, "all", Act.ACCEPT);
      return;
    }
    for (Page.Item item : items) {
      double x = random.nextDouble();
      Act act = answer(x / 0.8);
      // Where both are willing there is nothing to say, unless it is all a mistake.
      if (x < 0.8 && (item.asks() || PARTS.contains(act))) {
        post(reader, link, List.of(item), item.followUp().toString(), act);
      }
    }
  }

  private static Act answer(double x) {
    return x < 0.7
        ? Act.ACCEPT
        : x < 0.9 ? Act.DECLINE : x < 0.97 ? Act.NOT_MET : x < 0.985 ? Act.BLOCK : Act.REPORT;
  }

  private void list(Attendee reader, URI link, RandomGenerator random) {
    if (reader.listMood() == ListMood.RELEASES) {
      release(reader, link);
      return;
    }
    Map<Act, List<Page.Item>> together = new EnumMap<>(Act.class);
    for (Page.Item item : open(reader, link)) {
      Act act = choice(random.nextDouble());
      boolean skipped = reader.listMood() == ListMood.PARTLY && random.nextBoolean();
      boolean app = random.nextDouble() < 0.2;
      if (!item.state().equals("withOwner") || skipped) {
        continue;
      }
      if (app) {
        byApp(reader, link, item, act);
      } else if (PARTS.contains(act)) {
        post(reader, link, List.of(item), item.followUp().toString(), act);
      } else {
        together.computeIfAbsent(act, a -> new ArrayList<>()).add(item);
      }
    }
    boolean wordy = random.nextDouble() < WORDY;
    together.forEach(
        (act, items) -> {
          if (act == Act.SEND) {
            send(reader, link, items, wordy);
          } else {
            postTogether(reader, link, items, act, "");
          }
        });
  }

  /** Whoever cannot be written to by us is written to by the owner. */
  private void send(Attendee reader, URI link, List<Page.Item> items, boolean wordy) {
    String mark = wordy ? Traces.WORDS + reader.id() + "-" + lines.incrementAndGet() : "";
    Set<UUID> wanted = items.stream().map(Page.Item::followUp).collect(Collectors.toSet());
    List<Page.Item> left =
        postTogether(reader, link, items, Act.SEND, mark).stream()
            .filter(i -> i.state().equals("withOwner") && wanted.contains(i.followUp()))
            .toList();
    if (!left.isEmpty()) {
      postTogether(reader, link, left, Act.DONE, "");
    }
  }

  /** Nobody presses a button for each of twenty people with whom they do the same. */
  private List<Page.Item> postTogether(
      Attendee reader, URI link, List<Page.Item> items, Act act, String mark) {
    String which = items.size() == 1 ? items.getFirst().followUp().toString() : "all";
    return post(reader, link, items, which, act, mark);
  }

  /** Popular people write to a few and let the others go. */
  private void release(Attendee reader, URI link) {
    List<Page.Item> open =
        open(reader, link).stream().filter(i -> i.state().equals("withOwner")).toList();
    int few = Math.min(FEW, open.size());
    for (Page.Item item : open.subList(0, few)) {
      send(reader, link, List.of(item), false);
    }
    if (few < open.size()) {
      postTogether(reader, link, open.subList(few, open.size()), Act.WAIVE, "");
    }
  }

  private static Act choice(double x) {
    return x < 0.45
        ? Act.SEND
        : x < 0.75 ? Act.DONE : x < 0.94 ? Act.WAIVE : x < 0.98 ? Act.NOT_MET : Act.BLOCK;
  }

  /** Some use the platform's app instead of the page. */
  private void byApp(Attendee reader, URI link, Page.Item item, Act act) {
    Answer answer = api.act(reader.id(), item.followUp(), act);
    if (answer.ok()) {
      write(answer, reader, item, act, answer.json().path("outcome").asString(""), true);
    } else if (act == Act.SEND && answer.status() == CONFLICT) {
      byApp(reader, link, item, Act.DONE);
    } else {
      notTaken(reader, link, List.of(item), act, answer);
    }
  }

  private List<Page.Item> open(Attendee reader, URI link) {
    Answer answer = shown(reader, web.page(link));
    if (!answer.ok()) {
      refused(reader, "GET the page behind a mail's link", answer);
      return List.of();
    }
    return Page.read(answer.text()).items();
  }

  private void post(Attendee reader, URI link, List<Page.Item> items, String which, Act act) {
    post(reader, link, items, which, act, "");
  }

  /**
   * Answers what the page shows after it.
   *
   * @param mark of a line of the reader's own, or empty
   */
  private List<Page.Item> post(
      Attendee reader, URI link, List<Page.Item> items, String which, Act act, String mark) {
    String words = mark.isEmpty() ? "" : "&words=It+was+good+to+meet+you:+" + mark;
    Answer answer =
        shown(
            reader,
            web.form(
                link, "item=" + which + "&shown=" + ids(items) + "&act=" + act.word() + words));
    if (!answer.ok()) {
      notTaken(reader, link, items, act, answer);
      return List.of();
    }
    if (!mark.isEmpty()) {
      Set<UUID> about = items.stream().map(Page.Item::followUp).collect(Collectors.toSet());
      ledger.write(new Entry.Worded(answer.when(), reader.id(), about, mark));
    }
    Map<UUID, Page.Item> after = new HashMap<>();
    Page.read(answer.text()).items().forEach(item -> after.put(item.followUp(), item));
    for (Page.Item item : items) {
      Page.Item shown = after.get(item.followUp());
      if (shown == null) {
        write(answer, reader, item, act, "", false);
      } else if (took(act, shown)) {
        write(answer, reader, item, act, shown.outcome(), true);
      } else {
        notTaken(reader, link, List.of(item), act, answer);
      }
    }
    return List.copyOf(after.values());
  }

  private Answer shown(Attendee reader, Answer answer) {
    ledger.write(new Entry.Shown(answer.when(), reader.id(), "a", Traces.in(answer.text())));
    return answer;
  }

  private static String ids(List<Page.Item> items) {
    return items.stream().map(i -> i.followUp().toString()).collect(Collectors.joining(","));
  }

  /** An act has been taken when the page says so. */
  private static boolean took(Act act, Page.Item shown) {
    return switch (act) {
      case ACCEPT -> shown.answer().equals("accepted");
      case DECLINE -> shown.answer().equals("declined");
      case BLOCK, REPORT -> shown.answer().equals("blocked");
      case NOT_MET -> shown.answer().equals("notMet");
      case DONE -> shown.outcome().equals("done");
      case WAIVE -> shown.outcome().equals("waived");
      case SEND -> !shown.state().equals("withOwner");
    };
  }

  /**
   * What was possible when the page was opened may be so no longer; then the page has changed.
   * Whether somebody may be written to is not on it.
   */
  private void notTaken(Attendee reader, URI link, List<Page.Item> items, Act act, Answer answer) {
    if (answer.tries() > 1) {
      // An earlier try may have worked.
      items.forEach(item -> write(answer, reader, item, act, "", false));
    }
    boolean mayNotSend = act == Act.SEND && (answer.ok() || answer.status() == CONFLICT);
    if (!mayNotSend && open(reader, link).stream().anyMatch(items::contains)) {
      refused(reader, "POST " + act.word(), answer);
    }
  }

  /** People who are being forgotten are gone from one moment to the next. */
  private void refused(Attendee reader, String call, Answer answer) {
    if (!forgotten.contains(reader.id()) || !GONE.contains(answer.status())) {
      ledger.write(
          new Entry.Refused(
              answer.when(), call + " by " + reader.id(), answer.status(), words(answer)));
    }
  }

  /** What a page says, without its tags and its style. */
  private static String words(Answer answer) {
    String text = answer.text().replaceAll("(?s)<style.*?</style>|<[^>]*>", " ");
    String line = text.replaceAll("\\s+", " ").strip();
    return line.substring(0, Math.min(line.length(), 200));
  }

  private void write(
      Answer answer, Attendee reader, Page.Item item, Act act, String outcome, boolean sure) {
    @Nullable String told = outcome.isEmpty() ? null : outcome;
    ledger.write(new Entry.Acted(answer.when(), reader.id(), item.followUp(), act, told, sure));
  }
}
