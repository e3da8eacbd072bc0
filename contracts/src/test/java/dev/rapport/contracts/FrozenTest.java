package dev.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was once committed stays readable: examples only ever come in, schemas only ever widen. */
class FrozenTest {

  @Test
  void every_example_once_committed_is_still_there_unchanged() throws Exception {
    var found = new TreeMap<String, String>();
    for (var example : Contracts.examples()) {
      found.put(example.name(), checksum(example.file()));
    }
    // Both ways: a new example is added to the list, so that it cannot be changed later.
    assertThat(found).containsExactlyInAnyOrderEntriesOf(frozen());
  }

  @ParameterizedTest
  @MethodSource("dev.rapport.contracts.Contracts#topics")
  void a_schema_accepts_and_promises_all_that_its_frozen_copy_does(String topic) {
    var frozen = Contracts.json(Contracts.FROZEN.resolve(topic + ".v1.schema.json"));
    assertThat(Compatibility.breaches(frozen, Contracts.schema(topic))).isEmpty();
  }

  @Test
  void every_frozen_schema_still_has_its_topic() {
    assertThat(Contracts.files(Contracts.FROZEN))
        .filteredOn(file -> file.toString().endsWith(".v1.schema.json"))
        .extracting(file -> file.getFileName().toString().replace(".v1.schema.json", ""))
        .containsExactlyInAnyOrderElementsOf(Contracts.topics());
  }

  /** Lines as {@code sha256sum} writes them: checksum, two spaces, topic/file. */
  private static Map<String, String> frozen() throws IOException {
    var frozen = new TreeMap<String, String>();
    for (var line : Files.readAllLines(Contracts.FROZEN.resolve("examples.sha256"))) {
      var parts = line.split(" {2}", 2);
      frozen.put(parts[1], parts[0]);
    }
    return frozen;
  }

  private static String checksum(Path file) throws NoSuchAlgorithmException {
    var bytes = Contracts.text(file).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
