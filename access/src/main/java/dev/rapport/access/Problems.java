package dev.rapport.access;

import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.propertyeditors.CustomNumberEditor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Answers every failure of an operation with problem details. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  /** An empty number is none: without this, {@code ?limit=} is read as if it were not there. */
  @InitBinder
  void numbers(WebDataBinder binder) {
    binder.registerCustomEditor(Integer.class, new CustomNumberEditor(Integer.class, false));
  }

  @ExceptionHandler
  ResponseEntity<Object> problem(Problem problem) {
    return answer(problem, new HttpHeaders());
  }

  /** Parameters that the server itself cannot read, like one without a name. */
  @ExceptionHandler
  ResponseEntity<Object> parameters(InvalidParameterException e) {
    return answer(
        new Problem(
            HttpStatus.BAD_REQUEST,
            "malformed-request",
            "The query is not one that can be read; expected name=value pairs, percent-encoded."),
        new HttpHeaders());
  }

  /** A body that says that it has parts, and has none that can be told apart. */
  @ExceptionHandler
  ResponseEntity<Object> parts(MultipartException e) {
    return answer(
        new Problem(
            HttpStatus.BAD_REQUEST,
            "malformed-request",
            "The body is not in the parts that its Content-Type announces; this operation takes JSON."),
        new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> unexpected(RuntimeException e) {
    if (e instanceof org.springframework.security.core.AuthenticationException
        || e instanceof org.springframework.security.access.AccessDeniedException) {
      throw e; // the security chain's to answer
    }
    // Without the message: a database's error quotes keys, which may be somebody's badge.
    log.error(
        "A request failed for a reason that no one foresaw: {} at {}.",
        e.getClass().getName(),
        List.of(e.getStackTrace()).subList(0, Math.min(8, e.getStackTrace().length)));
    return answer(
        new Problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "unexpected",
            "The request failed on our side; nothing is known to be wrong with it. Repeat it as it is: a repeat changes nothing twice."),
        new HttpHeaders());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(unreadable(e.getCause()), headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var known = HttpStatus.valueOf(status.value());
    return answer(
        new Problem(known, slug(known), "The request does not fit this operation: " + said(e)),
        headers);
  }

  /** Says what of a body could not be read, without quoting it. */
  static Problem unreadable(@Nullable Throwable cause) {
    // The parser wraps what reading throws.
    for (var deeper = cause; deeper != null; deeper = deeper.getCause()) {
      if (deeper instanceof BodyLimit.TooLarge tooLarge) {
        return tooLarge.problem();
      }
    }
    return switch (cause) {
      case UnrecognizedPropertyException e ->
          new Problem(
              HttpStatus.BAD_REQUEST,
              "unknown-field",
              "The field '%s' is not known here; expected only fields that the API description names. Remove it or correct its spelling."
                  .formatted(clean(e.getPropertyName())));
      case JacksonException e ->
          new Problem(
              HttpStatus.BAD_REQUEST,
              "malformed-body",
              "The body is not the JSON that was expected%s; compare it with the API description."
                  .formatted(where(e)));
      case null, default ->
          new Problem(
              HttpStatus.BAD_REQUEST,
              "malformed-body",
              "The body is missing or is no JSON; send a JSON object as UTF-8.");
    };
  }

  private static String where(JacksonException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      var name = step.getPropertyName();
      path.append('/').append(name == null ? step.getIndex() : clean(name));
    }
    if (!path.isEmpty()) {
      return " at " + path;
    }
    var location = e.getLocation();
    return location == null
        ? ""
        : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static String clean(String name) {
    var printable = name.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.length() <= 80 ? printable : printable.substring(0, 80) + "…";
  }

  static String slug(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "not-found";
      case METHOD_NOT_ALLOWED -> "method-not-allowed";
      case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
      case NOT_ACCEPTABLE -> "not-acceptable";
      case BAD_REQUEST -> "malformed-request";
      default -> status.is5xxServerError() ? "unexpected" : "refused";
    };
  }

  private static String said(Exception e) {
    if (e instanceof org.springframework.web.ErrorResponse response) {
      var detail = response.getBody().getDetail();
      return detail == null ? "see the API description." : clean(detail);
    }
    return "see the API description.";
  }

  private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.body());
  }
}
