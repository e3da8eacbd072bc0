package dev.rapport.system.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One acknowledged call, or one thing that the player did to the world. People by external id. */
public sealed interface Entry {

  Moment when();

  /** The event as it was announced, with the parts of its policy that the checker judges by. */
  record Held(
      Moment when,
      UUID id,
      Instant starts,
      Instant ends,
      ZoneId zone,
      LocalTime wakingFrom,
      LocalTime wakingTo,
      Duration followUpWithin,
      Duration lateGrace)
      implements Entry {}

  /** A person was made known. {@code zone} absent: the event's. */
  record Registered(
      Moment when, String person, UUID id, @Nullable String email, @Nullable ZoneId zone)
      implements Entry {}

  /** Where else a person can be reached, by the consent that shares it. */
  record Reachable(Moment when, String person, Map<Purpose, Set<String>> by) implements Entry {
    public Reachable {
      by = Map.copyOf(by);
    }
  }

  /** A person said yes or took it back. */
  record Consented(Moment when, String person, Purpose purpose, boolean given) implements Entry {}

  /** A person attends, with these badges from now on. */
  record Attends(Moment when, String person, Set<String> badges) implements Entry {
    public Attends {
      badges = Set.copyOf(badges);
    }
  }

  /** A person attends as an exhibitor. */
  record Exhibits(Moment when, String person) implements Entry {}

  /** A new report was accepted; it names the contact or a badge. */
  record Reported(
      Moment when,
      String report,
      String reporter,
      @Nullable String contact,
      @Nullable String badge,
      Instant at,
      boolean virtual)
      implements Entry {}

  /** A repeat of an accepted report was answered as such. */
  record Repeated(Moment when, String report) implements Entry {}

  /** A report was taken back. */
  record Undone(Moment when, String report) implements Entry {}

  /**
   * A report that was refused because somebody is erased: it may stand all the same, from an
   * earlier try or from the moment before the erasure.
   */
  record MaybeReported(Moment when, Reported report) implements Entry {}

  /** A person's erasure was accepted. */
  record Erased(Moment when, String person) implements Entry {}

  /**
   * A person acted on a follow-up: its owner from the list, or its recipient from an invite.
   *
   * @param outcome the outcome that the answer showed, if it showed one
   * @param sure whether the answer showed that it took; else it may have
   */
  record Acted(
      Moment when, String person, UUID followUp, Act act, @Nullable String outcome, boolean sure)
      implements Entry {}

  /** A person wrote a private note about a contact; no other note carries its mark. */
  record Noted(Moment when, String person, String mark) implements Entry {}

  /**
   * A page that somebody was shown.
   *
   * @param door the first part of its path, which tells whose page it is
   * @param traces where it says that people can be reached, and marks of notes
   */
  record Shown(Moment when, String person, String door, Set<String> traces) implements Entry {
    public Shown {
      traces = Set.copyOf(traces);
    }
  }

  /** A person said on the page behind their welcome what they agree to. */
  record Welcomed(Moment when, String person, Set<Purpose> agreed) implements Entry {
    public Welcomed {
      agreed = Set.copyOf(agreed);
    }
  }

  /** A person's plan for the event was taken. */
  record Planned(Moment when, String person) implements Entry {}

  /**
   * A connector saw that two people could be brought together.
   *
   * @param before machine time of the connector's look before; it was suggested since
   * @param day the UTC day that it is for
   */
  record Suggested(
      Moment when,
      Instant before,
      String connector,
      UUID introduction,
      LocalDate day,
      String one,
      String other)
      implements Entry {}

  /** A connector brought two together, or did not want to now. */
  record Introduced(Moment when, String connector, UUID introduction, boolean made)
      implements Entry {}

  /** A person was in touch with a contact, to greet, to give or to ask. */
  record Logged(Moment when, String person, String contact, String purpose) implements Entry {}

  /** A person wants to be in touch with a contact every so many days. */
  record Kept(Moment when, String person, String contact, int days) implements Entry {}

  /** What a person's list showed: contacts to be in touch with, and things to give. */
  record SawDue(Moment when, String person, int cadences, int gives) implements Entry {}

  /** So many times sensors saw two near each other, as far as both had agreed. */
  record Sensed(Moment when, long noted) implements Entry {}

  /** A person was asked whether they met a contact whom sensors saw near them. */
  record AskedWhether(Moment when, String person, String contact) implements Entry {}

  /** A person's answer to that, when it was no; a yes is a report. */
  record Dismissed(Moment when, String person, String contact) implements Entry {}

  /** From now on nothing of the event is sent, or it goes on. */
  record Sending(Moment when, boolean held) implements Entry {}

  /** A person sent these with a line of their own; no other line carries its mark. */
  record Worded(Moment when, String person, Set<UUID> followUps, String mark) implements Entry {
    public Worded {
      followUps = Set.copyOf(followUps);
    }
  }

  /** A person took their contacts home. */
  record TookOut(Moment when, String person, String format) implements Entry {}

  /** The platform's app refuses invitations to a person. */
  record NotOnPlatform(Moment when, String person) implements Entry {}

  /** A person wants no more mails of a purpose, spelled as the links in mails spell it. */
  record Unsubscribed(Moment when, String person, String purpose) implements Entry {}

  /** From now on a person's mail goes to this address. */
  record Moved(Moment when, String person, String email) implements Entry {}

  /** From now on the mail server refuses this address, for good or only at first. */
  record Refusing(Moment when, String address, boolean forGood) implements Entry {}

  /** A part of the system was down from {@code when} until then (machine time). */
  record Outage(Moment when, String part, Instant until) implements Entry {}

  /** A call that was never answered, however often it was repeated. */
  record Unanswered(Moment when, String call) implements Entry {}

  /** A call that a platform may make, and that was refused. */
  record Refused(Moment when, String call, int status, String answer) implements Entry {}
}
