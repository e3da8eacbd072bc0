package dev.rapport.system.player;

import dev.rapport.system.ledger.Purpose;
import dev.rapport.system.player.Attendee.Habit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What those who stay in touch do in the week after. Of one contact they want things: two favours
 * in a row, then they look what they could give, give, and ask again; of others they do not.
 */
record WeekAfter(Attendee person, List<Attendee> contacts) {

  static List<Step> of(Attendee person, List<Attendee> contacts) {
    return new WeekAfter(person, contacts).steps();
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    if (!person.is(Habit.STAYS_IN_TOUCH) || contacts.isEmpty()) {
      return steps;
    }
    Attendee asked = contacts.getFirst();
    if (person.agrees().contains(Purpose.NURTURE)) {
      steps.add(new Step.Keep(hour(46), person.id(), asked.id(), 1));
    }
    log(steps, 50, asked, "message", "ask");
    log(steps, 56, asked, "call", "ask");
    // A cadence starts again when the follow-up goes out, too.
    steps.add(new Step.LookDue(hour(120), person.id()));
    log(steps, 124, asked, "thanks", "give");
    log(steps, 128, asked, "message", "ask");
    if (contacts.size() > 1) {
      log(steps, 60, contacts.get(1), "message", "greet");
      log(steps, 80, contacts.get(1), "meal", "greet");
    }
    if (contacts.size() > 2) {
      log(steps, 62, contacts.get(2), "offer", "give");
    }
    return steps;
  }

  private void log(List<Step> steps, int hour, Attendee contact, String kind, String purpose) {
    steps.add(
        new Step.Log(
            hour(hour),
            "touch-%s-%s-%d".formatted(person.id(), contact.id(), hour),
            person.id(),
            contact.id(),
            kind,
            purpose));
  }

  private static Duration hour(int hour) {
    return Duration.ofHours(hour);
  }
}
