package dev.rapport.contacts.contact;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.rapport.contacts.meeting.ContactMet;
import dev.rapport.contacts.person.Seats;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Indexing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One document per owner and contact, over all events: {@code {_id, owner, contact, meetings:
 * {<meeting>: {event, rev, first, last, how, by}}, agreed: {<follow-up>: {rev, yes}}, outside?,
 * notes?, tags?, friend?}}.
 */
@Component
public class Contacts {

  /** Of old friends, true. */
  static final String FRIEND = "friend";

  private static final BulkWriteOptions EACH_FOR_ITSELF = new BulkWriteOptions().ordered(false);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final Ids ids;
  private final Seats seats;
  private final MongoCollection<Document> contacts;

  Contacts(Ids ids, Seats seats, MongoDatabase database) {
    this.ids = ids;
    this.seats = seats;
    this.contacts = database.getCollection("contacts");
    Indexing.make(
        contacts,
        List.of(
            new IndexModel(Indexes.ascending("owner", "_id")),
            new IndexModel(Indexes.ascending("contact"))));
  }

  /** Takes over what meetings have become; what is older than what is known changes nothing. */
  void keep(List<ContactMet> met) {
    var people = new HashSet<UUID>();
    met.forEach(one -> people.addAll(List.of(one.owner(), one.contact())));
    var erased = seats.erasedAmong(people);
    write(
        met.stream()
            .filter(one -> !erased.contains(one.owner()) && !erased.contains(one.contact()))
            .map(this::write)
            .toList());
  }

  /** Takes over whether two want to stay in touch, for each of the two. */
  void agreed(List<FollowupSettled> settled) {
    var people = new HashSet<UUID>();
    settled.forEach(one -> people.addAll(List.of(one.owner(), one.contact())));
    var erased = seats.erasedAmong(people);
    var writes = new ArrayList<UpdateOneModel<Document>>();
    for (var one : settled) {
      if (!erased.contains(one.owner()) && !erased.contains(one.contact())) {
        writes.add(agreed(one, one.owner(), one.contact()));
        writes.add(agreed(one, one.contact(), one.owner()));
      }
    }
    write(writes);
  }

  private UpdateOneModel<Document> agreed(FollowupSettled settled, UUID owner, UUID contact) {
    var field = "agreed." + settled.followUp();
    return new UpdateOneModel<>(
        Filters.and(
            Filters.eq("_id", id(owner, contact)),
            Filters.not(Filters.gte(field + ".rev", settled.rev()))),
        Updates.combine(
            Updates.set(
                field, new Document("rev", settled.rev()).append("yes", settled.bothWish())),
            Updates.setOnInsert("owner", owner),
            Updates.setOnInsert("contact", contact)),
        UPSERT);
  }

  private void write(List<UpdateOneModel<Document>> all) {
    var writes = all;
    // What is not older is inserted, and is a duplicate then. The second round tells that from the
    // insert of another meeting that came first.
    for (var round = 0; round < 2 && !writes.isEmpty(); round++) {
      try {
        contacts.bulkWrite(writes, EACH_FOR_ITSELF);
        return;
      } catch (MongoBulkWriteException e) {
        writes = duplicates(writes, e);
      }
    }
  }

  private static List<UpdateOneModel<Document>> duplicates(
      List<UpdateOneModel<Document>> writes, MongoBulkWriteException e) {
    var again = new ArrayList<UpdateOneModel<Document>>();
    for (var error : e.getWriteErrors()) {
      if (error.getCode() != 11_000) {
        throw e;
      }
      again.add(writes.get(error.getIndex()));
    }
    if (again.isEmpty()) {
      throw e;
    }
    return again;
  }

  private UpdateOneModel<Document> write(ContactMet met) {
    var field = "meetings." + met.meeting();
    return new UpdateOneModel<>(
        Filters.and(
            Filters.eq("_id", id(met.owner(), met.contact())),
            Filters.not(Filters.gte(field + ".rev", met.rev()))),
        Updates.combine(
            Updates.set(field, meeting(met)),
            Updates.setOnInsert("owner", met.owner()),
            Updates.setOnInsert("contact", met.contact())),
        UPSERT);
  }

