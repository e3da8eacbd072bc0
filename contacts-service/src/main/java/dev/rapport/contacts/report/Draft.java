package dev.rapport.contacts.report;

import dev.rapport.access.Problem;
import dev.rapport.contacts.meeting.Pair;
import dev.rapport.contacts.meeting.Report;
import dev.rapport.contacts.report.ReportBodies.ReportView;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request's way through: named, then answered once. It is open until it has its outcome.
 *
 * <p>Not a record: it is the one place in which a request's answer is worked out step by step.
 */
final class Draft {

  /** What the client is told. */
  sealed interface Outcome {

    /** Taken, by this request (201) or one before it (200). */
    record Taken(int status, ReportView view) implements Outcome {}

    /** Not taken. */
    record Refused(Problem problem) implements Outcome {}
  }

  /**
   * Who and what a request names.
   *
   * @param contact whom they met, or null while the badge is unknown
   * @param badge the code as the roster keeps it, or null when the contact was named
   */
  record Named(
      UUID id,
      UUID event,
      UUID reporter,
      @Nullable UUID contact,
      @Nullable UUID badge,
      UUID body,
      UUID token) {}

  private final ReportRequest request;
  private final Instant arrived;
  private final Named named;
  private @Nullable Outcome outcome;

  Draft(ReportRequest request, Instant arrived, Named named) {
    this.request = request;
    this.arrived = arrived;
    this.named = named;
  }

  ReportRequest request() {
    return request;
  }

  UUID id() {
    return named.id();
  }

  UUID reporter() {
    return named.reporter();
  }

  @Nullable UUID contact() {
    return named.contact();
  }

  boolean isOpen() {
    return outcome == null;
  }

  Outcome outcome() {
    return Objects.requireNonNull(outcome, "every draft is answered");
  }

  void refuse(Problem problem) {
    outcome = new Outcome.Refused(problem);
  }

  /** Answers by the entry that stands under this id; one of an erased person has no body. */
  void answer(@Nullable UUID body, @Nullable UUID token, ReportView view) {
    if (named.body().equals(body)) {
      outcome = new Outcome.Taken(named.token().equals(token) ? 201 : 200, view);
    } else {
      refuse(Admission.keyReused());
    }
  }

  /** Answers a second line with the id of an earlier one of the same request. */
  void sameAs(Draft first) {
    if (!first.named.body().equals(named.body())) {
      refuse(Admission.keyReused());
      return;
    }
    outcome =
        switch (first.outcome()) {
          case Outcome.Taken taken -> new Outcome.Taken(200, taken.view());
          case Outcome.Refused refused -> refused;
        };
  }

  Report report(UUID contact) {
    return new Report(
        named.id(),
        named.event(),
        Pair.of(named.reporter(), contact),
        named.reporter(),
        request.how(),
        request.at(),
        arrived,
        named.body(),
        named.token(),
        request.trace());
  }

  Scan scan() {
    return new Scan(
        named.id(),
        named.event(),
        named.reporter(),
        Objects.requireNonNull(named.badge(), "only a badge can be unknown"),
        request.how(),
        request.at(),
        arrived,
        named.body(),
        named.token(),
        Scan.State.waiting);
  }

  /** The outcome as a metric's tag. */
  String result() {
    return switch (outcome()) {
      case Outcome.Taken taken -> taken.status() == 201 ? "created" : "repeated";
      case Outcome.Refused refused -> refused.problem().slug();
    };
  }
}
