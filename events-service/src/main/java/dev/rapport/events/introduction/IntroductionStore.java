package dev.rapport.events.introduction;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import dev.rapport.events.lines.Announcer;
import dev.rapport.events.person.Holder;
import dev.rapport.events.person.People;
import dev.rapport.messaging.Indexing;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import dev.rapport.messaging.Publisher;
import dev.rapport.messaging.WorkSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Where introductions are kept until one of the three is erased. */
@Component
class IntroductionStore implements Holder {

  private static final int DUPLICATE_KEY = 11_000;

  private final MongoCollection<Document> documents;
  private final People people;
  private final Announcer announcer;
  private final MachineClock machine;

  IntroductionStore(
      MongoDatabase database,
      People people,
      Publisher publisher,
      MachineClock machine,
      WorkSettings settings) {
    this.documents = database.getCollection("introductions");
    this.people = people;
    this.machine = machine;
    Indexing.make(
        documents,
        List.of(
            new IndexModel(Indexes.ascending("event", "connector")),
            new IndexModel(Indexes.ascending("people"), new IndexOptions().name("people"))));
    var outbox =
        new Outbox(
            documents,
            document -> List.of(IntroductionSuggested.of(read(document))),
            publisher,
            machine);
    this.announcer = new Announcer("introductions", outbox, settings);
  }

  Announcer announcer() {
    return announcer;
  }

  /** Keeps introductions; one that is kept already stays as it is. They are told in a moment. */
  void add(List<Introduction> made) {
    if (made.isEmpty()) {
      return;
    }
    try {
      documents.insertMany(
          made.stream().map(this::pending).toList(), new InsertManyOptions().ordered(false));
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null
          || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
        throw e;
      }
    }
    var involved = new HashSet<UUID>();
    made.forEach(i -> involved.addAll(List.of(i.connector(), i.one(), i.other())));
    erase(people.erased(involved));
    announcer.soon(made.stream().map(Introduction::id).toList());
  }

  @Override
  public void erase(Collection<UUID> erased) {
    if (!erased.isEmpty()) {
      documents.deleteMany(Filters.in("people", erased));
    }
  }

  List<Introduction> of(UUID event) {
    return documents
        .find(Filters.eq("event", event))
        .map(IntroductionStore::read)
        .into(new ArrayList<>());
  }

  List<Introduction> of(UUID event, UUID connector) {
    return documents
        .find(Filters.and(Filters.eq("event", event), Filters.eq("connector", connector)))
        .sort(Sorts.descending("at"))
        .map(IntroductionStore::read)
        .into(new ArrayList<>());
  }

  private Document pending(Introduction made) {
    return new Document("_id", made.id())
        .append("event", made.event())
        .append("connector", made.connector())
        .append("one", made.one())
        .append("other", made.other())
        .append("people", List.of(made.connector(), made.one(), made.other()))
        .append("at", Date.from(made.at()))
        .append("day", made.day().toString())
        .append("topics", made.topics())
        .append("rev", IntroductionSuggested.REV)
        .append(Outbox.PENDING_REV, IntroductionSuggested.REV)
        .append(Outbox.PENDING_SINCE, Date.from(machine.now()));
  }

  private static Introduction read(Document document) {
    return new Introduction(
        id(document, "_id"),
        id(document, "event"),
        id(document, "connector"),
        id(document, "one"),
        id(document, "other"),
        Objects.requireNonNull(document.getDate("at")).toInstant(),
        LocalDate.parse(document.getString("day")),
        document.getList("topics", String.class));
  }

  private static UUID id(Document document, String field) {
    return Objects.requireNonNull(document.get(field, UUID.class), field);
  }
}
