package dev.rapport.events.plan;

import dev.rapport.events.event.Event;
import dev.rapport.events.introduction.IntroductionView;
import dev.rapport.pages.Table;
import dev.rapport.pages.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody's plan for an event in words, for its template. */
public final class PlanPage {

  /** An event of theirs. */
  public record Choice(String id, String name, boolean here) {}

  /** Somebody whom they know of those who attend, and what can be said to them. */
  public record Known(String name, String note, boolean metHere) {}

  /** Two whom they could bring together. */
  public record Pair(String one, String other, String note) {}

  private final Event event;
  private final List<Event> all;
  private final PlanView view;
  private final List<IntroductionView> introductions;
  private final @Nullable PlanForm refused;
  private final Texts texts;

  /**
   * Takes what it shows.
   *
   * @param refused the form that was not taken, to be mended; or null
   */
  PlanPage(
      Event event,
      List<Event> all,
      PlanView view,
      List<IntroductionView> introductions,
      @Nullable PlanForm refused,
      Texts texts) {
    this.event = event;
    this.all = List.copyOf(all);
    this.view = view;
    this.introductions = List.copyOf(introductions);
    this.refused = refused;
    this.texts = texts;
  }

  /** A sentence of the page. */
  public String text(String key) {
    return texts.get(key);
  }

  /** The event's name. */
  public String event() {
    return event.details().name();
  }

  /** The event's id, for the form. */
  public String id() {
    return event.id().toString();
  }

  /** All events of theirs, where there is more than one. */
  public List<Choice> choices() {
    return all.size() < 2
        ? List.of()
        : all.stream()
            .map(one -> new Choice(one.id().toString(), one.details().name(), one == event))
            .toList();
  }

  /** How far it is; after the event the review. */
  public String standing() {
    var share = view.virtualShare();
    return share == null
        ? texts.get("standing.nobody." + view.phase())
        : texts.get("standing." + view.phase(), view.met(), share);
  }

  /** Whether there is a goal to be measured. */
  public boolean hasGoals() {
    return !view.criteria().isEmpty();
  }

  /** Every goal: planned, reached, still open. */
  public Table criteria() {
    var table =
        Table.of(
            texts.get("criteria." + ("after".equals(view.phase()) ? "review" : "progress")),
            texts.get("goal"),
            texts.get("planned"),
            texts.get("reached"),
            texts.get("open"));
    for (var criterion : view.criteria()) {
      table =
          table.with(
              texts.get("goal." + criterion.goal()),
              texts.get("number", criterion.planned()),
              texts.get("number", criterion.reached()),
              open(criterion));
    }
    return table;
  }

  private String open(Criterion criterion) {
    if (criterion.done()) {
      return texts.get("done");
    }
    // People are named by the platform's identifiers, which say nothing to a reader.
    return "topics".equals(criterion.goal())
        ? String.join(", ", criterion.open())
        : texts.get("number", criterion.planned() - criterion.reached());
  }

  /** What the list of them is headed by. */
  public String thereTitle() {
    return texts.get("there." + view.phase());
  }

  /** Whom they know of those who attend. */
  public List<Known> there() {
    return view.there().stream()
        .map(one -> new Known(one.name(), note(one), one.metHere()))
        .toList();
  }

  private String note(Acquaintance one) {
    var shared = one.topics().isEmpty() ? "" : texts.get("both", String.join(", ", one.topics()));
    var online = one.onlyOnline() && !one.metHere() ? texts.get("only-online") : "";
    var met = one.metHere() ? texts.get("met-here") : "";
    return String.join(" ", List.of(met, online, shared)).strip();
  }

  /** Whom they could bring together. */
  public List<Pair> pairs() {
    return introductions.stream()
        .map(
            made ->
                new Pair(
                    made.one().name(),
                    made.other().name(),
                    made.topics().isEmpty()
                        ? ""
                        : texts.get("pair.both", String.join(", ", made.topics()))))
        .toList();
  }

  /** Sentences to begin with. */
  public List<String> openers() {
    return view.plan().openers();
  }

  /** What a field of the form holds. */
  public String value(String field) {
    if (refused != null) {
      return refused.typed(field);
    }
    var goals = view.plan().goals();
    return switch (field) {
      case "peopleMet" -> number(goals.peopleMet());
      case "newcomers" -> number(goals.newcomers());
      case "virtualShare" -> number(goals.virtualShare());
      case "followUpsInTime" -> number(goals.followUpsInTime());
      case "topics" -> lines(goals.topics());
      case "seeks" -> lines(view.plan().seeks());
      case "offers" -> lines(view.plan().offers());
      case "openers" -> lines(view.plan().openers());
      default -> throw new IllegalArgumentException("The form has no field " + field);
    };
  }

  /** What is wrong with what was typed into a field, or null. */
  public @Nullable String wrong(String field) {
    if (refused == null || !refused.wrong().contains(field)) {
      return null;
    }
    return switch (field) {
      case "virtualShare" -> texts.get("wrong.share");
      case "topics", "seeks", "offers" -> texts.get("wrong.topics");
      case "openers" -> texts.get("wrong.openers");
      default -> texts.get("wrong.number");
    };
  }

  private static String number(@Nullable Integer given) {
    return given == null ? "" : given.toString();
  }

  private static String lines(List<String> given) {
    return String.join("\n", given);
  }
}
