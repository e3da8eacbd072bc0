package dev.rapport.events.lines;

import dev.rapport.access.Bulk;
import dev.rapport.access.Bulk.Line;
import dev.rapport.access.Bulk.Result;
import dev.rapport.access.Bulk.Results;
import dev.rapport.access.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers a bulk request: the good lines are handed on together, the others answered at once. */
public final class Batch {

  private Batch() {}

  /**
   * Returns one answer for each line, in the lines' order.
   *
   * @param check makes a command of a line, or throws the line's {@link Problem}
   * @param operation takes the good commands and returns as many outcomes
   */
  public static <T, C, R> Results<R> answer(
      List<Line<T>> lines, Function<T, C> check, Function<List<C>, List<Outcome<R>>> operation) {
    var results = new TreeMap<Integer, Result<R>>();
    var numbers = new ArrayList<Integer>();
    var commands = new ArrayList<C>();
    for (var line : lines) {
      var problem = line.problem();
      var value = line.value();
      if (value == null) {
        results.put(line.number(), Result.refused(line.number(), orMissing(problem)));
        continue;
      }
      try {
        commands.add(check.apply(value));
        numbers.add(line.number());
      } catch (Problem refused) {
        results.put(line.number(), Result.refused(line.number(), refused));
      }
    }
    var outcomes = operation.apply(commands);
    for (var i = 0; i < numbers.size(); i++) {
      results.put(numbers.get(i), result(numbers.get(i), outcomes.get(i)));
    }
    return new Results<>(List.copyOf(results.values()));
  }

  private static Problem orMissing(@org.jspecify.annotations.Nullable Problem problem) {
    return problem == null ? Problem.field("line", "is missing", "a JSON object") : problem;
  }

  private static <R> Result<R> result(int line, Outcome<R> outcome) {
    return switch (outcome) {
      case Outcome.Done<R>(var value, var created) ->
          Result.of(line, new Bulk.Answer<>(created ? 201 : 200, value));
      case Outcome.Refused<R>(var problem) -> Result.refused(line, problem);
    };
  }
}
