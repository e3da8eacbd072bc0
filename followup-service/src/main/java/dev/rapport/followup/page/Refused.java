package dev.rapport.followup.page;

import org.springframework.http.HttpStatus;

/** A link or form that opens nothing; answered with a page, never with problem details. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final HttpStatus status;
  private final String text;

  Refused(HttpStatus status, String text) {
    super("refused." + text);
    this.status = status;
    this.text = "refused." + text;
  }

  HttpStatus status() {
    return status;
  }

  /** The key of the sentence for people. */
  String text() {
    return text;
  }
}
