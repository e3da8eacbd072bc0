package dev.rapport.cli;

import static dev.rapport.cli.InThisJvm.rapport;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.rapport.local.LocalParts;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepublishIT {

  private static String uri;
  private static MongoClient client;
  private static MongoCollection<Document> things;
  private static MongoCollection<Document> meetings;

  @BeforeAll
  static void start() {
    uri = LocalParts.start().mongo("republish");
    client = MongoClients.create(uri);
    var database = client.getDatabase(new ConnectionString(uri).getDatabase());
    things = database.getCollection("things");
    meetings = database.getCollection("meetings");
    for (var owing : List.of(things, meetings)) {
      owing.createIndex(Indexes.ascending("pendingSince"), new IndexOptions().name("pending"));
    }
    database.getCollection("copies").insertOne(new Document("_id", "copy").append("rev", 1L));
  }

  @BeforeEach
  void fill() {
    things.deleteMany(new Document());
    meetings.deleteMany(new Document());
    things.insertOne(new Document("_id", "one").append("rev", 3L));
    things.insertOne(new Document("_id", "count").append("rev", 5L).append("drawn", 7L));
    meetings.insertOne(new Document("_id", "met").append("rev", 2L));
    meetings.insertOne(new Document("_id", "stub").append("rev", 2L).append("erased", true));
  }

  @AfterAll
  static void end() {
    client.close();
  }

  @Test
  void all_that_owes_its_state_to_a_topic_is_owed_again_as_it_is() {
    assertThat(rapport(0, "republish", "--mongodb", uri))
        .contains("2 of things", "1 of meetings")
        .doesNotContain("copies");
    assertThat(things.find(Filters.eq("_id", "one")).first())
        .containsEntry("rev", 3L)
        .containsEntry("pendingRev", 3L)
        .containsKey("pendingSince")
        .doesNotContainKey("drawn");
    assertThat(rapport(0, "republish", "--mongodb", uri)).contains("0 of things");
  }

  @Test
  void after_a_restore_revisions_go_up_and_what_a_count_is_drawn_from_with_them() {
    rapport(0, "republish", "--mongodb", uri, "--raise", "1000");
    assertThat(things.find(Filters.eq("_id", "count")).first())
        .containsEntry("rev", 1005L)
        .containsEntry("pendingRev", 1005L)
        .containsEntry("drawn", 1007L);
    assertThat(meetings.find(Filters.eq("_id", "stub")).first())
        .containsEntry("rev", 2L)
        .doesNotContainKey("pendingRev");
  }

  @Test
  void what_owes_nothing_is_refused_with_the_names_of_those_that_do() {
    assertThat(rapport(2, "republish", "--mongodb", uri, "--collection", "copies"))
        .contains("meetings, things");
    assertThat(rapport(2, "republish", "--mongodb", "mongodb://127.0.0.1:1"))
        .contains("names no database");
  }
}
