package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.JsonNode;

class TimersIT extends ServiceIT {

  private static final int OWNERS = 60;

  /** No more than an owner's allowance: whom the first instance puts off takes the next day. */
  private static final List<String> RECIPIENTS = List.of("ann", "bea", "cyd");

  @Test
  void two_instances_ask_for_each_follow_up_and_settle_it_once() {
    try (var other =
        new SpringApplicationBuilder(FollowupService.class, TestTokens.class, Clock.class)
            .properties(settings())
            .run()) {
      assertThat(other.isRunning()).isTrue();
      conference.isAnnounced();
      var owners = new ArrayList<String>();
      for (var i = 0; i < OWNERS; i++) {
        owners.add("owner" + i);
      }
      conference.has(owners.toArray(String[]::new));
      RECIPIENTS.forEach(name -> conference.registers(name, false, true));
      CLOCK.set(conference.noon);
      owners.forEach(owner -> RECIPIENTS.forEach(name -> conference.scans(owner, name)));
      awaitProgress(p -> p.path("total").asInt() == 2 * OWNERS * RECIPIENTS.size());
      // One that is planned after the others were told would take the next day.
      awaitProgress(p -> p.path("byState").path("scheduled").asInt() == OWNERS * RECIPIENTS.size());

      CLOCK.set(conference.ends);
      for (var name : RECIPIENTS) {
        await().until(() -> itemsFor(name).size(), n -> n == OWNERS);
        // Merged or not: all that is said to one person on one day is one notification.
        assertThat(notificationsFor(name)).hasSize(1);
        invitesFor(name).forEach(a -> conference.answers(a, "delivered", conference.ends));
      }
      awaitProgress(p -> p.path("byOutcome").path("sent").asInt() == OWNERS * RECIPIENTS.size());
      for (var owner : owners) {
        await().until(() -> settledOf(owner), n -> n == RECIPIENTS.size());
      }
    }
  }

  private long settledOf(String owner) {
    return BROKER.values("followup-settled", conference.person(owner)).stream()
        .map(s -> s.path("followUp").asString() + s.path("rev").asLong())
        .distinct()
        .count();
  }

  private Map<String, Object> settings() {
    var settings = new HashMap<String, Object>();
    settings.put("rapport.installation.key", KEY);
    settings.put("rapport.poll", "50ms");
    settings.put("rapport.retry-after", "500ms");
    settings.put("rapport.pages.keys-url", KEYS.url());
    settings.put("spring.kafka.bootstrap-servers", PARTS.kafka());
    settings.put("spring.mongodb.uri", PARTS.mongo(DATABASE));
    settings.put("server.port", "0");
    settings.put("spring.main.allow-bean-definition-overriding", "true");
    return settings;
  }

  private HashSet<String> itemsFor(String name) {
    var items = new HashSet<String>();
    invitesFor(name)
        .forEach(a -> a.path("items").forEach(i -> items.add(i.path("followUp").asString())));
    return items;
  }

  private HashSet<String> notificationsFor(String name) {
    var notifications = new HashSet<String>();
    invitesFor(name).forEach(a -> notifications.add(a.path("notification").asString()));
    return notifications;
  }

  private List<JsonNode> invitesFor(String name) {
    return conference.asksFor(name).stream()
        .filter(ask -> ask.path("purpose").asString().equals("invite"))
        .toList();
  }
}
