package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {

  private final Ids ids = new Ids("an installation's key of 32 chars or more");

  @Test
  void the_same_parts_give_the_same_id() {
    assertThat(ids.of("person", "ada@example.org", 1))
        .isEqualTo(ids.of("person", "ada@example.org", "1"));
  }

  @Test
  void where_a_part_ends_matters() {
    assertThat(ids.of("person", "ab", "c")).isNotEqualTo(ids.of("person", "a", "bc"));
  }

  @Test
  void another_kind_or_another_key_is_another_id() {
    var other = new Ids("another installation's key of 32 characters");
    assertThat(ids.of("person", "ada"))
        .isNotEqualTo(ids.of("event", "ada"))
        .isNotEqualTo(other.of("person", "ada"));
  }

  @Test
  void an_id_is_a_version_8_uuid() {
    var id = ids.of("person", "ada");
    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
  }
}
