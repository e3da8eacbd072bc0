package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No mail of an event starts while its organiser holds the sending. */
class HoldIT extends RunningService {

  @Autowired MongoDatabase database;

  @Test
  void what_is_held_goes_out_when_it_is_resumed_and_others_go_meanwhile() {
    var elsewhere = new Stage();
    stage.hold(true, 2);
    var heard = Filters.and(Filters.eq("_id", stage.event), Filters.eq("rev", 2));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> database.getCollection("events").countDocuments(heard) == 1);
    var ben = stage.person("Ben");
    var held = Stage.invite(ben, stage.person("Ada"));
    stage.ask(held);
    var cleo = elsewhere.person("Cleo");
    var other = Stage.invite(cleo, elsewhere.person("Dan"));
    elsewhere.ask(other);

    Stage.awaitAnswer(other.followUp(), "delivered");
    Awaitility.await()
        .during(Duration.ofSeconds(4))
        .atMost(Duration.ofSeconds(30))
        .until(() -> Stage.answer(held.followUp()) == null);
    assertThat(Stage.MAIL.receivedBy(ben.address())).isEmpty();
    stage.hold(false, 3);

    Stage.awaitAnswer(held.followUp(), "delivered");
  }
}
