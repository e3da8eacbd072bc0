package dev.rapport.events.plan;

import dev.rapport.events.event.Event;
import dev.rapport.events.event.Roster;
import dev.rapport.events.event.Roster.Guest;
import dev.rapport.events.lines.Outcome;
import dev.rapport.events.person.People;
import dev.rapport.events.plan.Facts.Encounter;
import dev.rapport.events.profile.Profile;
import dev.rapport.events.profile.Profiles;
import dev.rapport.events.tie.Tie;
import dev.rapport.events.tie.Ties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plans and how far they are, measured anew at each look. Only meetings count that both reported;
 * nobody is compared with anybody.
 */
@Component
class Plans {

  /** A plan that was said for somebody. */
  record Said(String person, Plan plan) {}

  /** Whose plan was kept. */
  record Planned(String person, UUID personId) {}

  private final PlanStore store;
  private final Ties ties;
  private final Profiles profiles;
  private final Roster roster;
  private final People people;

  Plans(PlanStore store, Ties ties, Profiles profiles, Roster roster, People people) {
    this.store = store;
    this.ties = ties;
    this.profiles = profiles;
    this.roster = roster;
    this.people = people;
  }

  /** Keeps plans; of two lines about one person the later one. */
  List<Outcome<Planned>> keep(Event event, List<Said> said) {
    var found = people.find(said.stream().map(Said::person).toList());
    var plans = new LinkedHashMap<UUID, Plan>();
    for (var one : said) {
      var person = found.get(one.person());
      if (person != null && !person.erased()) {
        plans.put(person.id(), one.plan());
      }
    }
    var fresh = store.keep(event.id(), plans);
    var outcomes = new ArrayList<Outcome<Planned>>();
    for (var one : said) {
      var person = found.get(one.person());
      outcomes.add(
          person == null || person.erased()
              ? new Outcome.Refused<>(People.gone())
              : new Outcome.Done<>(
                  new Planned(one.person(), person.id()), fresh.remove(person.id())));
    }
    return outcomes;
  }

  /** A person revises their own plan, on its page. */
  void revise(Event event, UUID person, UnaryOperator<Plan> change) {
    var before = store.find(event.id(), person).plan();
    store.keep(event.id(), Map.of(person, change.apply(before)));
  }

  /** A person's plan for an event and how far it is; without one, what there is beside it. */
  PlanView view(Event event, String externalId, UUID person) {
    var kept = store.find(event.id(), person);
    var all = ties.of(person, null);
    var here = all.stream().filter(tie -> tie.event().equals(event.id().value())).toList();
    var mutual = here.stream().filter(Tie::mutual).toList();
    var known = known(person, all);
    var guests = roster.guestsAmong(event.id(), known.keySet());
    var facts = facts(event, person, mutual, known, guests, kept.inTime());
    return new PlanView(
        externalId,
        phase(event),
        PlanView.PlanShown.of(kept.plan()),
        Criterion.of(kept.plan().goals(), facts),
        facts.met().size(),
        facts.met().isEmpty() ? null : facts.virtualShare(),
        there(event, person, all, known, guests));
  }

  private Map<UUID, Profile> known(UUID person, List<Tie> all) {
    var partners = all.stream().map(tie -> tie.partnerOf(person)).collect(Collectors.toSet());
    partners.add(person);
    return profiles.find(partners);
  }

  private static Facts facts(
      Event event,
      UUID person,
      List<Tie> mutual,
      Map<UUID, Profile> known,
      Map<UUID, Guest> guests,
      int inTime) {
    var met = new ArrayList<Encounter>();
    for (var tie : mutual) {
      var partner = tie.partnerOf(person);
      var profile = known.get(partner);
      var guest = guests.get(partner);
      met.add(
          new Encounter(
              profile == null ? "" : profile.externalId(),
              guest != null && guest.newcomer(),
              tie.how() == Tie.How.VIRTUAL || tie.how() == Tie.How.BOTH,
              topics(event, profile)));
    }
    return new Facts(met, inTime);
  }

  private static Set<String> topics(Event event, @Nullable Profile profile) {
    return profile == null || !profile.mayBeNamed(event.id().value())
        ? Set.of()
        : profile.interests().stream().map(Profile::folded).collect(Collectors.toSet());
  }

  /** One-sided ties tell nothing: whoever scans every badge would learn who goes where. */
  private static List<Acquaintance> there(
      Event event, UUID person, List<Tie> all, Map<UUID, Profile> known, Map<UUID, Guest> guests) {
    var self = known.get(person);
    if (self == null || !self.mayBeNamed(event.id().value())) {
      return List.of();
    }
    var byPartner = new HashMap<UUID, List<Tie>>();
    all.stream()
        .filter(Tie::mutual)
        .forEach(
            tie ->
                byPartner.computeIfAbsent(tie.partnerOf(person), p -> new ArrayList<>()).add(tie));
    var there = new ArrayList<Acquaintance>();
    byPartner.forEach(
        (partner, together) -> {
          var profile = known.get(partner);
          if (profile != null
              && guests.containsKey(partner)
              && profile.mayBeNamed(event.id().value())) {
            there.add(
                new Acquaintance(
                    profile.externalId(),
                    profile.name(),
                    self.shares(profile),
                    together.stream().anyMatch(tie -> tie.event().equals(event.id().value())),
                    together.stream().allMatch(tie -> tie.how() == Tie.How.VIRTUAL)));
          }
        });
    there.sort(
        Comparator.comparing(Acquaintance::metHere)
            .thenComparing(acquaintance -> !acquaintance.onlyOnline())
            .thenComparing(acquaintance -> -acquaintance.topics().size())
            .thenComparing(Acquaintance::name));
    return List.copyOf(there);
  }

  private static String phase(Event event) {
    return switch (event.state()) {
      case PLANNED -> "before";
      case OPEN -> "during";
      case ENDED, FOLLOWING_UP, CLOSED, CANCELLED -> "after";
    };
  }
}
