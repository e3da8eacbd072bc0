package dev.rapport.system.checker;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.ledger.Purpose;
import dev.rapport.system.world.Traces;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every mail and every page that the player saw is searched for where others can be reached, and
 * for notes. A reader may see their own, and whoever shared it with those whom they agreed with.
 */
final class RevealRules {

  private final Story story;
  private final Observation seen;
  private final Findings findings;
  private final Ledger ledger;
  private final Map<String, String> notes = new HashMap<>();
  private final Map<String, Way> ways = new HashMap<>();
  private final Map<String, Entry.Worded> lines = new HashMap<>();

  /** A way to somebody, and by which consent it is shared. */
  private record Way(PersonStory to, Purpose sharedBy) {}

  RevealRules(Story story, Observation seen, Ledger ledger, Findings findings) {
    this.story = story;
    this.seen = seen;
    this.findings = findings;
    this.ledger = ledger;
    ledger.all(Entry.Noted.class).forEach(n -> notes.put(Traces.plain(n.mark()), n.person()));
    ledger.all(Entry.Worded.class).forEach(w -> lines.put(Traces.plain(w.mark()), w));
    ledger
        .all(Entry.Reachable.class)
        .forEach(
            r ->
                r.by()
                    .forEach(
                        (purpose, traces) ->
                            traces.forEach(
                                t -> put(t, new Way(story.person(r.person()), purpose)))));
  }

  private void put(String trace, Way way) {
    ways.put(Traces.plain(trace), way);
  }

  private @Nullable Way way(String trace) {
    PersonStory withAddress = story.withAddress(trace);
    return withAddress == null ? ways.get(trace) : new Way(withAddress, Purpose.SHARE_EMAIL);
  }

  void judge() {
    for (MailSeen mail : seen.mails()) {
      PersonStory reader = story.withAddress(mail.recipients().getFirst());
      if (reader != null) {
        judge("Mail " + mail.messageId(), reader, mail.traces(), false, mail.arrived());
      }
    }
    ledger
        .all(Entry.Shown.class)
        .forEach(
            page ->
                judge(
                    "A page under /" + page.door(),
                    story.person(page.person()),
                    page.traces(),
                    page.door().equals(NOTEBOOK),
                    page.when().answered()));
  }

  /** Where people read their own notes, and nobody else's. */
  private static final String NOTEBOOK = "my/contacts";

  private void judge(
      String what, PersonStory reader, Set<String> traces, boolean notebook, Instant when) {
    findings.checked(Manner.NOTHING_REVEALED);
    for (String trace : traces) {
      String author = notes.get(trace);
      Way way = way(trace);
      Entry.Worded line = lines.get(trace);
      if (author != null && !(notebook && author.equals(reader.name))) {
        object("%s shows %s a note of %s.".formatted(what, reader.name, author));
      } else if (line != null && !isFor(line, reader)) {
        object(
            "%s shows %s a line that %s wrote to others."
                .formatted(what, reader.name, line.person()));
      } else if (way != null && way.to != reader && !isShared(way, reader, when)) {
        object(
            "%s shows %s a way to %s, who had not shared it (%s)."
                .formatted(what, reader.name, way.to.name, way.sharedBy.word()));
      }
    }
  }

  /** Its author, and those to whom it was sent. */
  private boolean isFor(Entry.Worded line, PersonStory reader) {
    return line.person().equals(reader.name)
        || line.followUps().stream()
            .map(story::followUp)
            .anyMatch(f -> f != null && f.contact().equals(reader.id));
  }

  private boolean isShared(Way way, PersonStory reader, Instant when) {
    return way.to.yes(way.sharedBy, when) == PersonStory.Yes.GIVEN
        && story.agreed(way.to, reader, when);
  }

  private void object(String sentence) {
    findings.violated(Manner.NOTHING_REVEALED, new Objection.Revealed(sentence));
  }
}
