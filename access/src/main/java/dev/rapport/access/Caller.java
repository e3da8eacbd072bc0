package dev.rapport.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls, from the bearer token alone. Taken by controllers as an argument.
 *
 * @param scopes of {@code platform} (acts for anyone of its installation), {@code organiser} (its
 *     own events), {@code person} (that person)
 * @param organiser the organiser's external id, for the scope organiser
 * @param person the person's external id, for the scope person
 */
public record Caller(List<String> scopes, @Nullable String organiser, @Nullable String person) {

  static Caller of(Jwt token) {
    var scope = token.getClaimAsString("scope");
    return new Caller(
        scope == null ? List.of() : List.of(scope.split(" ")),
        token.getClaimAsString("organiser"),
        token.getClaimAsString("person"));
  }

  /** Whether this is the platform itself. */
  public boolean isPlatform() {
    return scopes.contains("platform");
  }

  /** Refuses everyone but the platform. */
  public void mustBePlatform() {
    if (!isPlatform()) {
      throw Problem.notYours("what only the platform may do");
    }
  }

  /** Refuses everyone but the platform and this organiser. */
  public void mayActFor(String organiserId) {
    if (!isPlatform() && !(scopes.contains("organiser") && organiserId.equals(organiser))) {
      throw Problem.notYours("this organiser's events");
    }
  }

  /** Refuses everyone but the platform and this person. */
  public void mayBe(String personId) {
    if (!isPlatform() && !isPerson(personId)) {
      throw Problem.notYours("this person's data");
    }
  }

  /** Refuses everyone but the platform, this organiser and the person who reports. */
  public void mayReport(String organiserId, String reporter) {
    if (!isPerson(reporter)) {
      mayActFor(organiserId);
    }
  }

  private boolean isPerson(String personId) {
    return scopes.contains("person") && personId.equals(person);
  }
}
