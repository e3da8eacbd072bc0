package dev.rapport.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is the same in every service's OpenAPI: the bearer token and the problems. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  private static final Map<String, String> PROBLEMS =
      Map.of(
          "400", "The body or a parameter could not be read",
          "401", "No valid bearer token",
          "403", "The token does not open this",
          "404", "Not there",
          "406", "No such representation",
          "413", "Too large",
          "415", "Not JSON",
          "422", "A field's value cannot be taken");

  static {
    // The caller is the token, not a parameter.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Bean
  OpenAPI openApi(@Value("${spring.application.name}") String service) {
    return new OpenAPI()
        .info(new Info().title("Rapport " + service).version("1"))
        .components(
            new Components()
                .addSecuritySchemes(
                    "bearer",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")))
        .security(List.of(new SecurityRequirement().addList("bearer")));
  }

  @Bean
  OpenApiCustomizer problems() {
    return api ->
        api.getPaths().values().stream()
            .flatMap(path -> path.readOperations().stream())
            .map(Operation::getResponses)
            .forEach(ApiDescription::refusals);
  }

  // Whatever is refused is told as a problem, also what an operation says for itself.
  private static void refusals(ApiResponses responses) {
    PROBLEMS.forEach(
        (status, said) ->
            responses.computeIfAbsent(status, s -> new ApiResponse().description(said)));
    responses.forEach(
        (status, response) -> {
          if (status.matches("[45]..")) {
            response.content(problem());
          }
        });
  }

  private static Content problem() {
    var schema = new Schema<>().$ref("#/components/schemas/ProblemBody");
    return new Content().addMediaType("application/problem+json", new MediaType().schema(schema));
  }

  @Bean
  OpenApiCustomizer problemSchema() {
    return api ->
        io.swagger.v3.core.converter.ModelConverters.getInstance()
            .read(ProblemBody.class)
            .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
  }
}
