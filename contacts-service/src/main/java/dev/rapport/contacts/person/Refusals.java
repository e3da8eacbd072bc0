package dev.rapport.contacts.person;

import dev.rapport.access.Problem;
import org.springframework.http.HttpStatus;

/** Why naming a person is refused. */
public final class Refusals {

  private Refusals() {}

  /** The person was erased, and nobody has registered since. */
  public static Problem erased() {
    return new Problem(
        HttpStatus.GONE,
        "person-erased",
        "This person has been erased; nothing about them is taken any more. Register them again if they came back.");
  }

  static Problem unknown() {
    return Problem.notFound("such person");
  }

  static Problem notAnnounced() {
    return new Problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "not-announced-yet",
        "The change is stored but the other services could not be told yet; repeat the request until it succeeds, a repeat is harmless.");
  }
}
