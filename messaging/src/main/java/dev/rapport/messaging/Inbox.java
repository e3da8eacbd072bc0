package dev.rapport.messaging;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads batches: what can be read goes to the handler, what cannot goes to the dead letters, and
 * only then does the function return and the offsets commit. Whatever the handler throws means
 * "again, all of it, without end".
 *
 * <p>A record that fails alone while its neighbours pass, twice, is parked with the dead letters:
 * no back-off would ever let the others by.
 */
public final class Inbox {

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  /** A batch is looked at record by record from its third failure on. */
  private static final int PATIENCE = 3;

  private final Reader reader;
  private final DeadLetters deadLetters;

  Inbox(Reader reader, DeadLetters deadLetters) {
    this.reader = reader;
    this.deadLetters = deadLetters;
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

    /** Failures by the partition and offset that a batch starts with. */
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    Batches(Contract<T> contract, Consumer<List<Message<T>>> handler) {
      this.contract = contract;
      this.handler = handler;
    }

    @Override
    public void accept(List<ConsumerRecord<byte[], byte[]>> records) {
      var good = new ArrayList<Read<T>>(records.size());
      var bad = new ArrayList<DeadLetters.Letter>();
      for (var record : records) {
        try {
          good.add(new Read<>(record, reader.read(contract, record)));
        } catch (Reader.Unreadable e) {
          bad.add(new DeadLetters.Letter(record, reason(e)));
        }
      }
      deadLetters.send(contract.topic(), bad);
      if (!good.isEmpty()) {
        handle(good);
      }
    }

    private void handle(List<Read<T>> good) {
      var first = good.getFirst().record();
      var start = first.partition() + "@" + first.offset();
      try {
        handler.accept(messages(good));
        failures.remove(start);
      } catch (Throwable e) { // an Error would stop the container for good: it becomes a retry
        var count = failures.merge(start, 1, Integer::sum);
        log.warn(
            "A batch of {} records of {} from {} failed for the {}. time and will be read again.",
            good.size(),
            contract.topic(),
            start,
            count,
            e);
        if (count < PATIENCE || isOfTheSurroundings(e) || !parkedTheBad(good)) {
          // Without the cause: an exception deep inside it could tell the container to skip.
          throw new Again(contract.topic(), start);
        }
        failures.remove(start);
      }
    }

    /** Handles the records one by one; true when all are handled or parked. */
    private boolean parkedTheBad(List<Read<T>> good) {
      var failing = new ArrayList<Read<T>>();
      Read<T> neighbour = null;
      for (var read : good) {
        if (passes(read)) {
          neighbour = read;
        } else {
          failing.add(read);
        }
      }
      if (neighbour == null) {
        return false;
      }
      for (var read : failing) {
        if (passes(read)) {
          continue;
        }
        if (!passes(neighbour)) {
          return false; // not this record's fault
        }
        deadLetters.send(
            contract.topic(),
            List.of(new DeadLetters.Letter(read.record(), "fails alone, its neighbours pass")));
      }
      return true;
    }

    private boolean passes(Read<T> read) {
      try {
        handler.accept(List.of(read.message()));
        return true;
      } catch (Throwable e) { // the same reading as for the whole batch
        if (isOfTheSurroundings(e)) {
          throw new Again(contract.topic(), "record " + read.record().offset());
        }
        log.warn(
            "The record at {}@{} of {} fails alone.",
            read.record().partition(),
            read.record().offset(),
            contract.topic(),
            e);
        return false;
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
