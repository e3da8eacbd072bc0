package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Indexes;
import dev.rapport.local.LocalParts;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IndexingIT {

  @Test
  void an_index_takes_longer_than_any_other_call_may() {
    var hasty =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(LocalParts.start().mongo("indexing")))
            .timeout(1, TimeUnit.MILLISECONDS)
            .build();
    try (var client = MongoClients.create(hasty)) {
      var documents = client.getDatabase("indexing").getCollection("many");
      assertThatThrownBy(() -> documents.createIndex(Indexes.ascending("other")))
          .isInstanceOf(MongoOperationTimeoutException.class);
      Indexing.make(documents, Indexes.ascending("key"));
      assertThat(documents.withTimeout(0, TimeUnit.MILLISECONDS).listIndexes())
          .anyMatch(index -> "key_1".equals(index.getString("name")));
    }
  }
}
