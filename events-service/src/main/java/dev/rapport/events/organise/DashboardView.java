package dev.rapport.events.organise;

import dev.rapport.events.life.State;
import dev.rapport.pages.Buttons;
import dev.rapport.pages.Chart;
import dev.rapport.pages.Language;
import dev.rapport.pages.Table;
import dev.rapport.pages.Texts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;

/** An event's page in words, for its templates. */
public final class DashboardView {

  private static final List<String> OUTCOMES =
      List.of("sent", "done", "connected", "waived", "undeliverable", "missed", "withdrawn");
  private static final List<String> STATES = List.of("waiting", "scheduled", "withOwner", "due");
  private static final List<String> ANSWERS = List.of("accepted", "declined", "notMet", "blocked");
  private static final List<String> CHANNELS = List.of("mail", "platform", "mastodon", "byHand");

  private final Dashboard shown;
  private final Texts texts;
  private final DateTimeFormatter moments;

  private DashboardView(Dashboard shown, Language language) {
    this.shown = shown;
    this.texts = Texts.of(language, OrganiseController.BUNDLE);
    this.moments =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(language.locale())
            .withZone(shown.event().details().zone());
  }

  static DashboardView of(Dashboard shown, Language language) {
    return new DashboardView(shown, language);
  }

  /** A sentence of the page. */
  public String text(String key) {
    return texts.get(key);
  }

  /** Where the stream of its numbers is. */
  public String live() {
    return path() + "/live";
  }

  /** Where its numbers are as CSV. */
  public String csv() {
    return path() + "/numbers.csv";
  }

  /** Where a sample of a mail is, as it would go out. */
  public String preview(String purpose) {
    return "/u/preview/%s?purpose=%s".formatted(shown.event().id(), purpose);
  }

  private String path() {
    return "/organise/" + shown.event().id();
  }

  /** The answer at a glance, for machines: early, yes, at-risk, no or cancelled. */
  public String verdict() {
    return switch (shown.outlook().verdict()) {
      case EARLY -> "early";
      case YES -> "yes";
      case AT_RISK -> "at-risk";
      case NO -> "no";
      case CANCELLED -> "cancelled";
    };
  }

  /** The answer in a sentence. */
  public String answer() {
    return texts.get("verdict." + verdict());
  }

  /** Why. */
  public List<String> reasons() {
    return shown.outlook().reasons().stream()
        .map(reason -> texts.get("reason." + reason.key(), reason.count()))
        .toList();
  }

  /**
   * A number at a glance.
   *
   * @param number with what it is a part of
   */
  public record Figure(String label, String number) {}

  /** How far everything is, at a glance. */
  public List<Figure> glance() {
    var coverage = shown.coverage();
    var people = coverage.people();
    var followUps = coverage.followUps();
    var answered =
        ANSWERS.stream()
            .mapToLong(answer -> shown.figures().byAnswer().getOrDefault(answer, 0L))
            .sum();
    return List.of(
        part("glance.met", coverage.attendees() - coverage.metNobody(), coverage.attendees()),
        part("glance.in-time", people.complete(), people.met()),
        part("glance.settled", followUps.total() - followUps.open(), followUps.total()),
        new Figure(texts.get("glance.answered"), number(answered)));
  }

  private Figure part(String key, long part, long whole) {
    return new Figure(texts.get(key), texts.get("part", part, whole));
  }

  /** Where the event stands, and until when. */
  public String life() {
    var over = !shown.now().isBefore(shown.event().dates().ends());
    return texts.get(
        over ? "life.over" : "life.ahead",
        texts.get("state." + shown.event().state().wireName()),
        moments.format(shown.event().dates().ends()),
        moments.format(shown.deadline()),
        moments.format(shown.now()));
  }

  /** Whether its sending is held. */
  public boolean held() {
    return shown.event().held();
  }

  /** Whether there is anything to hold. */
  public boolean sends() {
    return shown.event().state() != State.CANCELLED;
  }

  /** Hold or resume. */
  public Buttons holding() {
    var form = Buttons.about("hold").to(path());
    return held()
        ? form.button("act", "resume", texts.get("resume"))
        : form.button("act", "hold", texts.get("hold"));
  }

  /** How far all attendees are. */
  public Chart coverage() {
    var coverage = shown.coverage();
    var people = coverage.people();
    var names = List.of("complete", "late", "open", "met-nobody");
    var counts = List.of(people.complete(), people.late(), people.open(), coverage.metNobody());
    return Charts.bars(
        texts,
        "coverage",
        texts.get(
            "coverage.said",
            coverage.attendees(),
            people.complete(),
            people.late(),
            people.open(),
            coverage.metNobody()),
        names.stream().map(name -> texts.get("coverage." + name)).toList(),
        counts);
  }

  /** How follow-ups ended. */
  public Chart outcomes() {
    var byOutcome = shown.coverage().followUps().byOutcome();
    return Charts.bars(
        texts,
        "outcomes",
        texts.get(
            "outcomes.said",
            shown.coverage().followUps().total(),
            shown.coverage().followUps().open()),
        names("outcome.", OUTCOMES),
        counts(byOutcome, OUTCOMES));
  }

