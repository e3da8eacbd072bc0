package dev.rapport.pages;

import dev.rapport.access.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers what goes wrong behind a page with a page. */
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

  private static final Logger log = LoggerFactory.getLogger(PageProblems.class);

  private final Pages pages;

  PageProblems(Pages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<String> refused(Refusal refusal, HttpServletRequest request) {
    var language = Language.of(request);
    return pages.show(
        refusal.status(),
        Page.of(language, refusal.title(language)),
        Said.of(refusal.text(language)));
  }

  @ExceptionHandler
  ResponseEntity<String> problem(Problem problem, HttpServletRequest request) {
    return refused(ofStatus(problem.status()), request);
  }

  /** A query or a form that the server itself cannot read, or with too many parts. */
  @ExceptionHandler
  ResponseEntity<String> parameters(InvalidParameterException e, HttpServletRequest request) {
    return refused(ofStatus(HttpStatus.BAD_REQUEST), request);
  }

  /** What Spring refuses: parameters that are missing or cannot be read. */
  @ExceptionHandler
  ResponseEntity<String> any(Exception e, HttpServletRequest request) {
    if (e instanceof ErrorResponse response) {
      return refused(ofStatus(HttpStatus.valueOf(response.getStatusCode().value())), request);
    }
    if (e instanceof org.springframework.beans.TypeMismatchException) {
      return refused(ofStatus(HttpStatus.BAD_REQUEST), request);
    }
    // Without the message: a database's error quotes keys, which may be somebody's badge.
    log.error(
        "A page failed for a reason that no one foresaw: {} at {}.",
        e.getClass().getName(),
        List.of(e.getStackTrace()).subList(0, Math.min(8, e.getStackTrace().length)));
    return refused(new Refusal(HttpStatus.INTERNAL_SERVER_ERROR, "refused.unexpected"), request);
  }

  private static Refusal ofStatus(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> Refusal.notFound();
      case GONE -> Refusal.gone();
      default ->
          new Refusal(status, status.is5xxServerError() ? "refused.unexpected" : "refused.form");
    };
  }
}
