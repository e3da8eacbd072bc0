package dev.rapport.system.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.local.MailSink;
import dev.rapport.local.PlatformApp;
import dev.rapport.local.process.Ports;
import dev.rapport.local.web.Answer;
import dev.rapport.local.web.WebServer;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.EventTime;
import dev.rapport.system.world.Mailbox;
import dev.rapport.system.world.Web;
import dev.rapport.system.world.World;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scans uploaded to a service that a test makes up, over real HTTP. */
class ScannerIT {

  private static final Instant MIDNIGHT = Instant.parse("2026-06-01T00:00:00Z");

  private final MailSink sink = MailSink.start();
  private final PlatformApp app = PlatformApp.start(Clock.systemUTC());
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final WebServer server =
      new WebServer(Ports.any()).page("/", request -> answers.remove());
  private final Ledger ledger = new Ledger();

  @AfterEach
  void stop() {
    server.close();
    sink.close();
    app.close();
  }

  @Test
  void a_report_that_is_gone_at_last_may_have_been_taken_by_an_earlier_try() {
    answers.addAll(List.of(Answer.json(503, "{}"), Answer.json(410, "{}")));
    scanner().upload(scan());
    assertThat(ledger.entries())
        .singleElement()
        .isInstanceOfSatisfying(
            Entry.MaybeReported.class,
            maybe -> {
              assertThat(maybe.report().reporter()).isEqualTo("ann");
              assertThat(maybe.report().contact()).isEqualTo("ben");
            });
  }

  private Scanner scanner() {
    EventTime time = new EventTime(Clock.systemUTC(), MIDNIGHT, MIDNIGHT, 1);
    URI base = server.base();
    World world =
        new World(
            base, base, base, base, base, claims -> "t", new Mailbox(sink), app, time, List::of);
    return new Scanner(new Api(world, new Web(time), "x"), ledger, MIDNIGHT);
  }

  private static Step.Scan scan() {
    Duration at = Duration.ofHours(10);
    return new Step.Scan(at, at, "key", "ann", Step.Scan.Target.CONTACT, "ben", false, false);
  }
}
