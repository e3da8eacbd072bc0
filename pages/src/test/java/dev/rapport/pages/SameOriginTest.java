package dev.rapport.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class SameOriginTest {

  @Test
  void a_form_of_this_page_or_of_no_browser_is_taken() {
    assertThat(SameOrigin.isOwn(post())).isTrue();
    assertThat(SameOrigin.isOwn(post("Sec-Fetch-Site", "same-origin", "Origin", "null"))).isTrue();
    assertThat(SameOrigin.isOwn(post("Origin", "https://Rapport.example:8443"))).isTrue();
  }

  @Test
  void a_form_of_another_site_is_refused() {
    assertThat(SameOrigin.isOwn(post("Sec-Fetch-Site", "cross-site"))).isFalse();
    assertThat(SameOrigin.isOwn(post("Sec-Fetch-Site", "same-site"))).isFalse();
    assertThat(SameOrigin.isOwn(post("Origin", "https://evil.example"))).isFalse();
    assertThat(SameOrigin.isOwn(post("Origin", "null"))).isFalse();
    assertThat(SameOrigin.isOwn(post("Origin", "not an origin"))).isFalse();
  }

  private static MockHttpServletRequest post(String... headers) {
    var request = new MockHttpServletRequest("POST", "/my/plan");
    request.addHeader("Host", "rapport.example:8443");
    for (var i = 0; i < headers.length; i += 2) {
      request.addHeader(headers[i], headers[i + 1]);
    }
    return request;
  }
}
