package dev.rapport.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A congress that began a day ago, and what contacts-service says of its people. */
public abstract class CongressIT extends ServiceIT {

  /** Registers the event and who attends. */
  protected void congress(String... people) {
    event("congress", people);
  }

  /** Registers an event of six days that began a day ago, and who attends it. */
  protected void event(String event, String... people) {
    api.put(events() + "/" + event, event(Duration.ofDays(-1), Duration.ofDays(6)));
    for (var person : people) {
      api.put(events() + "/" + event + "/attendances/" + external(person), Map.of());
    }
  }

  protected String external(String name) {
    return organiser + "-" + name;
  }

  protected UUID person(String name) {
    return ids.of("person", external(name), 1);
  }

  protected UUID meeting(String one, String other) {
    return ids.of("meeting", organiser, one, other);
  }

  /** Says who somebody is, what they care about and what they agreed to. */
  protected void say(String name, long rev, List<String> interests, String... agreed) {
    var consents = new ArrayList<Map<String, Object>>();
    for (var purpose : agreed) {
      consents.add(Map.of("purpose", purpose, "given", true, "at", "2026-05-01T10:00:00Z"));
    }
    var person = new LinkedHashMap<String, Object>();
    person.put("person", person(name));
    person.put("rev", rev);
    person.put("generation", 1);
    person.put("externalId", external(name));
    person.put("name", "Name of " + name);
    person.put("locale", "en");
    person.put("interests", interests);
    person.put("consents", consents);
    TOPICS.say("person-changed", person(name), person);
  }

  /** Says both directions of a meeting, as seen from the first. */
  protected void met(String one, String other, long rev, String how, String by, boolean counts) {
    met("congress", one, other, rev, how, by, counts);
  }

  /** The same at any event. */
  protected void met(
      String event, String one, String other, long rev, String how, String by, boolean counts) {
    direction(event, one, other, meeting(one, other), rev, how, by, counts);
    var mirrored =
        switch (by) {
          case "owner" -> "contact";
          case "contact" -> "owner";
          default -> by;
        };
    direction(event, other, one, meeting(one, other), rev, how, mirrored, counts);
  }

  private void direction(
      String event,
      String owner,
      String contact,
      UUID meeting,
      long rev,
      String how,
      String by,
      boolean counts) {
    var at = clock.now().minus(Duration.ofHours(3)).toString();
    var met = new LinkedHashMap<String, Object>();
    met.put("meeting", event.equals("congress") ? meeting : ids.of("at", event, meeting));
    met.put("owner", person(owner));
    met.put("contact", person(contact));
    met.put("event", eventId(event));
    met.put("rev", rev);
    met.put("firstMet", at);
    met.put("lastMet", at);
    met.put("reportedAt", at);
    met.put("how", how);
    met.put("reportedBy", by);
    met.put("counts", counts);
    TOPICS.say("contact-met", person(owner), met);
  }
}
