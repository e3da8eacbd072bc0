package dev.rapport.system.checker;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.Letter;
import dev.rapport.system.world.Page;
import dev.rapport.system.world.Web;
import dev.rapport.system.world.World;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks at everything that can be seen from outside. */
public final class Observer {

  /** So many people are shown in a mail; the page behind its link has the rest. */
  private static final int SHOWN = 25;

  private final World world;
  private final Api api;
  private final Web web;
  private final Map<String, Set<UUID>> pages = new ConcurrentHashMap<>();

  public Observer(World world, Api api, Web web) {
    this.world = world;
    this.api = api;
    this.web = web;
  }

  /**
   * @param formerMails mails of earlier conferences, which are not looked at
   */
  public Observation look(Ledger ledger, int formerMails) {
    List<FollowUpSeen> followUps = followUps();
    List<MailSeen> mails = new ArrayList<>();
    for (Letter letter : world.mail().since(formerMails)) {
      mails.add(mail(letter));
    }
    return new Observation(world.time(), event(), followUps, mails, inDoubt(ledger));
  }

  /** The event as it is told now. */
  public Observation.EventSeen event() {
    JsonNode event = api.getEvent().orRefuse("GET event").json();
    JsonNode coverage = event.path("coverage");
    JsonNode followUps = coverage.path("followUps");
    return new Observation.EventSeen(
        event.path("state").asString(""),
        coverage.path("attendees").asInt(0),
        followUps.path("total").asLong(0),
        followUps.path("open").asLong(0));
  }

  private List<FollowUpSeen> followUps() {
    List<FollowUpSeen> all = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      JsonNode page = api.followUps(cursor).orRefuse("GET follow-ups").json();
      page.path("items").forEach(item -> all.add(followUp(item)));
      cursor = page.path("next").asString("");
    } while (!cursor.isEmpty());
    return all;
  }

  private static FollowUpSeen followUp(JsonNode item) {
    String outcome = item.path("outcome").asString("");
    String notification = item.path("notification").asString("");
    return new FollowUpSeen(
        UUID.fromString(item.path("id").asString()),
        UUID.fromString(item.path("owner").asString()),
        UUID.fromString(item.path("contact").asString()),
        item.path("state").asString(""),
        item.path("counts").asBoolean(false),
        outcome.isEmpty() ? null : outcome,
        item.path("answer").asString("none"),
        notification.isEmpty() ? null : UUID.fromString(notification));
  }

  private MailSeen mail(Letter letter) {
    Set<UUID> items = new HashSet<>(letter.items());
    URI link = letter.link();
    if (items.size() >= SHOWN && link != null) {
      items.addAll(pages.computeIfAbsent(letter.messageId(), id -> page(link)));
    }
    return new MailSeen(
        letter.messageId(),
        letter.notification(),
        letter.purpose().equals("list") ? MailSeen.Kind.LIST : MailSeen.Kind.INVITE,
        letter.recipients(),
        letter.date(),
        letter.arrived(),
        items);
  }

  private Set<UUID> page(URI link) {
    Answer answer = web.page(link);
    Set<UUID> items = new HashSet<>();
    if (answer.ok()) {
      Page.read(answer.text()).items().forEach(item -> items.add(item.followUp()));
    }
    return items;
  }

  /** Asks for every attendee's mails, because any of them may have been in doubt. */
  private Map<UUID, Integer> inDoubt(Ledger ledger) {
    Map<UUID, Integer> inDoubt = new HashMap<>();
    ledger.all(Entry.Registered.class).forEach(person -> inDoubt(person.person(), inDoubt));
    return inDoubt;
  }

  private void inDoubt(String person, Map<UUID, Integer> inDoubt) {
    @Nullable String cursor = null;
    do {
      Answer answer = api.notifications(person, cursor);
      // Nothing is told any more about a person who was erased.
      JsonNode page = answer.ok() ? answer.json() : EMPTY;
      for (JsonNode item : page.path("items")) {
        int count = item.path("inDoubt").asInt(0);
        if (count > 0) {
          inDoubt.put(UUID.fromString(item.path("id").asString()), count);
        }
      }
      cursor = page.path("next").asString("");
    } while (!cursor.isEmpty());
  }

  private static final JsonNode EMPTY =
      tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
}
