package dev.rapport.access;

import org.springframework.http.HttpStatus;

/**
 * What went wrong, what was expected and what to do next, as RFC 9457 problem details. The slug is
 * the stable part: the type is {@code urn:rapport:problem:<slug>}.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final HttpStatus status;
  private final String slug;

  /** Takes the status, the stable slug and one to three sentences for the caller. */
  public Problem(HttpStatus status, String slug, String detail) {
    super(detail);
    this.status = status;
    this.slug = slug;
  }

  /** A field that is missing or has a value that cannot be taken. */
  public static Problem field(String field, String found, String expected) {
    return new Problem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "invalid-field",
        "The field '%s' %s; expected %s.".formatted(field, found, expected));
  }

  /** A thing that is not there, or not there for this caller. */
  public static Problem notFound(String what) {
    return new Problem(
        HttpStatus.NOT_FOUND,
        "not-found",
        "There is no %s; check the identifiers in the path.".formatted(what));
  }

  /** Somebody else's. */
  public static Problem notYours(String what) {
    return new Problem(
        HttpStatus.FORBIDDEN,
        "not-yours",
        "This token does not open %s; use one whose scope covers it.".formatted(what));
  }

  public HttpStatus status() {
    return status;
  }

  public String slug() {
    return slug;
  }

  /** Returns the body that goes over the wire. */
  public ProblemBody body() {
    return new ProblemBody(
        "urn:rapport:problem:" + slug, title(), status.value(), String.valueOf(getMessage()));
  }

  private String title() {
    var words = slug.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
