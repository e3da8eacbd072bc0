package dev.rapport.system.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.local.MailSink;
import dev.rapport.local.PlatformApp;
import dev.rapport.local.process.Ports;
import dev.rapport.local.web.Answer;
import dev.rapport.local.web.Request;
import dev.rapport.local.web.WebServer;
import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.player.Attendee.ListMood;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.EventTime;
import dev.rapport.system.world.Letter;
import dev.rapport.system.world.Mailbox;
import dev.rapport.system.world.Web;
import dev.rapport.system.world.World;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mails read against pages that a test makes up, over real HTTP. */
class MailReaderIT {

  private static final Instant MIDNIGHT = Instant.parse("2026-06-01T00:00:00Z");
  private static final UUID ITEM = new UUID(7, 7);
  private static final int DAYS = 12;

  private final MailSink sink = MailSink.start();
  private final PlatformApp app = PlatformApp.start(Clock.systemUTC());
  private final WebServer server = new WebServer(Ports.any()).page("/", this::answer);
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Ledger ledger = new Ledger();
  private volatile Function<Request, Answer> service = request -> page("withOwner", "none");

  @AfterEach
  void stop() {
    server.close();
    sink.close();
    app.close();
  }

  @Test
  void a_page_that_does_not_open_is_a_refusal() {
    service = request -> Answer.of(403, "text/html", "<p>Altered</p>");
    readInvites(someone(a -> a.receives() && !a.unsubscribes()));
    assertThat(done(ledger)).isNotEmpty().hasOnlyElementsOfType(Entry.Refused.class);
    assertThat(ledger.all(Entry.Refused.class)).allMatch(r -> r.answer().equals("Altered"));
  }

  @Test
  void a_page_that_is_gone_is_none_for_those_who_are_being_forgotten() {
    service = request -> Answer.of(410, "text/html", "<p>Gone</p>");
    String forgotten =
        script("x").steps().stream()
            .filter(Step.Erase.class::isInstance)
            .map(step -> ((Step.Erase) step).person())
            .findFirst()
            .orElseThrow();
    readInvites(someone(a -> a.id().equals(forgotten)));
    assertThat(requests).isNotEmpty();
    assertThat(done(ledger)).isEmpty();
  }

  @Test
  void a_form_that_is_refused_though_the_page_still_offers_it_is_a_refusal() {
    service =
        request ->
            request.method().equals("POST")
                ? Answer.of(403, "text/html", "<p>No</p>")
                : page("withOwner", "none");
    readLists(someone(a -> a.listMood() == ListMood.ALL && !a.unsubscribes()));
    assertThat(done(ledger)).isNotEmpty().hasOnlyElementsOfType(Entry.Refused.class);
  }

  @Test
  void a_form_about_something_that_has_left_the_page_is_none() {
    service =
        request ->
            request.method().equals("POST")
                ? Answer.of(403, "text/html", "<p>No</p>")
                : posted() ? page() : page("withOwner", "none");
    readLists(someone(a -> a.listMood() == ListMood.ALL && !a.unsubscribes()));
    assertThat(posted()).isTrue();
    assertThat(done(ledger)).isEmpty();
  }

  @Test
  void a_page_that_takes_an_act_and_does_nothing_is_a_refusal() {
    readLists(someone(a -> a.listMood() == ListMood.ALL && !a.unsubscribes()));
    assertThat(ledger.all(Entry.Refused.class)).isNotEmpty();
    assertThat(ledger.all(Entry.Acted.class)).allMatch(a -> !a.sure());
  }

  @Test
  void an_answer_that_the_page_shows_is_written_down() {
    service = request -> page("settled", request.method().equals("POST") ? "accepted" : "none");
    readInvites(someone(a -> a.receives() && !a.unsubscribes()));
    assertThat(ledger.all(Entry.Acted.class))
        .anyMatch(a -> a.act() == Act.ACCEPT && a.sure() && a.followUp().equals(ITEM));
  }

  @Test
  void all_are_those_that_the_page_showed() {
    UUID other = new UUID(9, 9);
    service = request -> Answer.html(item(ITEM, "due", "none") + item(other, "due", "none"));
    Attendee reader = someone(a -> a.receives() && !a.unsubscribes());
    for (int day = 0; !answeredAll(); day++) {
      reader("x", new Ledger()).read(letter(reader, "invite", day));
    }
    assertThat(requests)
        .filteredOn(request -> "all".equals(request.form().get("item")))
        .allMatch(request -> (ITEM + "," + other).equals(request.form().get("shown")));
  }

