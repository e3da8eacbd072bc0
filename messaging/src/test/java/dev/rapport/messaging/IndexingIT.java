package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import dev.rapport.local.LocalParts;
import dev.rapport.local.process.Ports;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class IndexingIT {

  private static final Duration SHORT = Duration.ofSeconds(2);

  @Test
  void an_index_takes_longer_than_any_other_call_may() {
    try (var client = client(LocalParts.start().mongo("indexing"))) {
      var documents = many(client);
      documents.drop();
      documents.insertOne(new Document("key", 1));
      CompletableFuture<Void> made;
      try (var session = client.startSession()) {
        session.startTransaction();
        documents.insertOne(session, new Document("key", 2)); // until it ends, no index is made
        assertThatThrownBy(() -> documents.createIndex(Indexes.ascending("other")))
            .isInstanceOf(MongoOperationTimeoutException.class);
        made = CompletableFuture.runAsync(() -> Indexing.make(documents, Indexes.ascending("key")));
        await().pollDelay(SHORT.plusSeconds(1)).until(() -> !made.isDone());
        session.commitTransaction();
      }
      made.join();
      assertThat(documents.listIndexes())
          .anyMatch(index -> "key_1".equals(index.getString("name")));
    }
  }

  @Test
  void a_database_that_is_not_there_is_not_waited_for_without_an_end() {
    try (var client = client("mongodb://127.0.0.1:%d/indexing".formatted(Ports.any()))) {
      var documents = many(client);
      assertThatThrownBy(() -> Indexing.make(documents, Indexes.ascending("key")))
          .isInstanceOf(MongoTimeoutException.class);
    }
  }

  private static MongoClient client(String uri) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(uri))
            .timeout(SHORT.toSeconds(), TimeUnit.SECONDS)
            .build());
  }

  private static MongoCollection<Document> many(MongoClient client) {
    return client.getDatabase("indexing").getCollection("many");
  }
}
