package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.rapport.local.Service;
import dev.rapport.local.Stack;
import dev.rapport.local.StackSettings;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.Web;
import dev.rapport.system.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What docs/operations.md says to do when one of the two stores is behind the other. */
class RestoreIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Stack stack =
      Stack.start(StackSettings.standard(System.err::println).withDay(Duration.ofMinutes(2)));
  private final World world = World.of(stack, Clock.systemUTC());
  private final Api api = new Api(world, new Web(world.time()), "restore");
  private final Instant starts = world.time().now();
  private final MongoClient mongo = MongoClients.create(stack.parts().mongo("admin"));
  private final Admin kafka = Admin.create(Map.of("bootstrap.servers", stack.parts().kafka()));

  @AfterEach
  void stop() {
    kafka.close(Duration.ofSeconds(1));
    mongo.close();
    stack.close();
  }

  @Test
  void a_database_that_is_restored_behind_the_topics_is_heard_again_and_doubles_nothing()
      throws Exception {
    begin();
    meet("ana", "ben");
    awaitFollowUps(2);
    var backup = documents(database(Service.CONTACTS));
    meet("ana", "chi");
    rename("ben", "Ben the second");
    rename("eve", "Eve");
    rename("eve", "Eve the second");
    awaitFollowUps(4);
    awaitKnownAs("ben", "Ben the second");
    awaitKnownAs("eve", "Eve the second");

    stack.kill(Service.CONTACTS);
    restore(database(Service.CONTACTS), backup);
    raise(Service.CONTACTS);
    readAgain("contacts-service.");
    stack.start(Service.CONTACTS);
    awaitSaid(Service.CONTACTS);

    awaitKnownAs("ben", "ben"); // as it was restored, though others knew a newer revision of it
    rename("ben", "Ben the third");
    awaitKnownAs("ben", "Ben the third");
    meet("ana", "chi"); // the platform uploads its scans again
    meet("ana", "dan");
    awaitFollowUps(6);

    rename(
        "eve", "Eve the third"); // the platform imports again who is new here, and known to others
    stack.kill(Service.CONTACTS);
    raise(Service.CONTACTS);
    stack.start(Service.CONTACTS);
    awaitKnownAs("eve", "Eve the third");
  }

  @Test
  void topics_that_are_lost_are_filled_again_from_the_databases() throws Exception {
    begin();
    meet("ana", "ben");
    meet("ana", "chi");
    awaitFollowUps(4);

    Stream.of(Service.values()).forEach(stack::kill);
    loseTopics();
    var owing = List.of(Service.CONTACTS, Service.EVENTS, Service.FOLLOWUP);
    Stream.of(Service.values()).forEach(stack::start);
    for (var service : owing) {
      republish(service);
    }
    owing.forEach(this::awaitSaid);
    assertThat(saidOn("person-changed")).isGreaterThanOrEqualTo(4);
    assertThat(saidOn("contact-met")).isGreaterThanOrEqualTo(4);
    meet("chi", "dan");
    rename("ben", "Ben the second");
    awaitFollowUps(6);
    awaitKnownAs("ben", "Ben the second");
  }

  private void begin() {
    var people = List.of("ana", "ben", "chi", "dan");
    taken(api.people(people.stream().map(name -> person(name, name)).toList()));
    taken(
        api.putEvent(
            Map.of(
                "name", "A meeting",
                "starts", starts.toString(),
                "ends", starts.plus(Duration.ofDays(20)).toString(),
                "zone", "UTC",
                "sender", Map.of("name", "Us", "address", "us@here.example"))));
    taken(
        api.attendances(
            people.stream().map(name -> Map.<String, Object>of("person", id(name))).toList()));
  }

  private void meet(String one, String other) {
    taken(api.reports(List.of(report(one, other), report(other, one))));
  }

  private Map<String, Object> report(String reporter, String contact) {
    return Map.of(
        "key", reporter + "-" + contact,
        "reporter", id(reporter),
        "contact", id(contact),
        "how", "faceToFace",
        "at", starts.plusSeconds(60).toString());
  }

  private void rename(String who, String name) {
    taken(api.people(List.of(person(who, name))));
  }

  private static Map<String, Object> person(String who, String name) {
    return Map.of(
        "person",
        id(who),
        "name",
        name,
        "email",
        id(who) + "@people.example",
        "consents",
        List.of());
  }

  private static String id(String name) {
    return "restore-" + name;
  }

  private static void taken(Answer answer) {
    assertThat(answer.ok()).as("%d %s", answer.status(), answer.text()).isTrue();
  }

  private void awaitFollowUps(int many) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(api.followUps(null).json().path("items").size()).isEqualTo(many));
  }

  private void awaitKnownAs(String who, String name) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        database(Service.FOLLOWUP)
                            .getCollection("people")
                            .find(Filters.eq("externalId", id(who)))
                            .first())
                    .containsEntry("name", name));
  }

  private void awaitSaid(Service service) {
    var database = database(service);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                new Republish(database)
                    .owing().stream()
                        .allMatch(
                            name ->
                                database
                                        .getCollection(name)
                                        .countDocuments(Filters.exists("pendingRev"))
                                    == 0));
  }

  private MongoDatabase database(Service service) {
    var uri = new ConnectionString(stack.parts().mongo(service.database()));
    return mongo.getDatabase(String.valueOf(uri.getDatabase()));
  }

  private static Map<String, List<Document>> documents(MongoDatabase database) {
    var all = new HashMap<String, List<Document>>();
    for (var name : database.listCollectionNames()) {
      all.put(name, database.getCollection(name).find().into(new ArrayList<>()));
    }
    return all;
  }

  private static void restore(MongoDatabase database, Map<String, List<Document>> backup) {
    for (var name : database.listCollectionNames()) {
      var documents = database.getCollection(name);
      documents.deleteMany(new Document());
      var then = backup.getOrDefault(name, List.of());
      if (!then.isEmpty()) {
        documents.insertMany(then);
      }
    }
  }

  private void raise(Service service) {
    republish(service, "--raise", "1000000");
  }

  private void republish(Service service, String... more) {
    var words = new ArrayList<>(List.of("republish", "--mongodb"));
    words.add(stack.parts().mongo(service.database()));
    words.addAll(List.of(more));
    InThisJvm.rapport(0, words.toArray(String[]::new));
  }

  /** Sets the offsets of a service's groups back to the beginning, once nobody is in them. */
  private void readAgain(String prefix) throws ExecutionException, InterruptedException {
    var groups =
        kafka.listGroups().all().get().stream()
            .map(GroupListing::groupId)
            .filter(group -> group.startsWith(prefix))
            .toList();
    assertThat(groups).isNotEmpty();
    for (var group : groups) {
      var read = kafka.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      var first =
          read.keySet().stream()
              .collect(Collectors.toMap(part -> part, part -> new OffsetAndMetadata(0)));
      await()
          .atMost(PATIENCE)
          .until(() -> isDone(kafka.alterConsumerGroupOffsets(group, first).all()));
    }
  }

  private void loseTopics() throws ExecutionException, InterruptedException {
    var groups = kafka.listGroups().all().get().stream().map(GroupListing::groupId).toList();
    for (var group : groups) {
      await()
          .atMost(PATIENCE)
          .until(() -> isDone(kafka.deleteConsumerGroups(List.of(group)).all()));
    }
    Set<String> topics = kafka.listTopics().names().get();
    kafka.deleteTopics(topics).all().get();
    await().atMost(PATIENCE).until(() -> kafka.listTopics().names().get().isEmpty());
    stack.parts().createAllTopics();
  }

  /** A group lives on for some seconds after a kill; until then this fails. */
  private static boolean isDone(KafkaFuture<Void> change) throws InterruptedException {
    try {
      change.get();
      return true;
    } catch (ExecutionException e) {
      return false;
    }
  }

  private long saidOn(String topic) throws ExecutionException, InterruptedException {
    var described = kafka.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    var partitions = Objects.requireNonNull(described).partitions();
    var ends =
        kafka
            .listOffsets(
                partitions.stream()
                    .collect(
                        Collectors.toMap(
                            part -> new TopicPartition(topic, part.partition()),
                            part -> OffsetSpec.latest())))
            .all()
            .get();
    return ends.values().stream().mapToLong(end -> end.offset()).sum();
  }
}
