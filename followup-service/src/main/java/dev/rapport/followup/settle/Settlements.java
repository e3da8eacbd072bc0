package dev.rapport.followup.settle;

import com.mongodb.client.model.Filters;
import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.store.FollowUpDocument;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import dev.rapport.messaging.Outgoing;
import dev.rapport.messaging.Publisher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** Owes the others each outcome and answer until the broker has it. */
public final class Settlements {

  private final FollowUps followUps;
  private final Publisher publisher;
  private final Outbox outbox;

  /** Takes the documents that owe. */
  public Settlements(FollowUps followUps, Publisher publisher, MachineClock clock) {
    this.followUps = followUps;
    this.publisher = publisher;
    this.outbox = new Outbox(followUps.documents(), Settlements::messages, publisher, clock);
  }

  /** Sends what these owe. */
  public void send(Collection<UUID> ids) {
    outbox.send(ids);
  }

  /** Says once more how these stand, whether it is owed or not. */
  public void repeat(Collection<UUID> ids) {
    publisher.send(
        followUps
            .documents()
            .find(Filters.in("_id", ids))
            .map(Settlements::messages)
            .into(new ArrayList<>())
            .stream()
            .flatMap(List::stream)
            .toList());
  }

  /** Sends what was left behind; true when there was any. */
  public boolean sweep() {
    return outbox.sweep();
  }

  private static List<Outgoing> messages(Document document) {
    var followUp = FollowUpDocument.read(document);
    var id = followUp.id() + "/" + followUp.rev();
    return List.of(Outgoing.fact(FollowupSettled.TOPIC, followUp.owner(), id, message(followUp)));
  }

  static FollowupSettled message(FollowUp followUp) {
    var settled = followUp.state() instanceof Settled s ? s : null;
    return new FollowupSettled(
        followUp.id(),
        followUp.rev(),
        followUp.event(),
        followUp.owner(),
        followUp.contact(),
        settled == null ? null : settled.outcome().word(),
        settled == null ? null : settled.reason(),
        settled == null ? null : settled.onTime(),
        at(followUp),
        followUp.answer().kind().word(),
        followUp.answer().at(),
        settled == null || settled.channel() == null ? null : settled.channel().word());
  }

  // One that is open again, and was never answered, has no moment of its own but the meeting's.
  private static Instant at(FollowUp followUp) {
    if (followUp.state() instanceof Settled settled) {
      return settled.at();
    }
    Answer answer = followUp.answer();
    return answer.at() == null ? followUp.meeting().reportedAt() : answer.at();
  }
}
