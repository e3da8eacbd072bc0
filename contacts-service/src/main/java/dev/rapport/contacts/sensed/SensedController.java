package dev.rapport.contacts.sensed;

import dev.rapport.access.Bulk;
import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.contacts.sensed.SensedBodies.BatchBody;
import dev.rapport.contacts.sensed.SensedBodies.Interval;
import dev.rapport.contacts.sensed.SensedBodies.IntervalBody;
import dev.rapport.contacts.sensed.SensedBodies.SensedView;
import dev.rapport.messaging.Ids;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Comparator;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Raw intervals of badge sensors. */
@RestController
class SensedController {

  private final Ids ids;
  private final Bulk bulk;
  private final Sensing sensing;

  SensedController(Ids ids, Bulk bulk, Sensing sensing) {
    this.ids = ids;
    this.bulk = bulk;
    this.sensing = sensing;
  }

  @PostMapping("/organisers/{organiser}/events/{event}/sensed")
  @ApiResponse(
      responseCode = "200",
      description = "An answer for each line; the same lines again add nothing")
  Bulk.Results<SensedView> sensed(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @RequestBody BatchBody body) {
    caller.mustBePlatform();
    var id =
        ids.of(
            "event", Fields.externalId("organiser", organiser), Fields.externalId("event", event));
    var results = new ArrayList<Bulk.Result<SensedView>>();
    var intervals = new ArrayList<Interval>();
    var numbers = new ArrayList<Integer>();
    for (var line : bulk.read(body.intervals(), "intervals", IntervalBody.class)) {
      try {
        intervals.add(read(line));
        numbers.add(line.number());
      } catch (Problem e) {
        results.add(Bulk.Result.refused(line.number(), e));
      }
    }
    var outcomes = sensing.take(id, intervals);
    for (var index = 0; index < outcomes.size(); index++) {
      results.add(result(numbers.get(index), outcomes.get(index)));
    }
    results.sort(Comparator.comparingInt(Bulk.Result::line));
    return new Bulk.Results<>(results);
  }

  private static Interval read(Bulk.Line<IntervalBody> line) {
    var problem = line.problem();
    if (problem != null) {
      throw problem;
    }
    return Fields.required("line", line.value()).read();
  }

  private static Bulk.Result<SensedView> result(int line, Sensing.Outcome outcome) {
    return switch (outcome) {
      case Sensing.Outcome.Taken taken ->
          Bulk.Result.of(line, new Bulk.Answer<>(200, new SensedView(taken.state())));
      case Sensing.Outcome.Refused refused -> Bulk.Result.refused(line, refused.problem());
    };
  }
}
