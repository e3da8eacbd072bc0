package dev.rapport.pages;

import com.mongodb.client.MongoDatabase;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.WorkSettings;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives each service its pages: layout, assets, sessions. */
@AutoConfiguration
@EnableConfigurationProperties(PageSettings.class)
@Import({AssetController.class, PageProblems.class})
class PagesConfiguration {

  @Bean
  Assets assets(PageSettings settings) {
    return Assets.load(Objects.requireNonNull(settings.assets()));
  }

  @Bean
  Pages pages(PageSettings settings, Assets assets) {
    var templates =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, null, Objects.requireNonNull(settings.templates()));
    return new Pages(templates, assets);
  }

  @Bean
  Sessions sessions(PublishedKeys keys, MachineClock clock) {
    return new Sessions(keys, clock);
  }

  /** Links act by their tokens; the mail program's own unsubscribing comes from nowhere. */
  @Bean
  WebMvcConfigurer visitors(Sessions sessions) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisitorArgument(sessions));
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry
            .addInterceptor(new SameOrigin())
            .addPathPatterns("/my/**", "/welcome/**", "/organise/**", "/a/**");
      }
    };
  }

  /** For every service but the one that signs. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(PublishedKeys.class)
  static class Fetching {

    @Bean
    FetchedKeys publishedKeys(MongoDatabase database, PageSettings settings, MachineClock clock) {
      return new FetchedKeys(database, settings.keysUrl(), clock);
    }

    @Bean
    Repeater keysLoop(WorkSettings settings, FetchedKeys keys) {
      return new Repeater("keys", settings.retryAfter(), keys::refresh);
    }
  }
}
