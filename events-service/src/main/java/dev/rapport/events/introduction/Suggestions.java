package dev.rapport.events.introduction;

import dev.rapport.events.edge.Crowd;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Finds who could be introduced to whom by whom. Of every two at least one is well within the
 * group, and every second suggestion of a connector is of two who are: so however many are made, at
 * least half of those suggested to a connector on a day are not on the edge, and none is labelled
 * by being suggested.
 */
final class Suggestions {

  /** So many are looked at for each suggestion: enough to find a fit, few enough for thousands. */
  private static final int LOOKED_AT = 20;

  /** Two people whom a connector could bring together. */
  record Suggestion(int connector, int one, int other) {}

  private final Crowd crowd;
  private final Made made;
  private final Random random;
  private final Map<Integer, Candidate> introducible = new HashMap<>();
  private final List<Candidate> group = new ArrayList<>();
  private final List<Candidate> others = new ArrayList<>();
  private int turn;

  private Suggestions(Crowd crowd, List<Candidate> candidates, Made made, Random random) {
    this.crowd = crowd;
    this.made = made;
    this.random = random;
    for (var candidate : candidates) {
      if (candidate.introducible()) {
        introducible.put(candidate.number(), candidate);
        (candidate.inTheGroup() ? group : others).add(candidate);
      }
    }
    Collections.shuffle(others, random);
    others.sort(Comparator.comparing(candidate -> !candidate.onTheEdge()));
  }

  /**
   * Suggests at most one introduction to each connector, and remembers them in {@code made}.
   *
   * @param random decides among equals; the same seed gives the same
   */
  static List<Suggestion> suggest(
      Crowd crowd, List<Candidate> candidates, Made made, Random random) {
    var search = new Suggestions(crowd, candidates, made, random);
    var connectors =
        new ArrayList<>(
            candidates.stream()
                .filter(Candidate::connects)
                .map(Candidate::number)
                .filter(made::mayMake)
                .toList());
    Collections.shuffle(connectors, random);
    var suggestions = new ArrayList<Suggestion>();
    for (var connector : connectors) {
      var suggestion = search.suggestTo(connector);
      if (suggestion != null) {
        made.today(connector, suggestion.one(), suggestion.other());
        suggestions.add(suggestion);
      }
    }
    return suggestions;
  }

  private @Nullable Suggestion suggestTo(int connector) {
    var known = some(known(connector));
    var partners = known.isEmpty() ? some(group) : known;
    var amongTheGroup = made.madeBy(connector) % 2 == 1;
    var best = amongTheGroup ? null : best(connector, next(), partners);
    return best == null ? best(connector, partners, some(group)) : best;
  }

  /** Those in the group whom the connector met and can bring along. */
  private List<Candidate> known(int connector) {
    var known = new ArrayList<Candidate>();
    for (var number : crowd.metBy(connector)) {
      var candidate = introducible.get(number);
      if (candidate != null && candidate.inTheGroup()) {
        known.add(candidate);
      }
    }
    return known;
  }

  private @Nullable Suggestion best(
      int connector, List<Candidate> newcomers, List<Candidate> partners) {
    Suggestion best = null;
    var bestScore = -1L;
    for (var one : newcomers) {
      for (var other : partners) {
        if (fits(connector, one, other)) {
          var score = 4 * one.shares(other) + known(connector, one) + known(connector, other);
          if (score > bestScore) {
            bestScore = score;
            best = new Suggestion(connector, one.number(), other.number());
          }
        }
      }
    }
    return best;
  }

  private boolean fits(int connector, Candidate one, Candidate other) {
    return one.number() != other.number()
        && one.number() != connector
        && other.number() != connector
        && made.mayAppear(one.number())
        && made.mayAppear(other.number())
        && !made.isMade(one.number(), other.number())
        && !crowd.met(one.number(), other.number());
  }

  private int known(int connector, Candidate candidate) {
    return crowd.met(connector, candidate.number()) ? 1 : 0;
  }

  /** The next of those outside the group, in turn, so that all of them come up. */
  private List<Candidate> next() {
    var next = new ArrayList<Candidate>();
    for (var looked = 0; looked < Math.min(LOOKED_AT, others.size()); looked++) {
      next.add(others.get((turn + looked) % others.size()));
    }
    turn++;
    return next;
  }

  private List<Candidate> some(List<Candidate> all) {
    if (all.size() <= LOOKED_AT) {
      return all;
    }
    return random.ints(LOOKED_AT, 0, all.size()).distinct().mapToObj(all::get).toList();
  }
}
