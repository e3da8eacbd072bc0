package dev.rapport.events.plan;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.rapport.events.event.Event;
import dev.rapport.events.person.Holder;
import dev.rapport.events.person.People;
import dev.rapport.events.profile.Profile;
import dev.rapport.events.profile.Profiles;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Indexing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Where plans are kept; nobody else hears of them. {@code inTime} holds the follow-ups that were
 * done in time, where the plan has that goal. An erased person's plans are deleted.
 */
@Component
@Order(0) // forgets before the profiles, which say whose names are to be forgotten
class PlanStore implements Holder {

  private static final String NAMED = "plan.people";
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  /** A plan, and how many follow-ups were done in time since it has that goal. */
  record Kept(Plan plan, int inTime) {

    static final Kept NOTHING = new Kept(Plan.NONE, 0);
  }

  /** A follow-up of an event that was settled, or is open again. */
  record Done(UUID event, UUID owner, UUID followUp, boolean inTime) {}

  private final MongoCollection<Document> documents;
  private final People people;
  private final Profiles profiles;
  private final Ids ids;

  PlanStore(MongoDatabase database, People people, Profiles profiles, Ids ids) {
    this.documents = database.getCollection("plans");
    this.people = people;
    this.profiles = profiles;
    this.ids = ids;
    Indexing.make(documents, Indexes.ascending("person"), new IndexOptions().name("person"));
    Indexing.make(
        documents, Indexes.ascending(NAMED), new IndexOptions().name("named").sparse(true));
  }

  /** Keeps what was said, the last word of each; returns whose plan is new. */
  Set<UUID> keep(Event.Id event, Map<UUID, Plan> said) {
    var plans = new LinkedHashMap<UUID, UUID>();
    said.keySet().forEach(person -> plans.put(id(event.value(), person), person));
    var fresh = new HashSet<>(said.keySet());
    existing(plans.keySet()).forEach(id -> fresh.remove(plans.get(id)));
    var writes = new ArrayList<WriteModel<Document>>();
    plans.forEach(
        (id, person) ->
            writes.add(
                new UpdateOneModel<>(
                    Filters.eq("_id", id),
                    Updates.combine(
                        Updates.setOnInsert("event", event.value()),
                        Updates.setOnInsert("person", person),
                        Updates.set("plan", write(Objects.requireNonNull(said.get(person))))),
                    UPSERT)));
    if (!writes.isEmpty()) {
      documents.bulkWrite(writes);
    }
    // Whoever was erased meanwhile may have been missed by that erasure.
    erase(people.erased(said.keySet()));
    return fresh;
  }

  Kept find(Event.Id event, UUID person) {
    var found = documents.find(Filters.eq("_id", id(event.value(), person))).first();
    return found == null
        ? Kept.NOTHING
        : new Kept(
            read(found.get("plan", Document.class)),
            found.getList("inTime", UUID.class, List.of()).size());
  }

  /** Notes follow-ups for the plans that ask for them; most people have none. */
  void note(List<Done> done) {
    var byPlan = new LinkedHashMap<UUID, List<Done>>();
    done.forEach(
        one ->
            byPlan.computeIfAbsent(id(one.event(), one.owner()), p -> new ArrayList<>()).add(one));
    var writes = new ArrayList<WriteModel<Document>>();
    for (var plan : existing(byPlan.keySet())) {
      for (var one : Objects.requireNonNull(byPlan.get(plan))) {
        writes.add(
            new UpdateOneModel<>(
                Filters.eq("_id", plan),
                one.inTime()
                    ? Updates.addToSet("inTime", one.followUp())
                    : Updates.pull("inTime", one.followUp())));
      }
    }
    if (!writes.isEmpty()) {
      documents.bulkWrite(writes);
    }
  }

  @Override
  public void erase(Collection<UUID> erased) {
    if (!erased.isEmpty()) {
      documents.deleteMany(Filters.in("person", erased));
      forgetGoals(profiles.find(erased).values().stream().map(Profile::externalId).toList());
    }
  }

  /** Nobody goes on looking for somebody who is forgotten. */
  private void forgetGoals(List<String> names) {
    if (!names.isEmpty()) {
      documents.updateMany(Filters.in(NAMED, names), Updates.pullAll(NAMED, names));
    }
  }

  private List<UUID> existing(Collection<UUID> plans) {
    return documents
        .find(Filters.in("_id", plans))
        .projection(Projections.include("_id"))
        .map(document -> Objects.requireNonNull(document.get("_id", UUID.class)))
        .into(new ArrayList<>());
  }

  private UUID id(UUID event, UUID person) {
    return ids.of("plan", event, person);
  }

  private static Document write(Plan plan) {
    var goals = plan.goals();
    return new Document("peopleMet", goals.peopleMet())
        .append("newcomers", goals.newcomers())
        .append("people", goals.people())
        .append("topics", goals.topics())
        .append("virtualShare", goals.virtualShare())
        .append("followUpsInTime", goals.followUpsInTime())
        .append("seeks", plan.seeks())
        .append("offers", plan.offers())
        .append("openers", plan.openers());
  }

  private static Plan read(Document plan) {
    return new Plan(
        new Plan.Goals(
            plan.getInteger("peopleMet"),
            plan.getInteger("newcomers"),
            plan.getList("people", String.class),
            plan.getList("topics", String.class),
            plan.getInteger("virtualShare"),
            plan.getInteger("followUpsInTime")),
        plan.getList("seeks", String.class),
        plan.getList("offers", String.class),
        plan.getList("openers", String.class));
  }
}
