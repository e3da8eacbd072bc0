package dev.rapport.contacts.person;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** How people are called, for those who met them. */
@Component
public class Names {

  private final MongoCollection<Document> people;

  Names(MongoDatabase database) {
    this.people = database.getCollection(People.COLLECTION);
  }

  /** Returns the names of those who are registered. */
  public Map<UUID, String> of(Collection<UUID> ids) {
    var names = new HashMap<UUID, String>();
    people
        .find(Filters.in("_id", ids))
        .projection(Projections.include("name"))
        .forEach(
            document -> {
              var name = document.getString("name");
              if (name != null) {
                names.put(PersonDocument.id(document), name);
              }
            });
    return names;
  }
}
