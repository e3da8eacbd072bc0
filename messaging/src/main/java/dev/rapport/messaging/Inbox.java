package dev.rapport.messaging;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads batches: what can be read goes to the handler, what cannot goes to the dead letters, and
 * only then does the function return and the offsets commit. Whatever the handler throws means
 * "again, all of it, without end".
 *
 * <p>A record that fails alone while its neighbours pass, twice, is parked with the dead letters:
 * no back-off would ever let the others by. Where none passes there is nothing to compare with:
 * then only the first is parked, after many failures of which none can be blamed on the database,
 * the broker or the machine; a mistake of ours that fails every record empties no topic that way.
 */
public final class Inbox {

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  /** A batch is looked at record by record from its third failure on. */
  private static final int PATIENCE = 3;

  /** The first of a batch in which none passes is parked from this failure on, after 20 s. */
  private static final int LONG_PATIENCE = 10;

  private final Reader reader;
  private final DeadLetters deadLetters;
  private final Waits waits;

  Inbox(Reader reader, DeadLetters deadLetters, Waits waits) {
    this.reader = reader;
    this.deadLetters = deadLetters;
    this.waits = waits;
  }

  /** The function behind a binding of Spring Cloud Stream; the handler repeats harmlessly. */
  public <T> Consumer<List<ConsumerRecord<byte[], byte[]>>> batch(
      Contract<T> contract, Consumer<List<Message<T>>> handler) {
    return new Batches<>(contract, handler);
  }

  private record Read<T>(ConsumerRecord<byte[], byte[]> record, Message<T> message) {}

  private final class Batches<T> implements Consumer<List<ConsumerRecord<byte[], byte[]>>> {

    private final Contract<T> contract;
    private final Consumer<List<Message<T>>> handler;
    private final Waits.Topic waiting;

    /** Failures by the partition and offset that a batch starts with, those of others left out. */
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    /** What is parked already, although its batch is read again. */
    private final Set<String> parked = ConcurrentHashMap.newKeySet();

    Batches(Contract<T> contract, Consumer<List<Message<T>>> handler) {
      this.contract = contract;
      this.handler = handler;
      this.waiting = waits.of(contract.topic());
      deadLetters.expect(contract.topic());
    }

    @Override
    public void accept(List<ConsumerRecord<byte[], byte[]>> records) {
      waiting.begun(records);
      var good = new ArrayList<Read<T>>(records.size());
      var bad = new ArrayList<DeadLetters.Letter>();
      for (var record : records) {
        if (parked.contains(place(record))) {
          continue;
        }
        try {
          good.add(new Read<>(record, reader.read(contract, record)));
        } catch (Reader.Unreadable e) {
          bad.add(new DeadLetters.Letter(record, reason(e)));
        }
      }
      park(bad);
      if (!good.isEmpty()) {
        handle(good);
      }
      records.forEach(record -> parked.remove(place(record)));
      waiting.handled(records);
    }

    private void handle(List<Read<T>> good) {
      var start = place(good.getFirst().record());
      try {
        handler.accept(messages(good));
      } catch (Throwable e) { // an Error would stop the container for good: it becomes a retry
        log.warn(
            "A batch of {} records of {} from {} failed and will be read again.",
            good.size(),
            contract.topic(),
            start,
            e);
        if (isOfTheSurroundings(e) || !parkedTheBad(good, failures.merge(start, 1, Integer::sum))) {
          // Without the cause: an exception deep inside it could tell the container to skip.
          throw new Again(contract.topic(), start);
        }
      }
      failures.remove(start);
    }

    /** Handles the records one by one; true when all are handled or parked. */
    private boolean parkedTheBad(List<Read<T>> good, int count) {
      if (count < PATIENCE) {
        return false;
      }
      var failing = new ArrayList<Read<T>>();
      Read<T> neighbour = null;
      for (var read : good) {
        if (failure(read) == null) {
          neighbour = read;
        } else {
          failing.add(read);
        }
      }
      if (neighbour == null) {
        return count >= LONG_PATIENCE && parkedTheFirst(good);
      }
      for (var read : failing) {
        if (failure(read) == null) {
          continue;
        }
        if (failure(neighbour) != null) {
          return false; // not this record's fault
        }
        park(List.of(letter(read, "fails alone, its neighbours pass")));
      }
      return true;
    }

    /** True when that was all; the others are read again without it. */
    private boolean parkedTheFirst(List<Read<T>> good) {
      var first = good.getFirst();
      var failure = failure(first);
      if (failure != null && isItsOwn(failure)) {
        park(List.of(letter(first, "fails again and again")));
        return good.size() == 1;
      }
      return false;
    }

    private void park(List<DeadLetters.Letter> letters) {
      deadLetters.send(contract.topic(), letters);
      letters.forEach(letter -> parked.add(place(letter.record())));
    }

    private DeadLetters.Letter letter(Read<T> read, String reason) {
      return new DeadLetters.Letter(read.record(), reason);
    }

    private @Nullable Throwable failure(Read<T> read) {
      try {
        handler.accept(List.of(read.message()));
        return null;
      } catch (Throwable e) { // the same reading as for the whole batch
        if (isOfTheSurroundings(e)) {
          throw new Again(contract.topic(), "record " + read.record().offset());
        }
        log.warn("The record at {} of {} fails alone.", place(read.record()), contract.topic(), e);
        return e;
      }
    }

    private List<Message<T>> messages(List<Read<T>> good) {
      return good.stream().map(Read::message).toList();
    }
  }

  /**
   * Whether the database or the broker is away. Then some records may still pass, those that need
   * neither, and that says nothing about the others.
   */
  private static boolean isOfTheSurroundings(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case MongoWriteException e -> {} // the database answered, and it was about the data
        case MongoBulkWriteException e -> {}
        case MongoCommandException e -> {}
        case MongoException e -> {
          return true;
        }
        case NotSent e -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /**
   * Whether a failure without a neighbour to compare with must be the record's own fault. Then not
   * even what the database says about data counts: it says the same when its disk is full.
   */
  private static boolean isItsOwn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var others =
          cause instanceof MongoException
              || cause instanceof NotSent
              || (cause instanceof Error && !(cause instanceof StackOverflowError));
      if (others) {
        return false;
      }
    }
    return true;
  }

  private static String place(ConsumerRecord<?, ?> record) {
    return record.partition() + "@" + record.offset();
  }

  private static String reason(Reader.Unreadable e) {
    return e.getMessage() == null ? "unreadable" : e.getMessage();
  }

  /** Tells the container to deliver the batch again. */
  static final class Again extends RuntimeException {

    private static final long serialVersionUID = 1;

    Again(String topic, String start) {
      super("A batch of %s from %s is to be read again".formatted(topic, start));
    }
  }
}
