package dev.rapport.system.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Everything that was acknowledged, in the order in which it was written down. Thread-safe. */
public final class Ledger {

  private final List<Entry> entries = new ArrayList<>();
  private final AtomicLong reportsSent = new AtomicLong();
  private final AtomicLong reportsAnswered = new AtomicLong();

  public Ledger() {}

  /** A ledger that holds these entries. */
  public Ledger(List<Entry> entries) {
    this.entries.addAll(entries);
  }

  public synchronized void write(Entry entry) {
    entries.add(entry);
  }

  /**
   * Counts a report that goes out, whatever is answered: repeats with the same key too, calls that
   * are made again because nobody answered not.
   */
  public void reportSent() {
    reportsSent.incrementAndGet();
  }

  public long reportsSent() {
    return reportsSent.get();
  }

  /** Counts a report that was answered, whatever the answer. */
  public void reportAnswered() {
    reportsAnswered.incrementAndGet();
  }

  public long reportsAnswered() {
    return reportsAnswered.get();
  }

  /** The entries so far. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The entries of one kind so far. */
  public <T extends Entry> Stream<T> all(Class<T> kind) {
    return entries().stream().filter(kind::isInstance).map(kind::cast);
  }
}
