package dev.rapport.contacts.friend;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Address books are the only files that anybody sends. Forms with files are read by who asks for
 * them alone, so that every other operation refuses them by their content type.
 */
@Configuration(proxyBeanMethods = false)
class FriendUploads {

  private static final int MOST_BYTES = 2 << 20;

  /** They never touch a disk. */
  @Bean
  MultipartConfigElement filesInMemory() {
    return new MultipartConfigElement("", MOST_BYTES, MOST_BYTES, MOST_BYTES);
  }

  @Bean
  StandardServletMultipartResolver multipartResolver() {
    var resolver = new StandardServletMultipartResolver();
    resolver.setResolveLazily(true);
    return resolver;
  }
}