  /** When follow-ups were settled, against the deadline. */
  public Chart hours() {
    var settled = shown.figures().settled();
    var inTime = settled.stream().mapToLong(hour -> hour.inTime()).sum();
    var late = settled.stream().mapToLong(hour -> hour.late()).sum();
    var data =
        Table.of(
            texts.get("hours.data"), texts.get("hour"), texts.get("in-time"), texts.get("late"));
    for (var hour : settled) {
      data = data.with(at(hour.hour()), number(hour.inTime()), number(hour.late()));
    }
    return Charts.hours(
        texts,
        texts.get("hours.said", inTime, late, moments.format(shown.deadline())),
        settled,
        shown.deadline(),
        data);
  }

  /** What is to be sent on which day. */
  public Chart forecast() {
    var scheduled = shown.figures().scheduled();
    var all = scheduled.stream().mapToLong(day -> day.count()).sum();
    return Charts.bars(
        texts,
        "forecast",
        all == 0 ? texts.get("forecast.none") : texts.get("forecast.said", all, scheduled.size()),
        scheduled.stream().map(day -> day.day().toString()).toList(),
        scheduled.stream().map(day -> day.count()).toList());
  }

  /** Who is on the edge, hour by hour, as numbers. */
  public Chart edge() {
    var insight = shown.insight();
    var data =
        Table.of(
            texts.get("edge.data"),
            texts.get("hour"),
            texts.get("edge.on-the-edge"),
            texts.get("edge.met-nobody"),
            texts.get("edge.meetings"));
    for (var hour : insight.hours()) {
      data =
          data.with(
              at(hour.start()),
              number(hour.onTheEdge()),
              number(hour.metNobody()),
              number(hour.meetings()));
    }
    return Charts.edge(
        texts,
        texts.get(
            "edge.said",
            insight.onTheEdge(),
            insight.attendees(),
            insight.fewMet(),
            insight.median(),
            insight.alone(),
            insight.metNobody()),
        insight.hours(),
        data);
  }

  /** How people meet. */
  public Table blend() {
    var meetings = shown.insight().meetingsBy();
    var people = shown.insight().peopleBy();
    return Table.of(
            texts.get("blend"), texts.get("how"), texts.get("meetings"), texts.get("people"))
        .with(
            texts.get("how.faceToFace"), number(meetings.faceToFace()), number(people.faceToFace()))
        .with(texts.get("how.virtual"), number(meetings.virtual()), number(people.virtual()))
        .with(texts.get("how.both"), number(meetings.both()), number(people.both()));
  }

  /** Where open follow-ups stand. */
  public Table states() {
    return table("states", "state.", STATES, shown.figures().byState())
        .with(texts.get("both-willing"), number(shown.figures().bothWilling()));
  }

  /** What contacts answered. */
  public Table answers() {
    return table("answers", "answer.", ANSWERS, shown.figures().byAnswer());
  }

  /** How follow-ups went out. */
  public Table channels() {
    return table("channels", "channel.", CHANNELS, shown.figures().byChannel());
  }

  /** What is not followed up yet, and what could not be. */
  public Table troubles() {
    var meetings = shown.coverage().meetings();
    var byOutcome = shown.coverage().followUps().byOutcome();
    var byTrouble = shown.figures().byTrouble();
    return Table.of(texts.get("troubles"), texts.get("what"), texts.get("count"))
        .with(texts.get("trouble.not-in-follow-up"), number(meetings.notYetInFollowUp()))
        .with(texts.get("trouble.unsent"), number(meetings.unsent()))
        .with(texts.get("trouble.waiting-scans"), number(meetings.waitingScans()))
        .with(texts.get("trouble.unresolved-scans"), number(meetings.unresolvedScans()))
        .with(texts.get("trouble.deferred"), number(byTrouble.getOrDefault("deferred", 0L)))
        .with(texts.get("trouble.bounced"), number(byTrouble.getOrDefault("bounced", 0L)))
        .with(
            texts.get("outcome.undeliverable"), number(byOutcome.getOrDefault("undeliverable", 0L)))
        .with(texts.get("outcome.missed"), number(byOutcome.getOrDefault("missed", 0L)));
  }

  private Table table(String key, String prefix, List<String> words, Map<String, Long> counts) {
    var table = Table.of(texts.get(key), texts.get("what"), texts.get("follow-ups"));
    for (var word : words) {
      table = table.with(texts.get(prefix + word), number(counts.getOrDefault(word, 0L)));
    }
    return table;
  }

  private List<String> names(String prefix, List<String> words) {
    return words.stream().map(word -> texts.get(prefix + word)).toList();
  }

  private static List<Long> counts(Map<String, Long> counts, List<String> words) {
    return words.stream().map(word -> counts.getOrDefault(word, 0L)).toList();
  }

  private String number(long count) {
    return texts.get("number", count);
  }

  private String at(Instant moment) {
    return moments.format(moment);
  }
}
