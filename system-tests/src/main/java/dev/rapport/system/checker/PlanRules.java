package dev.rapport.system.checker;

/** Of a plan only those meetings count that both reported. */
record PlanRules(Story story, Observation seen, Findings findings) {

  void judge() {
    for (PlanSeen plan : seen.plans()) {
      PersonStory planner = story.person(plan.person());
      int least = 0;
      int most = 0;
      for (MeetingStory meeting : story.meetings()) {
        PersonStory other = meeting.first == planner ? meeting.second : meeting.first;
        if ((meeting.first == planner || meeting.second == planner)
            && (meeting.counts() || meeting.mayCount())) {
          boolean mutual = meeting.stillReportedBy(planner) && meeting.stillReportedBy(other);
          // Whoever is erased is nobody's any more; a doubtful report may make it mutual.
          least += mutual && !other.erased() ? 1 : 0;
          most += mutual || meeting.mayCount() ? 1 : 0;
        }
      }
      if (!planner.erased() && (plan.met() < least || plan.met() > most)) {
        findings.object(
            new Objection.Miscounted(
                "The plan of %s counts %d people met; by the ledger %d to %d said so, too."
                    .formatted(plan.person(), plan.met(), least, most)));
      }
    }
  }
}