  @Test
  void all_are_not_those_who_were_answered_before() {
    String declined = item(new UUID(9, 9), "due", "declined");
    service =
        request ->
            Answer.html(
                declined
                    + item(ITEM, "due", request.method().equals("POST") ? "accepted" : "none"));
    Attendee reader = someone(a -> a.receives() && !a.unsubscribes());
    Ledger tried = new Ledger();
    for (int day = 0; !answeredAll(); day++) {
      requests.clear();
      tried = new Ledger();
      reader("x", tried).read(letter(reader, "invite", day));
    }
    assertThat(done(tried)).isNotEmpty().hasOnlyElementsOfType(Entry.Acted.class);
  }

  @Test
  void whoever_unsubscribes_posts_one_click_and_answers_nothing() {
    service = request -> Answer.html("<p>Done</p>");
    Attendee reader = someone(Attendee::unsubscribes);
    reader("x").read(letter(reader, "list", 3));
    assertThat(requests)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.path()).isEqualTo("/u/token");
              assertThat(request.form()).containsEntry("List-Unsubscribe", "One-Click");
            });
    assertThat(ledger.entries())
        .singleElement()
        .isInstanceOfSatisfying(
            Entry.Unsubscribed.class, u -> assertThat(u.purpose()).isEqualTo("list"));
  }

  @Test
  void the_same_seed_plays_the_same_answers_in_another_run() {
    service = request -> page("settled", "none");
    List<List<String>> runs = new ArrayList<>();
    for (String label : List.of("x", "another")) {
      requests.clear();
      for (Attendee reader : script(label).cast()) {
        reader(label).read(letter(reader, "invite", 4));
      }
      runs.add(requests.stream().map(r -> r.method() + r.form()).toList());
    }
    assertThat(runs.getFirst()).anyMatch(r -> r.contains("act=accept")).isEqualTo(runs.getLast());
  }

  /** What came of it, beside what pages showed. */
  private static List<Entry> done(Ledger ledger) {
    return ledger.entries().stream().filter(entry -> !(entry instanceof Entry.Shown)).toList();
  }

  private void readInvites(Attendee reader) {
    for (int day = 0; day < DAYS; day++) {
      reader("x").read(letter(reader, "invite", day));
    }
  }

  private void readLists(Attendee reader) {
    for (int day = 0; day < DAYS; day++) {
      reader("x").read(letter(reader, "list", day));
    }
  }

  private MailReader reader(String label) {
    return reader(label, ledger);
  }

  private MailReader reader(String label, Ledger into) {
    EventTime time = new EventTime(Clock.systemUTC(), MIDNIGHT, MIDNIGHT, 1);
    URI base = server.base();
    World world =
        new World(
            base, base, base, base, base, claims -> "t", new Mailbox(sink), app, time, List::of);
    Web web = new Web(time);
    return new MailReader(web, new Api(world, web, label), into, script(label), MIDNIGHT);
  }

  private static Script script(String label) {
    return Script.drawn(label, 100, 5, 1);
  }

  private static Attendee someone(Predicate<Attendee> like) {
    return script("x").cast().stream().filter(like).findFirst().orElseThrow();
  }

  private Letter letter(Attendee reader, String purpose, int day) {
    return new Letter(
        MIDNIGHT,
        List.of(reader.email()),
        "<%s@mail.example>".formatted(UUID.randomUUID()),
        MIDNIGHT.plus(Duration.ofDays(day)),
        UUID.randomUUID(),
        purpose,
        server.base().resolve("/a/token"),
        server.base().resolve("/u/token"),
        Set.of(ITEM),
        Set.of(ITEM),
        Set.of());
  }

  private Answer answer(Request request) {
    requests.add(request);
    return request.path().startsWith("/people/") ? Answer.json(409, "{}") : service.apply(request);
  }

  private boolean answeredAll() {
    return requests.stream().anyMatch(request -> "all".equals(request.form().get("item")));
  }

  private boolean posted() {
    return requests.stream().anyMatch(r -> r.method().equals("POST"));
  }

  private static Answer page(String state, String answer) {
    return Answer.html(item(ITEM, state, answer));
  }

  private static String item(UUID id, String state, String answer) {
    return "<li data-item=\"%s\" data-answer=\"%s\" data-state=\"%s\">"
        .formatted(id, answer, state);
  }

  private static Answer page() {
    return Answer.html("<p>Nothing</p>");
  }
}
