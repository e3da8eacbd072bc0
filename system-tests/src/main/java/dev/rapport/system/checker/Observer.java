package dev.rapport.system.checker;

import dev.rapport.local.PlatformApp;
import dev.rapport.system.checker.Observation.Doubt;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.Letter;
import dev.rapport.system.world.Page;
import dev.rapport.system.world.Web;
import dev.rapport.system.world.World;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks at everything that can be seen from outside. */
public final class Observer {

  /** So many calls at once. */
  private static final int EYES = 8;

  private static final int GONE = 410;

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
    List<MailSeen> mails = sideBySide(letters(ledger, formerMails), this::mail);
    return new Observation(
        world.time(),
        event(),
        crowd(),
        sideBySide(ledger.all(Entry.Planned.class).toList(), this::plan).stream()
            .flatMap(List::stream)
            .toList(),
        followUps,
        mails,
        invitations(ledger),
        inDoubt(ledger, mails));
  }

  /** None of a person who was erased. */
  private List<PlanSeen> plan(Entry.Planned planned) {
    Answer answer = api.plan(planned.person());
    if (answer.status() == GONE) {
      return List.of();
    }
    JsonNode plan = answer.orRefuse("GET a plan").json();
    int goals = 0;
    int reached = 0;
    for (JsonNode criterion : plan.path("criteria")) {
      goals++;
      reached += criterion.path("done").asBoolean(false) ? 1 : 0;
    }
    return List.of(new PlanSeen(planned.person(), plan.path("met").asInt(0), goals, reached));
  }

  /** Of people of this conference; whoever knows an id has had the invitation. */
  private List<MailSeen> invitations(Ledger ledger) {
    Set<String> people =
        ledger
            .all(Entry.Registered.class)
            .map(Entry.Registered::person)
            .collect(Collectors.toSet());
    Map<UUID, MailSeen> byId = new LinkedHashMap<>();
    for (PlatformApp.Invitation one : world.app().since(0)) {
      if (people.contains(one.contact())) {
        byId.putIfAbsent(
            one.id(),
            new MailSeen(
                one.id().toString(),
                one.id(),
                MailSeen.Kind.SOCIAL,
                List.of(one.contact()),
                world.time().event(one.signed()),
                one.at(),
                Set.of(one.followUp()),
                Set.of(),
                Set.of()));
      }
    }
    return List.copyOf(byId.values());
  }

  /**
   * Without the links that somebody at a browser has sent to themselves meanwhile, and without what
   * reminds people of an earlier conference of whom they met there.
   */
  private List<Letter> letters(Ledger ledger, int from) {
    Set<String> former = new HashSet<>();
    world.mail().since(0).stream().limit(from).map(Letter::recipients).forEach(former::addAll);
    ledger.all(Entry.Registered.class).map(Entry.Registered::email).forEach(former::remove);
    ledger.all(Entry.Moved.class).map(Entry.Moved::email).forEach(former::remove);
    return world.mail().since(from).stream()
        .filter(letter -> !letter.isFreshLink() && !former.containsAll(letter.recipients()))
        .toList();
  }

  private CrowdSeen crowd() {
    JsonNode insight = api.insight().orRefuse("GET insight").json();
    JsonNode blend = insight.path("meetingsBy");
    List<CrowdSeen.Hour> hours = new ArrayList<>();
    for (JsonNode hour : insight.path("hours")) {
      hours.add(
          new CrowdSeen.Hour(
              Instant.parse(hour.path("start").asString()), hour.path("onTheEdge").asLong(0)));
    }
    return new CrowdSeen(
        insight.path("meetings").asLong(0),
        insight.path("metNobody").asLong(0),
        insight.path("onTheEdge").asLong(0),
        insight.path("fewMet").asLong(0),
        insight.path("median").asLong(0),
        new CrowdSeen.Blend(
            blend.path("faceToFace").asLong(0),
            blend.path("virtual").asLong(0),
            blend.path("both").asLong(0)),
        hours);
  }

  private Observation.EventSeen event() {
    JsonNode event = api.getEvent().orRefuse("GET event").json();
    JsonNode coverage = event.path("coverage");
    JsonNode people = coverage.path("people");
    JsonNode followUps = coverage.path("followUps");
    Map<String, Long> byOutcome = new TreeMap<>();
    followUps
        .path("byOutcome")
        .properties()
        .forEach(outcome -> byOutcome.put(outcome.getKey(), outcome.getValue().asLong()));
    return new Observation.EventSeen(
        event.path("state").asString(""),
        coverage.path("attendees").asInt(0),
        coverage.path("metNobody").asInt(0),
        new Observation.People(
            people.path("met").asLong(0),
            people.path("complete").asLong(0),
            people.path("late").asLong(0),
            people.path("open").asLong(0)),
        followUps.path("total").asLong(0),
        followUps.path("open").asLong(0),
        byOutcome);
  }

  private List<FollowUpSeen> followUps() {
    List<FollowUpSeen> all = new ArrayList<>();
    pages(api::followUps, item -> all.add(followUp(item)));
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
        item.path("onTime").asBoolean(true),
        item.path("answer").asString("none"),
        notification.isEmpty() ? null : UUID.fromString(notification));
  }

  private MailSeen mail(Letter letter) {
    Set<UUID> items = new HashSet<>(letter.items());
    URI link = letter.link();
    if (items.size() >= MailSeen.NAMED && link != null) {
      items.addAll(pages.computeIfAbsent(letter.messageId(), id -> page(link)));
    }
    Set<UUID> beside = new HashSet<>(letter.shown());
    beside.removeAll(items);
    return new MailSeen(
        letter.messageId(),
        letter.notification(),
        MailSeen.Kind.of(letter.purpose()),
        letter.recipients(),
        letter.date(),
        letter.arrived(),
        items,
        beside,
        letter.traces());
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
  private Map<UUID, Doubt> inDoubt(Ledger ledger, List<MailSeen> mails) {
    List<String> people = ledger.all(Entry.Registered.class).map(Entry.Registered::person).toList();
    Map<UUID, Doubt> doubts = new HashMap<>();
    sideBySide(people, this::doubts).forEach(doubts::putAll);
    // A person who was erased has no name any more by which to ask for theirs.
    Set<UUID> others = new HashSet<>();
    mails.forEach(mail -> others.add(mail.notification()));
    others.removeAll(doubts.keySet());
    sideBySide(
            others,
            id -> Map.of(id, doubt(api.notification(id).orRefuse("GET notification").json())))
        .forEach(doubts::putAll);
    doubts.values().removeIf(doubt -> doubt.tries() == 0);
    return doubts;
  }

  private Map<UUID, Doubt> doubts(String person) {
    Map<UUID, Doubt> found = new HashMap<>();
    pages(
        cursor -> api.notifications(person, cursor),
        log -> found.put(UUID.fromString(log.path("id").asString()), doubt(log)));
    return found;
  }

  private static Doubt doubt(JsonNode log) {
    for (JsonNode attempt : log.path("attempts")) {
      if (attempt.path("result").asString("").equals("inDoubt")) {
        Instant since = Instant.parse(attempt.path("eventAt").asString());
        return new Doubt(log.path("inDoubt").asInt(0), since);
      }
    }
    return new Doubt(log.path("inDoubt").asInt(0), Instant.MIN);
  }

  private static void pages(Function<@Nullable String, Answer> ask, Consumer<JsonNode> item) {
    @Nullable String cursor = null;
    do {
      Answer answer = ask.apply(cursor);
      if (answer.status() == GONE) {
        return; // a person who was erased: their mails are asked for one by one
      }
      JsonNode page = answer.orRefuse("GET a page").json();
      page.path("items").forEach(item);
      cursor = page.path("next").asString("");
    } while (!cursor.isEmpty());
  }

  private static <T, R> List<R> sideBySide(Collection<T> all, Function<T, R> look) {
    try (ExecutorService eyes = Executors.newFixedThreadPool(EYES, Thread.ofVirtual().factory())) {
      List<Future<R>> looks = all.stream().map(one -> eyes.submit(() -> look.apply(one))).toList();
      return looks.stream().map(Observer::result).toList();
    }
  }

  private static <R> R result(Future<R> look) {
    try {
      return look.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Something cannot be seen.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Looking was interrupted.", e);
    }
  }
}
