package dev.rapport.system.player;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.ledger.Moment;
import dev.rapport.system.player.Step.Scan;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Uploads scans, singly or in batches, and takes mistakes back. Thread-safe. */
final class Scanner {

  private static final int GONE = 410;

  private final Api api;
  private final Ledger ledger;
  private final Instant midnight;
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();
  private final Map<String, CompletableFuture<String>> reports = new ConcurrentHashMap<>();

  Scanner(Api api, Ledger ledger, Instant midnight) {
    this.api = api;
    this.ledger = ledger;
    this.midnight = midnight;
  }

  void upload(Scan scan) {
    for (int i = 0; i < (scan.twice() ? 2 : 1); i++) {
      ledger.reportSent();
      Answer answer = api.report(body(scan));
      answered(scan, answer.when(), answer.status(), answer.text());
    }
  }

  void upload(List<Scan> scans) {
    scans.forEach(scan -> ledger.reportSent());
    Answer answer = api.reports(scans.stream().map(this::body).toList());
    if (!answer.ok()) {
      ledger.write(
          new Entry.Refused(answer.when(), "POST reports/batch", answer.status(), answer.text()));
      return;
    }
    JsonNode results = answer.json().path("results");
    for (int line = 0; line < scans.size(); line++) {
      JsonNode result = results.path(line);
      answered(scans.get(line), answer.when(), result.path("status").asInt(), result.toString());
    }
    List<Scan> again = scans.stream().filter(Scan::twice).toList();
    if (!again.isEmpty()) {
      upload(again.stream().map(Scanner::once).toList());
    }
  }

  /** Takes a scan back as soon as it is known. */
  void undo(String key) {
    String report = future(key).join();
    if (report.isEmpty()) {
      return;
    }
    Answer answer = api.undo(report);
    if (answer.ok()) {
      ledger.write(new Entry.Undone(answer.when(), report));
    } else if (answer.status() != GONE) {
      ledger.write(
          new Entry.Refused(answer.when(), "DELETE report", answer.status(), answer.text()));
    }
  }

  private void answered(Scan scan, Moment when, int status, String text) {
    ledger.reportAnswered();
    if (status / 100 != 2) {
      future(scan.key()).complete("");
      // People who are being forgotten are gone from one moment to the next.
      if (status != GONE) {
        ledger.write(new Entry.Refused(when, "Report " + scan.key(), status, text));
      } else {
        ledger.write(new Entry.MaybeReported(when, reported(scan, when, scan.key())));
      }
      return;
    }
    String report = new Answer(status, text, when, 1).json().path("report").asString();
    if (accepted.add(report)) {
      ledger.write(reported(scan, when, report));
    } else {
      ledger.write(new Entry.Repeated(when, report));
    }
    future(scan.key()).complete(report);
  }

  private Entry.Reported reported(Scan scan, Moment when, String report) {
    return new Entry.Reported(
        when,
        report,
        scan.reporter(),
        scan.by() == Scan.Target.CONTACT ? scan.target() : null,
        scan.by() == Scan.Target.BADGE ? scan.target() : null,
        midnight.plus(scan.at()),
        scan.virtual());
  }

  private CompletableFuture<String> future(String key) {
    return reports.computeIfAbsent(key, k -> new CompletableFuture<>());
  }

  private Map<String, Object> body(Scan scan) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("key", scan.key());
    body.put("reporter", scan.reporter());
    body.put(scan.by() == Scan.Target.CONTACT ? "contact" : "badge", scan.target());
    body.put("how", scan.virtual() ? "virtual" : "faceToFace");
    body.put("at", midnight.plus(scan.at()).toString());
    return body;
  }

  private static Scan once(Scan scan) {
    return new Scan(
        scan.due(),
        scan.at(),
        scan.key(),
        scan.reporter(),
        scan.by(),
        scan.target(),
        scan.virtual(),
        false);
  }
}
