package dev.rapport.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Base and every overlay keep every promise. */
class PromisesIT {

  static final List<Promise> PROMISES =
      List.of(
          new Hardened(),
          new Operated(),
          new Pinned(),
          new Available(),
          new Probed(),
          new Scaled(),
          new Topics(),
          new Users(),
          new Arrows(),
          new Known(),
          new OneOrigin(),
          new Enclosed(),
          new Fitting(),
          new Strimzi());

  static Stream<Arguments> every() {
    return Rendering.all().stream()
        .flatMap(
            manifests ->
                PROMISES.stream()
                    .map(
                        promise ->
                            Arguments.argumentSet(
                                manifests.name() + ": " + promise.getClass().getSimpleName(),
                                manifests,
                                promise)));
  }

  @ParameterizedTest
  @MethodSource("every")
  void every_promise_is_kept_in_every_overlay(Manifests manifests, Promise promise) {
    assertThat(promise.broken(manifests)).isEmpty();
  }

  @Test
  void every_folder_is_rendered_and_says_what_its_name_says() {
    assertThat(Rendering.all())
        .extracting(Manifests::name)
        .containsExactly("base", "large", "managed", "small");
    assertThat(Rendering.of("base").kind("Deployment").map(Manifests::nameOf))
        .containsExactlyInAnyOrderElementsOf(Bindings.SERVICES);
    assertThat(Rendering.of("large").has("Kafka")).isTrue();
    assertThat(Rendering.of("large").has("ExternalSecret")).isTrue();
    assertThat(Rendering.of("managed").has("Kafka")).isFalse();
    assertThat(Rendering.of("managed").has("MongoDBCommunity")).isFalse();
    assertThat(Rendering.of("small").kind("KafkaTopic").map(Manifests::nameOf))
        .containsExactlyInAnyOrderElementsOf(Bindings.topics().keySet());
  }
}
