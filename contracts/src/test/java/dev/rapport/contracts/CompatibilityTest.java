package dev.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hands the comparison doctored schemas: it must object to each, and to nothing else. */
class CompatibilityTest {

  private static final String FROZEN =
      """
      {"type":"object","required":["event","items"],"description":"An ask.","properties":{
        "event":{"type":"string","format":"uuid"},
        "name":{"type":"string","maxLength":200},
        "items":{"type":"array","items":{"type":"object","required":["rev"],"properties":{
          "rev":{"type":"integer","minimum":1},
          "how":{"enum":["faceToFace","virtual"]}}}}}}
      """;

  @Test
  void the_same_schema_is_compatible_with_itself() {
    assertThat(breaches("", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "required":["rev"]        | "required":["rev","how"]                | how is required now
          "required":["event","items"] | "required":["event","items","name"] | name is required now
          "required":["event","items"] | "required":["event"]                | items is optional now
          "type":"integer"          | "type":"string"                         | type changed
          "format":"uuid"           | "format":"uri"                          | format changed
          "maxLength":200           | "maxLength":100                         | maxLength changed
          "minimum":1               | "minimum":5                             | minimum changed
          ,"virtual"                | ``                                      | no longer takes 'virtual'
          "enum":["faceToFace","virtual"] | "type":"string"                   | takes any value now
          "maxLength":200           | "enum":["a"]                            | takes only certain values
          "format":"uuid"           | "format":"uuid","pattern":"^a"          | pattern changed
          "type":"array"            | "type":"array","maxItems":25            | maxItems changed
          "description":"An ask."   | "additionalProperties":false            | additionalProperties changed
          "name":{                  | "title":{                               | /name was removed
          """)
  void an_incompatible_change_is_refused(String before, String now, String objection) {
    assertThat(breaches(before, now)).anyMatch(breach -> breach.contains(objection));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "description":"An ask."   | "description":"Another word for it."
          "properties":{"rev"       | "properties":{"kind":{"type":"string"},"rev"
          ,"virtual"                | ,"virtual","both"
          "maxLength":200           | "maxLength":300
          "minimum":1               | "minimum":0
          """)
  void a_compatible_change_passes(String before, String now) {
    var frozen = FROZEN.replaceAll("\\s*\\n\\s*", "");
    assertThat(frozen).contains(before);
    assertThat(breaches(before, now)).isEmpty();
  }

  private static Iterable<String> breaches(String before, String now) {
    var frozen = FROZEN.replaceAll("\\s*\\n\\s*", "");
    assertThat(frozen).contains(before);
    return Compatibility.breaches(
        Contracts.json(frozen), Contracts.json(frozen.replace(before, now)));
  }
}
