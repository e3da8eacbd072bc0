package dev.rapport.access;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many lines in one request, each with an answer of its own. */
public final class Bulk {

  /** More lines than this are refused together. */
  public static final int MOST_LINES = 1_000;

  private final JsonMapper json;

  Bulk(JsonMapper json) {
    this.json = json;
  }

  /** What the single operation would have answered. */
  public record Answer<R>(int status, R body) {}

  /** The answers, one per line, in the order of the lines. */
  public record Results<R>(List<Result<R>> results) {}

  /**
   * A line's answer.
   *
   * @param line counted from 0
   * @param body what the single operation answers, its fields beside these; absent on a problem
   */
  public record Result<R>(
      int line, int status, @JsonUnwrapped @Nullable R body, @Nullable ProblemBody problem) {

    /** The answer of a line that was taken. */
    public static <R> Result<R> of(int line, Answer<R> answer) {
      return new Result<>(line, answer.status(), answer.body(), null);
    }

    /** The answer of a line that was refused. */
    public static <R> Result<R> refused(int line, Problem problem) {
      return new Result<>(line, problem.status().value(), null, problem.body());
    }
  }

  /** A line that was read, or why it was not; exactly one of value and problem is there. */
  public record Line<T>(int number, @Nullable T value, @Nullable Problem problem) {}

  /** Reads each line for itself, so that a bad one harms no other. */
  public <T> List<Line<T>> read(@Nullable List<JsonNode> nodes, String field, Class<T> type) {
    var given = Fields.required(field, nodes);
    if (given.size() > MOST_LINES) {
      throw new Problem(
          HttpStatus.CONTENT_TOO_LARGE,
          "too-many-lines",
          "The request has %d lines; expected at most %d. Split it into several requests."
              .formatted(given.size(), MOST_LINES));
    }
    var lines = new ArrayList<Line<T>>(given.size());
    for (var node : given) {
      lines.add(readOne(lines.size(), node, type));
    }
    return lines;
  }

  /** Answers each line by itself; a {@link Problem} thrown for one becomes its answer. */
  public <T, R> Results<R> each(List<Line<T>> lines, Function<T, Answer<R>> operation) {
    var results = new ArrayList<Result<R>>(lines.size());
    for (var line : lines) {
      results.add(answer(line, operation));
    }
    return new Results<>(results);
  }

  private static <T, R> Result<R> answer(Line<T> line, Function<T, Answer<R>> operation) {
    var problem = line.problem();
    var value = line.value();
    if (problem != null || value == null) {
      return Result.refused(line.number(), problem == null ? nothing() : problem);
    }
    try {
      return Result.of(line.number(), operation.apply(value));
    } catch (Problem e) {
      return Result.refused(line.number(), e);
    }
  }

  private <T> Line<T> readOne(int number, @Nullable JsonNode node, Class<T> type) {
    if (node == null || !node.isObject()) {
      return new Line<>(number, null, nothing());
    }
    try {
      return new Line<>(number, json.treeToValue(node, type), null);
    } catch (JacksonException e) {
      return new Line<>(number, null, Problems.unreadable(e));
    }
  }

  private static Problem nothing() {
    return new Problem(
        HttpStatus.BAD_REQUEST,
        "malformed-body",
        "The line is not a JSON object; send one a line.");
  }
}
