package dev.rapport.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;

/** Tells as a problem what the server refuses by itself: a request that is none of HTTP's. */
final class ProblemValve extends ErrorReportValve {

  private final ProblemWriter writer;

  ProblemValve(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  protected void report(Request request, Response response, Throwable thrown) {
    var status = HttpStatus.resolve(response.getStatus());
    if (status == null || !status.isError() || response.getContentWritten() > 0) {
      return;
    }
    if (response.setErrorReported()) {
      try {
        writer.write(response, refusal(status));
        response.finishResponse();
      } catch (IOException e) {
        throw new UncheckedIOException("The client did not take its refusal", e);
      }
    }
  }

  private static Problem refusal(HttpStatus status) {
    return status == HttpStatus.BAD_REQUEST
        ? new Problem(
            status,
            "not-http",
            "The request could not be read; encode what a path, a query and headers may not hold.")
        : new Problem(
            status, "refused-by-server", "The server refused the request; look at the status.");
  }
}
