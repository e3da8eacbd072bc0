package dev.rapport.followup.hear;

import dev.rapport.followup.introduce.Introduction;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** events-service: a connector could bring two people together. */
record IntroductionSuggested(
    UUID introduction,
    UUID connector,
    UUID one,
    UUID other,
    UUID event,
    LocalDate day,
    long rev,
    @Nullable List<String> topics) {

  Introduction toIntroduction() {
    return new Introduction(
        introduction,
        rev,
        connector,
        one,
        other,
        event,
        day,
        topics == null ? List.of() : List.copyOf(topics),
        null);
  }
}
