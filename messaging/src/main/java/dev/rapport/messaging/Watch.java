package dev.rapport.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows what stands in the database as gauges: how much there is, and for how long the oldest has
 * waited. It is looked up now and then and shown at each scrape, so that no scrape waits for a
 * database that is away, and an age goes on growing meanwhile.
 *
 * <p>Every instance of a service looks at the same documents and shows the same: whoever reads
 * these gauges takes the largest of all instances, not their sum.
 */
public final class Watch {

  /** Looks up since when, in machine time, the oldest has waited. */
  @FunctionalInterface
  public interface Oldest {
    /** Returns that moment, or null when nothing waits. */
    @Nullable Instant since();
  }

  private final MeterRegistry meters;
  private final MachineClock clock;
  private final Counter failures;
  private final List<Runnable> looks = new CopyOnWriteArrayList<>();

  Watch(MeterRegistry meters, MachineClock clock) {
    this.meters = meters;
    this.clock = clock;
    this.failures =
        Counter.builder("rapport.looks.failed")
            .description("Looks at the database that failed: what they show is as it was before")
            .register(meters);
  }

  /** Shows a number as a gauge. */
  public void number(String name, Tags tags, String description, LongSupplier number) {
    var shown = new Many(number);
    looks.add(rested(shown::look));
    Gauge.builder(name, shown, n -> n.value).tags(tags).description(description).register(meters);
  }

  /** Shows the age of the oldest as a gauge in seconds, 0 when there is none. */
  public void age(String name, Tags tags, String description, Oldest oldest) {
    var age = new Age(oldest);
    looks.add(age::look); // one document of an index: who rested would show the age of what is gone
    Gauge.builder(name, age, Age::seconds)
        .tags(tags)
        .description(description)
        .baseUnit("seconds")
        .register(meters);
  }

  /** A look that costs much is taken less often. */
  private Runnable rested(Runnable look) {
    var cycle = new DutyCycle(clock);
    return () -> {
      if (cycle.isRested()) {
        var began = clock.now();
        look.run();
        cycle.worked(began);
      }
    };
  }

  /** Looks everything up, also what comes after one that fails; false: its loop always pauses. */
  boolean look() {
    RuntimeException failed = null;
    for (var look : looks) {
      try {
        look.run();
      } catch (RuntimeException e) {
        failures.increment();
        if (failed == null) {
          failed = e;
        } else {
          failed.addSuppressed(e);
        }
      }
    }
    if (failed != null) {
      throw failed;
    }
    return false;
  }

  private static final class Many {

    private final LongSupplier supplier;
    private volatile long value;

    Many(LongSupplier supplier) {
      this.supplier = supplier;
    }

    void look() {
      value = supplier.getAsLong();
    }
  }

  private final class Age {

    private final Oldest oldest;
    private volatile @Nullable Instant since;

    Age(Oldest oldest) {
      this.oldest = oldest;
    }

    void look() {
      since = oldest.since();
    }

    double seconds() {
      var from = since;
      return from == null
          ? 0
          : Math.max(0, Duration.between(from, clock.now()).toMillis() / 1_000.0);
    }
  }
}
