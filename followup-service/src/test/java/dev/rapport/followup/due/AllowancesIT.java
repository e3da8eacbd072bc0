package dev.rapport.followup.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.ServiceIT;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Three a day, as the tests' settings have it. */
class AllowancesIT extends ServiceIT {

  private static final LocalDate DAY = LocalDate.parse("2026-06-04");

  @Autowired private Allowances allowances;

  private static List<UUID> some(int count) {
    return Stream.generate(UUID::randomUUID).limit(count).toList();
  }

  @Test
  void no_more_is_drawn_than_is_allowed_and_the_first_come_first() {
    var owner = UUID.randomUUID();
    var wanted = some(5);
    assertThat(allowances.draw(DAY, Map.of(owner, wanted)))
        .containsExactlyInAnyOrderElementsOf(wanted.subList(0, 3));
    assertThat(allowances.draw(DAY, Map.of(owner, some(2)))).isEmpty();
    assertThat(allowances.draw(DAY.plusDays(1), Map.of(owner, some(2)))).hasSize(2);
    assertThat(allowances.draw(DAY, Map.of(UUID.randomUUID(), some(2)))).hasSize(2);
  }

  @Test
  void what_is_drawn_is_drawn_again_by_who_died_in_between() {
    var owner = UUID.randomUUID();
    var wanted = some(5);
    var first = allowances.draw(DAY, Map.of(owner, wanted));
    assertThat(allowances.draw(DAY, Map.of(owner, wanted))).isEqualTo(first);
    assertThat(allowances.draw(DAY, Map.of(owner, wanted.reversed()))).isEqualTo(first);
  }

  @Test
  void instances_that_draw_at_once_share_one_allowance() {
    var owner = UUID.randomUUID();
    var drawing =
        Stream.generate(() -> some(2))
            .limit(8)
            .map(
                two ->
                    CompletableFuture.supplyAsync(() -> allowances.draw(DAY, Map.of(owner, two))))
            .toList();
    Set<UUID> drawn = new HashSet<>();
    drawing.forEach(one -> drawn.addAll(one.join()));
    assertThat(drawn).hasSize(3);
  }

  @Test
  void zz_measure() {
    for (var round = 0; round < 3; round++) {
      for (var per : new int[] {1, 50}) {
        var wanted = new java.util.HashMap<UUID, List<UUID>>();
        for (var i = 0; i < 1000 / per; i++) {
          wanted.put(UUID.randomUUID(), some(per));
        }
        var t = System.nanoTime();
        allowances.draw(DAY, wanted);
        System.out.println(
            "MEASURED " + per + " per owner: " + (System.nanoTime() - t) / 1e6 + " ms per 1000");
      }
    }
  }
}
