package dev.rapport.followup.my;

import dev.rapport.followup.introduce.Introduction;
import dev.rapport.followup.nurture.LosingTouch;
import dev.rapport.followup.nurture.MetOutside;
import dev.rapport.followup.plan.FollowUp;
import java.util.UUID;

/** Something that an owner has to decide. */
sealed interface Thing {

  Place place();

  /** Whom it is about. */
  UUID person();

  /** Somebody to be in touch with again. */
  record Overdue(Place place, LosingTouch.Overdue overdue) implements Thing {
    @Override
    public UUID person() {
      return overdue.contact().id();
    }
  }

  /** Somebody who accepted a short time ago. */
  record Accepted(Place place, FollowUp followUp) implements Thing {
    @Override
    public UUID person() {
      return followUp.contact();
    }
  }

  /** Two people to bring together. */
  record Introduce(Place place, Introduction introduction) implements Thing {
    @Override
    public UUID person() {
      return introduction.one();
    }
  }

  /** Somebody whom the owner met outside any event. */
  record Met(Place place, MetOutside.Met met) implements Thing {
    @Override
    public UUID person() {
      return met.contact().id();
    }
  }

  /** A follow-up that is open, or was missed. */
  record Open(Place place, FollowUp followUp) implements Thing {
    @Override
    public UUID person() {
      return followUp.contact();
    }
  }
}
