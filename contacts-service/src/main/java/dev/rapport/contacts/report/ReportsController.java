package dev.rapport.contacts.report;

import dev.rapport.access.Bulk;
import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.contacts.person.RefusesTheErased;
import dev.rapport.contacts.report.Draft.Outcome;
import dev.rapport.contacts.report.ReportBodies.BatchBody;
import dev.rapport.contacts.report.ReportBodies.ReportBody;
import dev.rapport.contacts.report.ReportBodies.ReportView;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Trails;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports of meetings: scans, clicks, and their undoing. */
@RestController
@RequestMapping("/organisers/{organiser}/events/{event}/reports")
class ReportsController {

  private final Ids ids;
  private final Bulk bulk;
  private final Reporting reporting;
  private final Together together;
  private final Undoing undoing;
  private final Trails trails;

  ReportsController(
      Ids ids, Bulk bulk, Reporting reporting, Together together, Undoing undoing, Trails trails) {
    this.trails = trails;
    this.ids = ids;
    this.bulk = bulk;
    this.reporting = reporting;
    this.together = together;
    this.undoing = undoing;
  }

  @PostMapping
  @ApiResponse(responseCode = "200", description = "The same report was taken before")
  @ApiResponse(responseCode = "201", description = "Taken")
  @ApiResponse(
      responseCode = "409",
      description = "The key stands for another report, or the event is cancelled")
  @RefusesTheErased
  ResponseEntity<ReportView> report(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @RequestBody ReportBody body) {
    var request = read(caller, organiser, body);
    return switch (together.take(event(organiser, event), request)) {
      case Outcome.Taken taken -> ResponseEntity.status(taken.status()).body(taken.view());
      case Outcome.Refused refused -> throw refused.problem();
    };
  }

  @PostMapping("/batch")
  @ApiResponse(responseCode = "200", description = "An answer for each line")
  Bulk.Results<ReportView> batch(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @RequestBody BatchBody body) {
    if (caller.person() == null) {
      caller.mayActFor(organiser);
    }
    var id = event(organiser, event);
    var lines = bulk.read(body.reports(), "reports", ReportBody.class);
    var results = new ArrayList<Bulk.Result<ReportView>>(lines.size());
    var requests = new ArrayList<ReportRequest>();
    var numbers = new ArrayList<Integer>();
    for (var line : lines) {
      switch (readLine(caller, organiser, line)) {
        case Read.Good good -> {
          requests.add(good.request());
          numbers.add(line.number());
        }
        case Read.Bad bad -> results.add(Bulk.Result.refused(line.number(), bad.problem()));
      }
    }
    var outcomes = reporting.take(id, requests);
    for (var index = 0; index < outcomes.size(); index++) {
      results.add(Reporting.line(numbers.get(index), outcomes.get(index)));
    }
    results.sort(java.util.Comparator.comparingInt(Bulk.Result::line));
    return new Bulk.Results<>(results);
  }

  // A pattern, for "batch" is no report.
  @DeleteMapping("/{report:[0-9a-fA-F-]{36}}")
  @ApiResponse(responseCode = "200", description = "Undone, now or before")
  @RefusesTheErased
  ReportView undo(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @PathVariable UUID report) {
    if (caller.person() == null) {
      caller.mayActFor(organiser);
    }
    return undoing.undo(caller, organiser, event(organiser, event), report);
  }

  private sealed interface Read {
    record Good(ReportRequest request) implements Read {}

    record Bad(Problem problem) implements Read {}
  }

  private Read readLine(Caller caller, String organiser, Bulk.Line<ReportBody> line) {
    var problem = line.problem();
    if (problem != null) {
      return new Read.Bad(problem);
    }
    try {
      return new Read.Good(read(caller, organiser, Fields.required("line", line.value())));
    } catch (Problem e) {
      return new Read.Bad(e);
    }
  }

  private ReportRequest read(Caller caller, String organiser, ReportBody body) {
    var request = body.read();
    caller.mayReport(organiser, request.reporter());
    return request.tracedBy(trails.current());
  }

  private UUID event(String organiser, String event) {
    return ids.of(
        "event", Fields.externalId("organiser", organiser), Fields.externalId("event", event));
  }
}
