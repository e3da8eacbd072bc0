package dev.rapport.notification.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealingTest {

  private static final String FIRST = key(1);
  private static final String SECOND = key(2);

  private static String key(int seed) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) seed);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Sealing by(String... keys) throws GeneralSecurityException {
    return new Sealing(new MastodonSettings(List.of(keys), 400, false));
  }

  @Test
  void what_is_sealed_opens_for_its_own_person_only() throws GeneralSecurityException {
    var sealed = by(FIRST).seal("token", "ada");
    assertThat(by(FIRST).open(sealed, "ada")).isEqualTo("token");
    assertThat(by(FIRST).open(sealed, "ben")).isNull();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("token");
  }

  @Test
  void a_new_key_is_put_first_and_the_old_one_taken_out_later() throws GeneralSecurityException {
    var old = by(FIRST).seal("old", "ada");
    var rotated = by(SECOND, FIRST);
    assertThat(rotated.open(old, "ada")).isEqualTo("old");
    var renewed = rotated.seal("new", "ada");
    assertThat(by(SECOND).open(renewed, "ada")).isEqualTo("new");
    assertThat(by(SECOND).open(old, "ada")).isNull();
    assertThat(rotated.isCurrent(old)).isFalse();
    assertThat(rotated.isCurrent(renewed)).isTrue();
    assertThat(by(FIRST, SECOND).isCurrent(old)).isTrue();
  }

  @Test
  void without_a_key_nothing_is_sealed_and_nothing_opens() throws GeneralSecurityException {
    var off = by();
    assertThat(off.open(by(FIRST).seal("token", "ada"), "ada")).isNull();
    assertThatThrownBy(() -> off.seal("token", "ada"))
        .hasMessageContaining("rapport.mastodon.keys");
  }

  @Test
  void a_key_of_another_length_stops_the_start_and_is_not_repeated() {
    for (var key : List.of("", "c2hvcnQ=", "!")) {
      assertThatThrownBy(() -> new MastodonSettings(List.of(FIRST, key), 400, false))
          .hasMessageContaining("32 random bytes")
          .hasMessageNotContaining("c2hvcnQ");
    }
    assertThat(new MastodonSettings(List.of(FIRST), 400, false).toString()).doesNotContain(FIRST);
  }

  @Test
  void more_follows_than_mastodon_allows_stop_the_start() {
    for (var follows : List.of(0, 401)) {
      assertThatThrownBy(() -> new MastodonSettings(List.of(), follows, false))
          .hasMessageContaining("follows-per-day");
    }
  }
}
