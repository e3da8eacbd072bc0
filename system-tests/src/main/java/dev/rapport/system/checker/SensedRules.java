package dev.rapport.system.checker;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Purpose;
import java.util.List;

/** Nobody is asked about somebody near them, unless both have agreed to be sensed. */
final class SensedRules {

  private final Story story;
  private final Findings findings;

  SensedRules(Story story, Findings findings) {
    this.story = story;
    this.findings = findings;
  }

  void judge(List<Entry.AskedWhether> asked) {
    for (Entry.AskedWhether one : asked) {
      judge(one, one.person());
      judge(one, one.contact());
    }
  }

  private void judge(Entry.AskedWhether asked, String person) {
    findings.checked(Manner.CONSENT);
    if (story.person(person).yes(Purpose.BE_SENSED, asked.when().answered())
        != PersonStory.Yes.GIVEN) {
      findings.violated(
          Manner.CONSENT,
          new Objection.WithoutConsent(
              "%s was asked about %s, though %s had not agreed to be sensed."
                  .formatted(asked.person(), asked.contact(), person)));
    }
  }
}
