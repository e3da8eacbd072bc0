package dev.rapport.events.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.edge.Crowd;
import dev.rapport.events.edge.Hours;
import dev.rapport.events.event.Roster.Guest;
import dev.rapport.events.introduction.Suggestions.Suggestion;
import dev.rapport.events.tie.Tie;
import dev.rapport.events.tie.Tie.How;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

  private static final Instant START = Instant.parse("2026-06-04T07:00:00Z");

  @Test
  void of_any_crowd_at_least_half_of_a_connectors_day_are_in_the_group() {
    var random = new Random(11);
    for (var run = 0; run < 300; run++) {
      var size = 3 + random.nextInt(40);
      var crowd = crowd(size, random.nextInt(size * 3), random);
      var candidates = IntStream.range(0, size).mapToObj(number -> anyone(number, random)).toList();
      var made = new Made();
      var day = new ArrayList<Suggestion>();
      for (var round = 0; round < 5; round++) {
        day.addAll(Suggestions.suggest(crowd, candidates, made, random));
        // People move between the group and the edge while the day goes on; each suggestion
        // holds for the moment in which it was made.
        check(day, candidates, crowd);
      }
    }
  }

  private static void check(List<Suggestion> day, List<Candidate> candidates, Crowd crowd) {
    Map<Integer, List<Suggestion>> byConnector =
        day.stream().collect(Collectors.groupingBy(Suggestion::connector));
    byConnector.forEach(
        (connector, suggestions) -> {
          assertThat(candidates.get(connector).connects()).isTrue();
          assertThat(suggestions).hasSizeLessThanOrEqualTo(Made.A_DAY);
          var suggested =
              suggestions.stream().flatMap(s -> List.of(s.one(), s.other()).stream()).toList();
          var inTheGroup =
              suggested.stream().filter(number -> candidates.get(number).inTheGroup()).count();
          assertThat(2 * inTheGroup).isGreaterThanOrEqualTo(suggested.size());
          assertThat(suggested)
              .doesNotContain(connector)
              .allMatch(number -> candidates.get(number).introducible());
        });
    var appearances = new HashMap<Integer, Integer>();
    var pairs = new HashSet<List<Integer>>();
    for (var suggestion : day) {
      appearances.merge(suggestion.one(), 1, Integer::sum);
      appearances.merge(suggestion.other(), 1, Integer::sum);
      assertThat(crowd.met(suggestion.one(), suggestion.other())).isFalse();
      assertThat(
              pairs.add(
                  List.of(
                      Math.min(suggestion.one(), suggestion.other()),
                      Math.max(suggestion.one(), suggestion.other()))))
          .isTrue();
    }
    assertThat(appearances.values()).allMatch(times -> times <= Made.A_DAY);
  }

  @Test
  void somebody_on_the_edge_is_brought_to_somebody_who_shares_a_topic() {
    var crowd = crowd(6, 0, new Random(1));
    crowd.add(tie(0, 1));
    crowd.add(tie(0, 2));
    crowd.add(tie(0, 3));
    var candidates =
        List.of(
            new Candidate(0, true, true, true, false, List.of()),
            new Candidate(1, false, true, true, false, List.of("ships")),
            new Candidate(2, false, true, true, false, List.of("trains")),
            new Candidate(3, false, true, true, false, List.of()),
            new Candidate(4, false, true, false, true, List.of("trains")),
            new Candidate(5, false, false, false, true, List.of("trains")));

    var found = Suggestions.suggest(crowd, candidates, new Made(), new Random(1));

    assertThat(found).containsExactly(new Suggestion(0, 4, 2));
  }

  @Test
  void every_second_suggestion_is_of_two_in_the_group() {
    var crowd = crowd(20, 0, new Random(1));
    for (var i = 1; i < 10; i++) {
      crowd.add(tie(0, i));
    }
    var candidates =
        IntStream.range(0, 20)
            .mapToObj(i -> new Candidate(i, i == 0, true, i < 10, i >= 10, List.of()))
            .toList();
    var made = new Made();

    var onTheEdge = new ArrayList<Long>();
    for (var round = 0; round < 4; round++) {
      for (var found : Suggestions.suggest(crowd, candidates, made, new Random(round))) {
        onTheEdge.add(List.of(found.one(), found.other()).stream().filter(i -> i >= 10).count());
      }
    }

    assertThat(onTheEdge).containsExactly(1L, 0L, 1L);
  }

  @Test
  void where_nobody_is_in_the_group_nothing_is_suggested() {
    var candidates =
        IntStream.range(0, 9)
            .mapToObj(i -> new Candidate(i, true, true, false, true, List.of("trains")))
            .toList();

    assertThat(
            Suggestions.suggest(crowd(9, 3, new Random(2)), candidates, new Made(), new Random(2)))
        .isEmpty();
  }

  @Test
  void a_connector_who_rests_gets_none() {
    var candidates =
        IntStream.range(0, 4)
            .mapToObj(i -> new Candidate(i, i == 0, true, true, false, List.of()))
            .toList();
    var made = new Made();
    made.rests(0);

    assertThat(Suggestions.suggest(crowd(4, 0, new Random(3)), candidates, made, new Random(3)))
        .isEmpty();
  }

  private static Candidate anyone(int number, Random random) {
    var place = random.nextInt(3);
    return new Candidate(
        number,
        random.nextInt(3) == 0,
        random.nextInt(4) != 0,
        place == 0,
        place == 1,
        random.nextBoolean() ? List.of("trains") : List.of("ships", "trains"));
  }

  private static Crowd crowd(int size, int ties, Random random) {
    var guests =
        IntStream.range(0, size)
            .mapToObj(i -> new Guest(new UUID(1, i), Instant.EPOCH, false))
            .toList();
    var end = START.plus(Duration.ofDays(1));
    var crowd = new Crowd(Hours.of(START, end, end), guests);
    for (var i = 0; i < ties; i++) {
      var one = random.nextInt(size);
      var other = random.nextInt(size);
      if (one != other) {
        crowd.add(tie(one, other));
      }
    }
    return crowd;
  }

  private static Tie tie(int one, int other) {
    return new Tie(
        new UUID(0, 0), new UUID(1, one), new UUID(1, other), How.FACE_TO_FACE, true, START, START);
  }
}
