package dev.rapport.pages;

import org.springframework.http.HttpStatus;

/**
 * A page that cannot be shown or a form that is not taken; answered with a page that says why,
 * never with problem details.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private static final String SHARED = "dev.rapport.pages.texts";

  private final HttpStatus status;
  private final String bundle;
  private final String key;

  /**
   * Takes a sentence of a feature.
   *
   * @param bundle where the sentence is, see {@link Texts}
   * @param key the sentence's; its title is at {@code key + ".title"}
   */
  public Refusal(HttpStatus status, String bundle, String key) {
    super(key);
    this.status = status;
    this.bundle = bundle;
    this.key = key;
  }

  Refusal(HttpStatus status, String key) {
    this(status, SHARED, key);
  }

  /** A form that is not whole, or holds what cannot be taken: 422. */
  public static Refusal form() {
    return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "refused.form");
  }

  /** Somebody who is erased, or something that is over: 410. */
  public static Refusal gone() {
    return new Refusal(HttpStatus.GONE, "refused.gone");
  }

  /** What cannot be told at this moment: 503. */
  public static Refusal later() {
    return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "refused.unexpected");
  }

  /** Nobody has opened their pages here, or too long ago: 401. */
  public static Refusal noSession() {
    return new Refusal(HttpStatus.UNAUTHORIZED, "refused.session");
  }

  /** Nothing of that name, or not for this person: 404. */
  public static Refusal notFound() {
    return new Refusal(HttpStatus.NOT_FOUND, "refused.not-found");
  }

  HttpStatus status() {
    return status;
  }

  String title(Language language) {
    return Texts.of(language, bundle).get(key + ".title");
  }

  String text(Language language) {
    return Texts.of(language, bundle).get(key);
  }
}
