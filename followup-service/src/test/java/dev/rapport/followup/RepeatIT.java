package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import org.springframework.context.ApplicationContext;

class RepeatIT extends ServiceIT {

  private static final Map<String, String> BINDINGS =
      Map.of(
          "contactMet-in-0", "contact-met",
          "eventChanged-in-0", "event-changed",
          "attendanceChanged-in-0", "attendance-changed",
          "personChanged-in-0", "person-changed",
          "notificationSettled-in-0", "notification-settled",
          "followupSettled-in-0", "followup-settled");

  @Autowired private BindingsLifecycleController bindings;
  @Autowired private ApplicationContext service;

  @Test
  void hearing_everything_again_changes_nothing() {
    settleAll();
    var before = documents();
    var asked = asked();
    conference.repeatsItself();
    awaitTheLastWordIsHeard();
    assertThat(documents()).isEqualTo(before);
    assertThat(asked()).isEqualTo(asked);
  }

  @Test
  void offsets_set_back_to_the_start_change_nothing() throws Exception {
    settleAll();
    var before = documents();
    var asked = asked();
    for (var binding : BINDINGS.keySet()) {
      bindings.changeState(binding, State.STOPPED);
    }
    for (var topic : BINDINGS.values()) {
      setBack(topic);
    }
    for (var binding : BINDINGS.keySet()) {
      bindings.changeState(binding, State.STARTED);
    }
    awaitTheLastWordIsHeard();
    assertThat(documents()).isEqualTo(before);
    assertThat(asked()).isEqualTo(asked);
  }

  @Test
  void records_that_nobody_can_read_are_parked_and_their_neighbours_go_on() {
    var key = conference.person("ana");
    var nonsense = "{\"owner\": 7".getBytes(StandardCharsets.UTF_8);
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    for (var topic : BINDINGS.values()) {
      BROKER.say(topic, key, nonsense, "1");
    }
    BROKER.say("contact-met", key, Map.of("owner", key, "rev", 1));
    BROKER.say("contact-met", key, null, "1");
    conference.meet("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    for (var topic : BINDINGS.values()) {
      var letters = topic + ".followup-service.dlt";
      await().until(() -> lettersOf(letters, key), n -> n >= (topic.equals("contact-met") ? 3 : 1));
    }
  }

  @Test
  void an_answer_that_nobody_knows_is_parked_though_it_comes_alone() {
    var key = conference.person("ana");
    var settled =
        Map.of(
            "followUp",
            conference.followUp("ana", "ben"),
            "rev",
            1,
            "event",
            conference.event,
            "owner",
            key,
            "contact",
            conference.person("ben"),
            "at",
            conference.noon,
            "answer",
            "perhaps");
    BROKER.say("followup-settled", key, settled);
    await().until(() -> lettersOf("followup-settled.followup-service.dlt", key), n -> n == 1);
  }

  @Test
  void answers_about_two_days_that_are_read_again_together_are_told_apart() {
    conference.isAnnounced();
    conference.has("ana");
    conference.registers("ben", false, true);
    CLOCK.set(conference.noon);
    conference.scans("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    CLOCK.set(conference.ends);
    var first = awaitAsk("ben", "invite", conference.dayAfter(0));
    CLOCK.set(conference.dayAfter(1));
    var night = conference.dayAfter(1);
    conference.answers(first, "late", night);
    var second = awaitAsk("ben", "invite", conference.dayAfter(1));
    awaitState("due", "ana", "ben");

    hearAnswers(
        Stream.of(
            Conference.answer(first, "late", night),
            Conference.answer(second, "delivered", night.plus(Duration.ofHours(9)))));
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("sent");
  }

  @SuppressWarnings("unchecked") // the context knows the function by its name only
  private void hearAnswers(Stream<Map<String, Object>> answers) {
    ((Consumer<List<ConsumerRecord<byte[], byte[]>>>) service.getBean("notificationSettled"))
        .accept(
            answers
                .map(v -> Broker.heard("notification-settled", conference.person("ben"), v))
                .toList());
  }

  private static long lettersOf(String topic, Object key) {
    return BROKER.all(topic).stream()
        .filter(r -> key.toString().equals(r.key()))
        .filter(r -> r.headers().lastHeader("dlt_reason") != null)
        .count();
  }

  private void settleAll() {
    conference.isAnnounced();
    conference.has("ana", "chi");
    conference.registers("ben", false, true);
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    conference.meet("ana", "chi");
    conference.meet("ben", "chi", "none", "none", false);
    awaitState("scheduled", "chi", "ana");
    CLOCK.set(conference.ends);
    conference.answers(
        awaitAsk("ana", "invite", conference.dayAfter(0)), "delivered", conference.ends);
    conference.answers(
        awaitAsk("ben", "invite", conference.dayAfter(0)), "refused", conference.ends);
    conference.answers(
        awaitAsk("chi", "invite", conference.dayAfter(0)), "delivered", conference.ends);
    CLOCK.set(conference.deadline());
    for (var pair : List.of("ana ben", "ben ana", "ana chi", "chi ana", "ben chi", "chi ben")) {
      awaitState("settled", pair.substring(0, 3), pair.substring(4));
    }
    await().until(() -> documents().stream().noneMatch(d -> d.containsKey("pendingRev")));
  }

  /** A meeting that was said last of all is known: all before it on its partition was heard. */
  private void awaitTheLastWordIsHeard() {
    for (var i = 0; i < 8; i++) {
      conference.has("late" + i);
      conference.meet("late" + i, "ana");
    }
    for (var i = 0; i < 8; i++) {
      var owner = "late" + i;
      await().until(() -> view(owner, "ana").has("state"));
    }
    await().until(this::lag, lag -> lag == 0);
  }

  private long lag() {
    try (var admin = admin()) {
      var lag = 0L;
      for (var topic : BINDINGS.values()) {
        var group = "followup-service." + topic;
        for (var entry :
            admin
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()) {
          var partition = entry.getKey();
          var ends =
              admin.listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition);
          lag += ends.get().offset() - entry.getValue().offset();
        }
      }
      return lag;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void setBack(String topic) throws ExecutionException, InterruptedException {
    var group = "followup-service." + topic;
    try (var admin = admin()) {
      var zero = new java.util.HashMap<TopicPartition, OffsetAndMetadata>();
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .keySet()
          .forEach(partition -> zero.put(partition, new OffsetAndMetadata(0)));
      org.awaitility.Awaitility.await()
          .atMost(java.time.Duration.ofSeconds(60))
          .ignoreExceptions()
          .untilAsserted(() -> admin.alterConsumerGroupOffsets(group, zero).all().get());
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", PARTS.kafka()));
  }

  private List<Document> documents() {
    var people =
        List.of(conference.person("ana"), conference.person("ben"), conference.person("chi"));
    return database
        .getCollection("followUps")
        .find(
            new Document("owner", new Document("$in", people))
                .append("contact", new Document("$in", people)))
        .sort(new Document("_id", 1))
        .into(new ArrayList<>());
  }

  private Set<String> asked() {
    var asked = new HashSet<String>();
    for (var name : List.of("ana", "ben", "chi")) {
      conference.asksFor(name).forEach(a -> asked.add(a.path("notification").asString()));
    }
    return asked;
  }
}
