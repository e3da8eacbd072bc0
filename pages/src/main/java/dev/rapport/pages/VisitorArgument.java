package dev.rapport.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/** Gives page controllers the {@link Visitor} and the {@link Language} of who has no session. */
final class VisitorArgument implements HandlerMethodArgumentResolver {

  private final Sessions sessions;

  VisitorArgument(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Visitor.class
        || parameter.getParameterType() == Language.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binder) {
    var request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("Pages are asked for over HTTP");
    }
    if (parameter.getParameterType() == Language.class) {
      return Language.of(request);
    }
    var cookie = WebUtils.getCookie(request, SessionTokens.COOKIE);
    var visitor = cookie == null ? null : sessions.read(cookie.getValue());
    if (visitor == null) {
      throw Refusal.noSession();
    }
    return visitor;
  }
}
