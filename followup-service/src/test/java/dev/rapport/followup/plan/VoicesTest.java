package dev.rapport.followup.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.plan.Answer.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VoicesTest {

  private static final Instant NOON = Instant.parse("2026-06-04T12:00:00Z");

  private static Answer at(int minute, Kind kind) {
    return new Answer(kind, NOON.plusSeconds(60L * minute));
  }

  @Test
  void of_two_who_answer_the_later_counts() {
    var voices = new Voices(at(0, Kind.ACCEPTED), at(1, Kind.DECLINED));
    assertThat(voices.last().kind()).isEqualTo(Kind.DECLINED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"NOT_MET", "BLOCKED"})
  void whoever_wants_nothing_of_it_is_connected_by_no_later_yes(Kind ends) {
    assertThat(new Voices(at(0, ends), at(1, Kind.ACCEPTED)).last().kind()).isEqualTo(ends);
    assertThat(new Voices(at(1, Kind.ACCEPTED), at(0, ends)).last().kind()).isEqualTo(ends);
  }

  @Test
  void a_block_outweighs_that_they_did_not_meet() {
    var voices = new Voices(at(1, Kind.NOT_MET), at(0, Kind.BLOCKED));
    assertThat(voices.last().kind()).isEqualTo(Kind.BLOCKED);
  }
}
