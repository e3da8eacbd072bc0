package dev.rapport.access;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Closes every door but health, the API description, published keys and pages for people. */
@AutoConfiguration(
    before = {
      SecurityAutoConfiguration.class,
      OAuth2ResourceServerAutoConfiguration.class,
      ErrorMvcAutoConfiguration.class
    })
@Import({
  Problems.class,
  ApiDescription.class,
  RequestSchemas.class,
  Refused.class,
  WithoutPaths.class
})
class AccessConfiguration implements WebMvcConfigurer {

  static final String[] OPEN = {
    "/actuator/health/**",
    "/actuator/prometheus",
    "/livez",
    "/readyz",
    "/v3/api-docs/**",
    "/.well-known/**",
    "/a/**",
    "/u/**",
    "/my/**",
    "/welcome/**",
    "/organise/**"
  };

  static boolean isOpen(String path) {
    return Stream.of(OPEN).anyMatch(open -> new AntPathMatcher().match(open, path));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CallerArgument());
  }

  @Bean
  SecurityFilterChain doors(HttpSecurity http, ProblemWriter writer) {
    return http.csrf(csrf -> csrf.disable()) // pages check where a form comes from
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .authorizeHttpRequests(
            requests ->
                requests
                    // What the server refused by itself (a TRACE) is answered as that, not as 401.
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(OPEN)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(Customizer.withDefaults())
                    .authenticationEntryPoint(
                        (request, response, e) -> {
                          response.setHeader("WWW-Authenticate", "Bearer");
                          writer.write(response, noToken());
                        })
                    .accessDeniedHandler(
                        (request, response, e) ->
                            writer.write(response, Problem.notYours("this operation"))))
        .build();
  }

  /**
   * Identifiers are the platform's own and may hold any printable character, so that percent signs,
   * semicolons and slashes come encoded in paths. Doors are told apart by whole path segments,
   * which an encoded slash does not split. Unknown methods are answered 405 by the operations.
   */
  @Bean
  HttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowUrlEncodedPercent(true);
    firewall.setAllowSemicolon(true);
    firewall.setAllowUrlEncodedSlash(true);
    firewall.setAllowUrlEncodedDoubleSlash(true);
    firewall.setAllowBackSlash(true);
    firewall.setUnsafeAllowAnyHttpMethod(true);
    return firewall;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
    return server ->
        server.addConnectorCustomizers(
            connector -> {
              connector.setEncodedSolidusHandling("passthrough");
              connector.setEncodedReverseSolidusHandling("passthrough");
            });
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve(ProblemWriter writer) {
    return server ->
        server.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new ProblemValve(writer)));
  }

  private static Problem noToken() {
    return new Problem(
        HttpStatus.UNAUTHORIZED,
        "no-valid-token",
        "There is no bearer token, or it is expired, forged or meant for another service; get one from the issuer and send it as 'Authorization: Bearer …'.");
  }

  /** A token for another service opens nothing here. */
  @Bean
  OAuth2TokenValidator<Jwt> audience() {
    return new JwtClaimValidator<List<String>>(
        "aud", aud -> aud != null && aud.contains("rapport"));
  }

  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }

  @Bean
  Bulk bulk(JsonMapper json) {
    return new Bulk(json);
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit(ProblemWriter writer) {
    var registration = new FilterRegistrationBean<>(new BodyLimit(writer));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }

  /** What the API description does not name is refused, not ignored. */
  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return builder ->
        builder
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                LogicalType.Textual,
                // The feature above leaves numbers taken as text.
                text ->
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .changeDefaultPropertyInclusion(
                i ->
                    i.withValueInclusion(
                        com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL));
  }
}
