package dev.rapport.contacts.report;

import dev.rapport.contacts.meeting.Report;
import dev.rapport.contacts.person.Refusals;
import dev.rapport.contacts.person.Seat;
import dev.rapport.contacts.person.Seats;
import dev.rapport.contacts.report.ReportRequest.Target;
import dev.rapport.contacts.roster.Roster;
import dev.rapport.contacts.roster.Roster.Scanned;
import dev.rapport.messaging.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out whom requests name; refuses those that name the erased or only one person. */
@Component
class Drafting {

  private final Ids ids;
  private final Seats seats;
  private final Roster roster;

  Drafting(Ids ids, Seats seats, Roster roster) {
    this.ids = ids;
    this.seats = seats;
    this.roster = roster;
  }

  /** A draft for each request, in order; people may be named before they are registered. */
  List<Draft> draft(UUID event, List<ReportRequest> requests, Instant now) {
    var people = new HashSet<String>();
    var scanned = new HashSet<Scanned>();
    for (var request : requests) {
      people.add(request.reporter());
      switch (request.target()) {
        case Target.Contact contact -> people.add(contact.externalId());
        case Target.BadgeCode badge -> scanned.add(scanned(event, badge, request));
      }
    }
    var named = seats.of(people);
    var holders = roster.holders(scanned);
    var erasedHolders = seats.erasedAmong(holders.values());
    var drafts = new ArrayList<Draft>(requests.size());
    for (var request : requests) {
      drafts.add(draft(event, request, now, named, holders, erasedHolders));
    }
    return drafts;
  }

  /** Those that name somebody who has been erased by now; a badge vanishes with its holder. */
  Set<Draft> erasedAmong(List<Draft> drafts) {
    var people = new HashSet<UUID>();
    for (var draft : drafts) {
      people.add(draft.reporter());
      if (draft.contact() != null) {
        people.add(draft.contact());
      }
    }
    var erased = seats.erasedAmong(people);
    return drafts.stream()
        .filter(
            draft ->
                draft.contact() == null
                    || erased.contains(draft.contact())
                    || erased.contains(draft.reporter()))
        .collect(Collectors.toSet());
  }

  private Draft draft(
      UUID event,
      ReportRequest request,
      Instant now,
      Map<String, Seat> named,
      Map<Scanned, UUID> holders,
      Set<UUID> erasedHolders) {
    var reporter = Objects.requireNonNull(named.get(request.reporter()));
    @Nullable UUID contact;
    @Nullable UUID badge = null;
    var erased = reporter.erasedAt(request.at());
    switch (request.target()) {
      case Target.Contact target -> {
        var seat = Objects.requireNonNull(named.get(target.externalId()));
        contact = seat.id();
        erased |= seat.erasedAt(request.at());
      }
      case Target.BadgeCode target -> {
        var scanned = scanned(event, target, request);
        contact = holders.get(scanned);
        badge = scanned.badge();
        erased |= contact != null && erasedHolders.contains(contact);
      }
    }
    var draft =
        new Draft(
            request,
            now,
            new Draft.Named(
                Report.id(ids, reporter.id(), event, request.key()),
                event,
                reporter.id(),
                contact,
                badge,
                request.body(ids),
                UUID.randomUUID()));
    if (erased) {
      draft.refuse(Refusals.erased());
    } else if (reporter.id().equals(contact)) {
      draft.refuse(Admission.meetsOneself());
    }
    return draft;
  }

  private Scanned scanned(UUID event, Target.BadgeCode badge, ReportRequest request) {
    return new Scanned(roster.badge(event, badge.code()), request.at());
  }
}
