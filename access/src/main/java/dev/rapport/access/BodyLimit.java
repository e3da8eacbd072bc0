package dev.rapport.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies over 2 MiB, announced or not, before they are held in memory. */
final class BodyLimit extends OncePerRequestFilter {

  static final long BYTES = 2L << 20;

  private final ProblemWriter writer;

  BodyLimit(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > BYTES && !isFile(request)) {
      writer.write(response, new TooLarge().problem());
      return;
    }
    chain.doFilter(new Limited(request), response);
  }

  /** Files come from pages, where their own limit is answered with a page. */
  private static boolean isFile(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  /** Thrown while a body without an announced length is read. */
  static final class TooLarge extends IOException {

    private static final long serialVersionUID = 1;

    Problem problem() {
      return new Problem(
          HttpStatus.CONTENT_TOO_LARGE,
          "body-too-large",
          "The body is larger than %d bytes; split it into several requests.".formatted(BYTES));
    }
  }

  private static final class Limited extends HttpServletRequestWrapper {

    Limited(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream());
    }
  }

  private static final class Counted extends ServletInputStream {

    private final ServletInputStream body;
    private long read;

    Counted(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      var next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var count = body.read(into, offset, length);
      count(Math.max(count, 0));
      return count;
    }

    private void count(int bytes) throws TooLarge {
      read += bytes;
      if (read > BYTES) {
        throw new TooLarge();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
