package dev.rapport.events.person;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.rapport.access.Problem;
import dev.rapport.events.person.ContactsMessages.PersonChanged;
import dev.rapport.messaging.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Which generation of a person is in force. Ids are derived, so that only the exceptions are kept:
 * who is erased, and who came back. Somebody not heard of yet is taken to be of the first
 * generation.
 */
@Component
public class People {

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  /** A person as far as known; {@code erased} when the latest generation is. */
  public record Person(UUID id, boolean erased) {}

  /** An erasure; a repeat carries the moment (machine time) and the revision of the first. */
  public record Erased(UUID person, long rev, Instant at) {}

  private final MongoCollection<Document> documents;
  private final Ids ids;

  People(MongoDatabase database, Ids ids) {
    this.documents = database.getCollection("people");
    this.ids = ids;
  }

  /** Finds the generation in force of each of these external ids. */
  public Map<String, Person> find(Collection<String> externalIds) {
    var found = new HashMap<String, Person>();
    var open = new HashSet<>(externalIds);
    for (var generation = 1; !open.isEmpty(); generation++) {
      var candidates = new HashMap<String, UUID>();
      for (var externalId : open) {
        candidates.put(externalId, id(externalId, generation));
      }
      var erased = known(candidates.values());
      for (var candidate : candidates.entrySet()) {
        var known = erased.get(candidate.getValue());
        if (generation == 1 || known != null) {
          found.put(
              candidate.getKey(), new Person(candidate.getValue(), Boolean.TRUE.equals(known)));
        }
        if (!Boolean.TRUE.equals(known)) {
          open.remove(candidate.getKey());
        }
      }
    }
    return found;
  }

  /** The id of the generation in force; a problem where it is erased. */
  public UUID inForce(String externalId) {
    var person = Objects.requireNonNull(find(List.of(externalId)).get(externalId));
    if (person.erased()) {
      throw gone();
    }
    return person.id();
  }

  /** What is answered about somebody who is erased. */
  public static Problem gone() {
    return new Problem(
        HttpStatus.GONE,
        "person-erased",
        "The person has been erased; register them anew with PUT /people before they attend again.");
  }

  /** Those of these people who are erased. */
  public Set<UUID> erased(Set<UUID> people) {
    return documents
        .find(Filters.and(Filters.in("_id", people), Filters.eq("erased", true)))
        .map(person -> Objects.requireNonNull(person.get("_id", UUID.class)))
        .into(new HashSet<>());
  }

  private Map<UUID, Boolean> known(Collection<UUID> people) {
    var erased = new HashMap<UUID, Boolean>();
    documents
        .find(Filters.in("_id", people))
        .forEach(person -> erased.put(person.get("_id", UUID.class), person.getBoolean("erased")));
    return erased;
  }

  /** Hears of people; whoever came back closes the generations before. */
  public void register(List<PersonChanged> people) {
    var writes = new ArrayList<WriteModel<Document>>();
    for (var person : people) {
      if (person.generation() == 1) {
        continue;
      }
      writes.add(upsert(person.person(), Updates.setOnInsert(new Document("erased", false))));
      for (var before = 1; before < person.generation(); before++) {
        writes.add(upsert(id(person.externalId(), before), Updates.set("erased", true)));
      }
    }
    if (!writes.isEmpty()) {
      documents.bulkWrite(writes, UNORDERED);
    }
  }

  /** Closes generations for good; each erasure is remembered as it was first heard of. */
  public List<Erased> erase(Map<UUID, Long> revs, Instant now) {
    var writes = new ArrayList<WriteModel<Document>>();
    revs.forEach(
        (person, rev) -> {
          writes.add(upsert(person, Updates.set("erased", true)));
          writes.add(
              new UpdateOneModel<>(
                  Filters.and(Filters.eq("_id", person), Filters.exists("rev", false)),
                  Updates.combine(
                      Updates.set("rev", rev), Updates.set("erasedAt", Date.from(now)))));
        });
    documents.bulkWrite(writes);
    return documents
        .find(Filters.in("_id", revs.keySet()))
        .map(
            person ->
                new Erased(
                    person.get("_id", UUID.class),
                    person.getLong("rev"),
                    Objects.requireNonNull(person.getDate("erasedAt")).toInstant()))
        .into(new ArrayList<>());
  }

  private static WriteModel<Document> upsert(UUID person, org.bson.conversions.Bson update) {
    return new UpdateOneModel<>(Filters.eq("_id", person), update, UPSERT);
  }

  private UUID id(String externalId, int generation) {
    return ids.of("person", externalId, generation);
  }
}
