package dev.rapport.system;

import dev.rapport.system.advice.Advice;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of one conference, counted from outside.
 *
 * @param advice figures by piece of the networker's advice
 * @param seconds machine time by stage ("build" and "start" are known to the command only)
 * @param memoryMb resident memory by process
 */
public record Report(
    Event event,
    int attendees,
    Reports reports,
    FollowUps followUps,
    Mails mails,
    Manners manners,
    Map<String, Map<String, Number>> advice,
    Map<String, Double> seconds,
    Map<String, Long> memoryMb) {

  /** The event's state as its service tells it, in capitals. */
  public record Event(String state) {}

  /** Reports of meetings: calls or lines sent, repeats included; and those acknowledged. */
  public record Reports(long sent, long accepted) {}

  /** {@code expected} is twice the meetings that count at the end. */
  public record FollowUps(
      long expected, long settled, long lost, long duplicated, Map<String, Long> byOutcome) {}

  /** Mails as the sink received them, copies included. */
  public record Mails(long received, long invites, long lists, long welcomes, long inDoubt) {}

  /** How often each rule of good manners applied, and how often any was broken. */
  public record Manners(long violations, Map<String, Long> checked) {
    public Manners {
      checked = new LinkedHashMap<>(checked);
    }
  }

  public Report {
    advice = new LinkedHashMap<>(advice);
    seconds = new LinkedHashMap<>(seconds);
    memoryMb = new TreeMap<>(memoryMb);
  }

  /** The same with more seconds, for instance those of building and starting. */
  public Report withSeconds(Map<String, Double> more) {
    Map<String, Double> all = new LinkedHashMap<>(more);
    seconds.forEach(all::putIfAbsent);
    return new Report(event, attendees, reports, followUps, mails, manners, advice, all, memoryMb);
  }

  /** The same with the memory of these processes. */
  public Report withMemoryMb(Map<String, Long> processes) {
    return new Report(
        event, attendees, reports, followUps, mails, manners, advice, seconds, processes);
  }

  /** The same with these figures of the networker's advice. */
  Report withAdvice(Map<String, Map<String, Number>> figures) {
    return new Report(
        event, attendees, reports, followUps, mails, manners, figures, seconds, memoryMb);
  }

  boolean complete() {
    return event.state().equals("CLOSED")
        && followUps.lost() == 0
        && followUps.duplicated() == 0
        && manners.violations() == 0
        && followUps.settled() == followUps.expected();
  }

  /** The report as JSON, in the order of its parts. */
  public String json() {
    return JSON.writeValueAsString(this) + "\n";
  }

  /** Writes {@link #json()} to a file. */
  public void write(Path file) {
    JSON.writeValue(file, this);
  }

  /** A few lines for a person. */
  public String summary() {
    return """
        The event is %s. %,d attendees; %,d reports of meetings sent, %,d accepted.
        Follow-ups: %,d expected, %,d settled, %,d lost, %,d doubled.
        Outcomes: %s.
        Mails: %,d received (%,d invites, %,d lists, %,d welcomes), %,d in doubt.
        Manners: %,d looks at %d rules, %,d violations.
        """
        .formatted(
            event.state(),
            attendees,
            reports.sent(),
            reports.accepted(),
            followUps.expected(),
            followUps.settled(),
            followUps.lost(),
            followUps.duplicated(),
            followUps.byOutcome().isEmpty() ? "none" : outcomes(),
            mails.received(),
            mails.invites(),
            mails.lists(),
            mails.welcomes(),
            mails.inDoubt(),
            manners.checked().values().stream().mapToLong(Long::longValue).sum(),
            manners.checked().size(),
            manners.violations());
  }

  /** What became of the networker's advice, a line for each piece of it. */
  public String table() {
    return "The networker's advice, and what became of it:\n" + Advice.table(advice);
  }

  private String outcomes() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(followUps.byOutcome())
        .forEach(
            (outcome, count) ->
                text.append(text.isEmpty() ? "" : ", ").append("%,d %s".formatted(count, outcome)));
    return text.toString();
  }

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
}
