package dev.rapport.followup.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.ServiceIT;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OwnerListsIT extends ServiceIT {

  /** Later than any of the tests' days, so that the service's own loops leave it alone. */
  private static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");

  @Autowired private OwnerLists lists;

  @Test
  void a_list_that_was_woken_since_it_was_read_is_not_asked_for() {
    var owner = UUID.randomUUID();
    lists.wake(List.of(owner), NEVER);
    var read = lists.of(List.of(owner)).getFirst();
    lists.wake(List.of(owner), NEVER);

    var ask = new OwnerList.Ask(LocalDate.parse("2026-06-04"), List.of(), NEVER);
    assertThat(lists.claim(Map.of(read, ask), NEVER)).isEmpty();
    var again = lists.of(List.of(owner)).getFirst();
    assertThat(lists.claim(Map.of(again, ask), NEVER)).containsExactly(owner);
    lists.erased(List.of(owner));
  }
}
