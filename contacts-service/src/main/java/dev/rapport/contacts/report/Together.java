package dev.rapport.contacts.report;

import com.mongodb.MongoException;
import dev.rapport.contacts.report.Draft.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes single reports that come in at the same moment in one go (a group commit): a write that
 * waits for a majority costs the database 0.7 ms when it is alone and 0.1 ms among others. Whoever
 * finds nobody at work takes what is there; the others' answers are ready when they get in. A
 * request that is alone waits for nobody.
 */
final class Together {

  private static final int MOST_AT_ONCE = 500;

  private final BiFunction<UUID, List<ReportRequest>, List<Outcome>> take;
  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock atWork = new ReentrantLock();

  /**
   * @param take takes requests of one event, and returns an outcome for each, in order
   */
  Together(BiFunction<UUID, List<ReportRequest>, List<Outcome>> take) {
    this.take = take;
  }

  /** One request until it is answered; what is in it is only touched by whoever is at work. */
  private static final class Waiting {
    private final UUID event;
    private final ReportRequest request;
    private @Nullable Outcome outcome;
    private @Nullable RuntimeException failure;

    Waiting(UUID event, ReportRequest request) {
      this.event = event;
      this.request = request;
    }

    boolean isAnswered() {
      return outcome != null || failure != null;
    }
  }

  /** Returns the request's outcome, or throws what taking it threw. */
  Outcome take(UUID event, ReportRequest request) {
    var mine = new Waiting(event, request);
    queue.add(mine);
    atWork.lock();
    try {
      while (!mine.isAnswered()) {
        answerSome();
      }
    } finally {
      atWork.unlock();
    }
    if (mine.outcome == null) {
      throw Objects.requireNonNull(mine.failure);
    }
    return mine.outcome;
  }

  /** How many nobody has taken up yet. */
  int waiting() {
    return queue.size();
  }

  private void answerSome() {
    var byEvent = new LinkedHashMap<UUID, List<Waiting>>();
    for (var taken = 0; taken < MOST_AT_ONCE; taken++) {
      var waiting = queue.poll();
      if (waiting == null) {
        break;
      }
      byEvent.computeIfAbsent(waiting.event, event -> new ArrayList<>()).add(waiting);
    }
    byEvent.values().forEach(this::answer);
  }

  private void answer(List<Waiting> group) {
    try {
      var outcomes =
          take.apply(group.getFirst().event, group.stream().map(one -> one.request).toList());
      for (var i = 0; i < group.size(); i++) {
        group.get(i).outcome = outcomes.get(i);
      }
    } catch (MongoException e) {
      // The database is away for all of them; each trying by itself would only wait in a row.
      group.forEach(one -> one.failure = e);
    } catch (RuntimeException e) {
      if (group.size() == 1) {
        group.getFirst().failure = e;
      } else {
        // Nobody fails for a neighbour: each by itself. What was written meanwhile is a repeat.
        group.forEach(one -> answer(List.of(one)));
      }
    }
  }
}
