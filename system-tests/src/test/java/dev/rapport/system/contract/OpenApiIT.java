package dev.rapport.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.local.Service;
import dev.rapport.local.Stack;
import dev.rapport.local.StackSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiIT {

  private final Schemathesis schemathesis = Schemathesis.installed();
  private final Stack stack = Stack.start(StackSettings.standard(System.out::println));

  @ParameterizedTest
  @EnumSource
  void a_service_does_what_its_description_says(Service service, @TempDir Path folder) {
    var token = stack.issuer().token(Map.of("scope", "platform"));

    var run = schemathesis.check(stack.base(service), token, folder);

    assertThat(run.passed()).as(run.printed()).isTrue();
  }

  @AfterAll
  void stop() {
    stack.close();
  }
}
