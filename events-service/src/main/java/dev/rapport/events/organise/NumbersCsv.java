package dev.rapport.events.organise;

import java.util.Map;
import java.util.TreeMap;

/** The numbers of a page as lines {@code section,name,value} (RFC 4180); all are plain. */
final class NumbersCsv {

  private final StringBuilder lines = new StringBuilder("section,name,value\r\n");

  private NumbersCsv() {}

  static String of(Dashboard shown) {
    var csv = new NumbersCsv();
    var coverage = shown.coverage();
    csv.line("event", "state", shown.event().state().wireName());
    csv.line("event", "held", shown.event().held());
    csv.line("event", "deadline", shown.deadline());
    csv.line("event", "asOf", shown.now());
    csv.line("people", "attendees", coverage.attendees());
    csv.line("people", "inTime", coverage.people().complete());
    csv.line("people", "late", coverage.people().late());
    csv.line("people", "open", coverage.people().open());
    csv.line("people", "metNobody", coverage.metNobody());
    csv.line("followUps", "total", coverage.followUps().total());
    csv.line("followUps", "open", coverage.followUps().open());
    csv.line("followUps", "bothWilling", shown.figures().bothWilling());
    csv.all("outcome", coverage.followUps().byOutcome());
    csv.all("state", shown.figures().byState());
    csv.all("answer", shown.figures().byAnswer());
    csv.all("channel", shown.figures().byChannel());
    csv.all("trouble", shown.figures().byTrouble());
    csv.line("meetings", "directions", coverage.meetings().directions());
    csv.line("meetings", "notYetInFollowUp", coverage.meetings().notYetInFollowUp());
    csv.line("meetings", "unsent", coverage.meetings().unsent());
    csv.line("meetings", "waitingScans", coverage.meetings().waitingScans());
    csv.line("meetings", "unresolvedScans", coverage.meetings().unresolvedScans());
    csv.insight(shown);
    shown.figures().scheduled().forEach(day -> csv.line("scheduled", day.day(), day.count()));
    for (var hour : shown.figures().settled()) {
      csv.line("settledInTime", hour.hour(), hour.inTime());
      csv.line("settledLate", hour.hour(), hour.late());
    }
    return csv.lines.toString();
  }

  private void insight(Dashboard shown) {
    var insight = shown.insight();
    line("blend", "faceToFace", insight.meetingsBy().faceToFace());
    line("blend", "virtual", insight.meetingsBy().virtual());
    line("blend", "both", insight.meetingsBy().both());
    line("edge", "onTheEdge", insight.onTheEdge());
    line("edge", "fewMet", insight.fewMet());
    line("edge", "alone", insight.alone());
    line("edge", "metNobody", insight.metNobody());
    line("edge", "median", insight.median());
    for (var hour : insight.hours()) {
      line("edgeByHour", hour.start(), hour.onTheEdge());
      line("meetingsByHour", hour.start(), hour.meetings());
    }
  }

  private void all(String section, Map<String, Long> counts) {
    new TreeMap<>(counts).forEach((name, count) -> line(section, name, count));
  }

  private void line(String section, Object name, Object value) {
    lines.append(section).append(',').append(name).append(',').append(value).append("\r\n");
  }
}
