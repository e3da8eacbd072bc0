package dev.rapport.events.edge;

import dev.rapport.events.edge.Insight.Hour;
import java.util.ArrayList;
import java.util.List;

/**
 * How an event's edge went hour by hour, seen from now: meetings reported late stand where they
 * happened.
 *
 * @param now the edge at the last hour
 */
record Course(List<Hour> hours, Edge now) {

  /** An hour with less than this share of an average one's encounters is a night or a talk. */
  private static final int BUSY_SHARE = 4;

  static Course of(Crowd crowd) {
    var hours = crowd.hours().count();
    var byFirst = new int[hours + 1];
    var byLast = new int[hours + 1];
    var encounters = new int[hours];
    for (var tie = 0; tie < crowd.ties(); tie++) {
      byFirst[crowd.firstHour(tie) + 1]++;
      byLast[crowd.lastHour(tie) + 1]++;
      encounters[crowd.firstHour(tie)]++;
      encounters[crowd.lastHour(tie)]++;
    }
    var inFirst = sorted(crowd, byFirst, true);
    var inLast = sorted(crowd, byLast, false);
    var busy = busyUntil(encounters);
    var met = new int[crowd.attendees()];
    var arrivals = crowd.arrivals();
    var seen = arrivals.clone();
    var course = new ArrayList<Hour>();
    var edge = Edge.of(met, met, met);
    for (int hour = 0, first = 0, last = 0; hour < hours; hour++) {
      var meetings = byFirst[hour] - first;
      for (; first < byFirst[hour]; first++) {
        met(met, seen, crowd.one(inFirst[first]), hour);
        met(met, seen, crowd.other(inFirst[first]), hour);
      }
      for (; last < byLast[hour]; last++) {
        seen(seen, crowd.one(inLast[last]), hour);
        seen(seen, crowd.other(inLast[last]), hour);
      }
      edge = Edge.of(met, since(busy, seen, hour), since(busy, arrivals, hour));
      course.add(
          new Hour(
              crowd.hours().startOf(hour),
              meetings,
              edge.metNobody(),
              edge.fewMet() + edge.alone(),
              edge.median()));
    }
    return new Course(List.copyOf(course), edge);
  }

  /** Ties in the order of their hours; afterwards {@code counts} holds where each hour ends. */
  private static int[] sorted(Crowd crowd, int[] counts, boolean first) {
    for (var hour = 1; hour < counts.length; hour++) {
      counts[hour] += counts[hour - 1];
    }
    var sorted = new int[(int) crowd.ties()];
    for (var tie = 0; tie < sorted.length; tie++) {
      sorted[counts[first ? crowd.firstHour(tie) : crowd.lastHour(tie)]++] = tie;
    }
    return sorted;
  }

  /** How many busy hours there were up to each hour, it included. */
  private static int[] busyUntil(int[] encounters) {
    long all = 0;
    var filled = 0;
    for (var count : encounters) {
      all += count;
      filled += count > 0 ? 1 : 0;
    }
    var until = new int[encounters.length];
    var busy = 0;
    for (var hour = 0; hour < encounters.length; hour++) {
      if (encounters[hour] > 0 && (long) encounters[hour] * filled * BUSY_SHARE >= all) {
        busy++;
      }
      until[hour] = busy;
    }
    return until;
  }

  private static int[] since(int[] busy, int[] hours, int now) {
    var since = new int[hours.length];
    for (var i = 0; i < hours.length; i++) {
      since[i] = hours[i] >= now ? 0 : busy[now] - busy[hours[i]];
    }
    return since;
  }

  private static void met(int[] met, int[] seen, int attendee, int hour) {
    if (attendee >= 0) {
      met[attendee]++;
      seen(seen, attendee, hour);
    }
  }

  private static void seen(int[] seen, int attendee, int hour) {
    if (attendee >= 0) {
      seen[attendee] = Math.max(seen[attendee], hour);
    }
  }
}
