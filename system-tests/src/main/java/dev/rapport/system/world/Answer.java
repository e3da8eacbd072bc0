package dev.rapport.system.world;

import dev.rapport.system.ledger.Moment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service answered.
 *
 * @param text the body as it came
 * @param tries how often the call was made; after more than one, an earlier one may have worked
 */
public record Answer(int status, String text, Moment when, int tries) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public boolean ok() {
    return status / 100 == 2;
  }

  /** The body as JSON. */
  public JsonNode json() {
    return JSON.readTree(text);
  }

  /** This answer if it is a good one. */
  public Answer orRefuse(String call) {
    if (!ok()) {
      throw new Refused("%s was answered %d: %s".formatted(call, status, text));
    }
    return this;
  }

  /** A service refused what it should have done. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }
}