  /** Takes a meeting outside any event; an earlier one than what is known changes nothing. */
  public void met(UUID owner, UUID contact, Instant at) {
    contacts.updateOne(
        Filters.eq("_id", id(owner, contact)),
        Updates.combine(
            Updates.max("outside", Date.from(at)),
            Updates.setOnInsert("owner", owner),
            Updates.setOnInsert("contact", contact)),
        UPSERT);
  }

  /**
   * What an owner says of an old friend.
   *
   * @param notes null leaves them as they are, like no tags
   */
  public record Said(UUID friend, @Nullable String notes, List<String> tags) {}

  /**
   * Makes old friends contacts of their owner.
   *
   * @param over whether notes and tags take the place of those that are there
   */
  public void befriend(UUID owner, Collection<Said> said, boolean over) {
    write(said.stream().map(one -> befriend(owner, one, over)).toList());
  }

  private UpdateOneModel<Document> befriend(UUID owner, Said said, boolean over) {
    var set = new Document("owner", owner).append("contact", said.friend()).append(FRIEND, true);
    if (said.notes() != null) {
      set.append("notes", orThat("$notes", said.notes(), over));
    }
    if (!said.tags().isEmpty()) {
      set.append("tags", orThat("$tags", said.tags(), over));
    }
    return new UpdateOneModel<>(
        Filters.eq("_id", id(owner, said.friend())), List.of(new Document("$set", set)), UPSERT);
  }

  private static Document orThat(String field, Object value, boolean over) {
    // A literal: what people write may start with a dollar sign.
    var literal = new Document("$literal", value);
    return over ? literal : new Document("$ifNull", List.of(field, literal));
  }

  /** Returns how many old friends an owner has. */
  public long friends(UUID owner) {
    return contacts.countDocuments(
        Filters.and(Filters.eq("owner", owner), Filters.eq(FRIEND, true)));
  }

  /** Returns those of these people who are an owner's contacts. */
  public Set<UUID> among(UUID owner, Collection<UUID> people) {
    return contacts
        .find(Filters.in("_id", people.stream().map(one -> id(owner, one)).toList()))
        .map(Contact::read)
        .into(new ArrayList<>())
        .stream()
        .filter(Contact::isShown)
        .map(Contact::contact)
        .collect(Collectors.toSet());
  }

  /** Whether somebody is shown among an owner's contacts. */
  public boolean has(UUID owner, UUID contact) {
    var found = contacts.find(Filters.eq("_id", id(owner, contact))).first();
    return found != null && Contact.read(found).isShown();
  }

  private static Document meeting(ContactMet met) {
    return new Document("event", met.event())
        .append("rev", met.rev())
        .append("first", Date.from(met.firstMet()))
        .append("last", Date.from(met.lastMet()))
        .append("how", met.how().name())
        .append("by", met.reportedBy().name());
  }

  /** Returns an owner's contacts in the order of their cursor. */
  List<Contact> of(UUID owner, @Nullable UUID after, int limit) {
    Bson mine = Filters.eq("owner", owner);
    return contacts
        .find(after == null ? mine : Filters.and(mine, Filters.gt("_id", after)))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .map(Contact::read)
        .into(new ArrayList<>());
  }

  /** Returns all of an owner's contacts that are shown. */
  List<Contact> of(UUID owner) {
    return contacts
        .find(Filters.eq("owner", owner))
        .map(Contact::read)
        .into(new ArrayList<>())
        .stream()
        .filter(Contact::isShown)
        .toList();
  }

  /** Replaces the owner's notes and tags; returns the contact, or null when there is none. */
  @Nullable Contact annotate(UUID owner, UUID contact, @Nullable String notes, List<String> tags) {
    var document =
        contacts.findOneAndUpdate(
            Filters.eq("_id", id(owner, contact)),
            Updates.combine(
                notes == null ? Updates.unset("notes") : Updates.set("notes", notes),
                tags.isEmpty() ? Updates.unset("tags") : Updates.set("tags", tags)),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    return document == null ? null : Contact.read(document);
  }

  /** Deletes everything that a person noted, and everything noted about them. */
  public void erase(UUID person) {
    contacts.deleteMany(Filters.eq("owner", person));
    contacts.deleteMany(Filters.eq("contact", person));
  }

  /** Whether one of these people has contacts. */
  public boolean knows(Collection<UUID> people) {
    return contacts.find(Filters.in("owner", people)).first() != null;
  }

  private UUID id(UUID owner, UUID contact) {
    return ids.of("contact", owner, contact);
  }
}
