package dev.rapport.contacts.count;

import dev.rapport.contacts.report.Scans;
import dev.rapport.messaging.Watch;
import io.micrometer.core.instrument.Tags;
import org.springframework.stereotype.Component;

/** What is still to be done, as a metric, from a small index. */
@Component
class Backlog {

  Backlog(Scans scans, Watch watch) {
    watch.number(
        "rapport.scans.waiting",
        Tags.empty(),
        "Scans whose badge is not known yet",
        scans::waitingCount);
  }
}
