package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.rapport.local.LocalParts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimsIT {

  private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");
  private final Claims claims = new Claims(() -> now, Duration.ofSeconds(60));

  private com.mongodb.client.MongoClient client;
  private MongoCollection<Document> documents;

  @BeforeEach
  void open() {
    var uri = LocalParts.start().mongo("claims");
    client =
        MongoClients.create(
            com.mongodb.MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString(uri))
                .uuidRepresentation(org.bson.UuidRepresentation.STANDARD)
                .build());
    documents = client.getDatabase("claims").getCollection("work");
    documents.drop();
    for (var i = 0; i < 200; i++) {
      documents.insertOne(new Document("_id", i).append("state", "due"));
    }
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void many_claimants_at_once_take_each_document_once() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<List<Document>> claimant =
          () -> {
            var mine = new ArrayList<Document>();
            for (var round = 0; round < 20; round++) {
              mine.addAll(claim());
            }
            return mine;
          };
      var all = new ArrayList<Object>();
      for (var taken : threads.invokeAll(java.util.Collections.nCopies(8, claimant))) {
        taken.get().forEach(document -> all.add(document.get("_id")));
      }
      assertThat(all).hasSameSizeAs(new HashSet<>(all)).hasSize(200);
    }
  }

  @Test
  void a_claim_that_was_not_finished_is_up_for_others_once_it_expires() {
    assertThat(claim()).hasSize(25);
    documents.deleteMany(Filters.exists(Claims.CLAIM, false));
    assertThat(claim()).isEmpty();
    now = now.plusSeconds(61);
    assertThat(claim()).hasSize(25);
  }

  @Test
  void one_that_was_paused_too_long_changes_nothing() {
    var mine = claim().getFirst();
    now = now.plusSeconds(61);
    claim();
    var written =
        documents.updateOne(
            Filters.and(
                Filters.eq("_id", mine.get("_id")),
                Filters.eq(Claims.CLAIM, mine.get(Claims.CLAIM))),
            Updates.combine(Updates.set("state", "done"), Claims.done()));
    assertThat(written.getMatchedCount()).isZero();
  }

  private List<Document> claim() {
    return claims.claim(
        documents,
        Filters.eq("state", "due"),
        Updates.set("touched", true),
        Sorts.ascending("_id"),
        25);
  }
}
