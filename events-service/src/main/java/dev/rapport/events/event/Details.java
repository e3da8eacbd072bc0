package dev.rapport.events.event;

import dev.rapport.events.life.Dates;
import java.time.ZoneId;

/** What the organiser says about an event; the same details again change nothing. */
public record Details(String name, Dates dates, ZoneId zone, Sender sender, Policy policy) {

  /** In whose name mail about the event goes out, and who gets the answers. */
  public record Sender(String name, String address) {}

  /** Whether follow-ups planned by the other's dates, zone and policy still stand. */
  boolean plansLike(Details other) {
    return dates.equals(other.dates) && zone.equals(other.zone) && policy.equals(other.policy);
  }
}
