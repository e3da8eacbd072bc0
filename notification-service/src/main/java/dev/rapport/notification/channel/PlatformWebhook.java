package dev.rapport.notification.channel;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.WorkSettings;
import dev.rapport.notification.outward.Answer;
import dev.rapport.notification.outward.Outward;
import dev.rapport.notification.outward.OutwardSettings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The conference platform's own app: it is told that somebody would like to stay in touch, and
 * shows it its own way. Signed as Standard Webhooks 1.0 says (standardwebhooks.com); it cannot be
 * asked what it knows, so a repeat has the same {@code webhook-id} and body.
 */
@Component
public final class PlatformWebhook implements Channel, AutoCloseable {

  private static final int GONE = 410;

  private final @Nullable URI url;
  private final List<Webhook> signers;
  private final Outward outward;
  private final JsonMapper json;
  private final MachineClock clock;

  PlatformWebhook(
      WebhookSettings settings,
      OutwardSettings calls,
      WorkSettings work,
      JsonMapper json,
      MachineClock clock) {
    this.url = settings.url();
    this.signers = settings.secrets().stream().map(Webhook::new).toList();
    this.outward =
        new Outward(
            SystemDefaultDnsResolver.INSTANCE, // the operator named it: it may stand next door
            calls.timeoutWithin(work.claimExpiry()),
            calls.rest());
    this.json = json;
    this.clock = clock;
  }

  /** A CloudEvent in JSON: ids only, and nothing that changes between attempts. */
  record Body(
      String specversion,
      String id,
      String source,
      String type,
      String datacontenttype,
      Data data) {}

  record Data(UUID followUp, Ids owner, Ids contact, Where event, Instant firstMet, String how) {}

  record Ids(UUID id, String externalId) {}

  record Where(UUID id, @Nullable String organiser, @Nullable String externalId) {}

  @Override
  public String word() {
    return "platform";
  }

  @Override
  public boolean canBeAsked() {
    return false;
  }

  @Override
  public boolean isPossible(Invitation invitation) {
    return url != null;
  }

  @Override
  public Turn ask(Invitation invitation) {
    return new Turn.Free(() -> post(invitation));
  }

  private Outcome post(Invitation invitation) {
    var id = invitation.notification().toString();
    var at = clock.now();
    var body = json.writeValueAsString(body(invitation));
    var request = new HttpPost(Objects.requireNonNull(url));
    request.setHeader("webhook-id", id);
    request.setHeader("webhook-timestamp", at.getEpochSecond());
    request.setHeader("webhook-signature", signature(id, at, body));
    request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    return switch (outward.send(request)) {
      case Answer.Untried(var rest) -> new Outcome.Untried(rest);
      case Answer.Unreached() -> new Outcome.Later(null, null);
      case Answer.Silence() -> new Outcome.Silence();
      case Answer.Said said -> outcome(said);
    };
  }

  private Outcome outcome(Answer.Said said) {
    if (said.isDone()) {
      return new Outcome.Taken(said.status());
    }
    if (said.isRefused()) {
      return new Outcome.Refused(
          said.status(),
          said.status() == GONE ? "the endpoint is gone" : "the platform refused it");
    }
    return new Outcome.Later(said.status(), said.notBefore(clock.now()));
  }

  private String signature(String id, Instant at, String body) {
    return signers.stream()
        .map(signer -> sign(signer, id, at, body))
        .collect(Collectors.joining(" "));
  }

  private static String sign(Webhook signer, String id, Instant at, String body) {
    try {
      return signer.sign(id, at.getEpochSecond(), body);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("The JDK has no HMAC-SHA256", e);
    }
  }

  private static Body body(Invitation invitation) {
    var event = invitation.event();
    return new Body(
        "1.0",
        invitation.notification().toString(),
        "/notification-service",
        "dev.rapport.invitation.v1",
        "application/json",
        new Data(
            invitation.followUp(),
            new Ids(invitation.owner().id(), invitation.owner().externalId()),
            new Ids(invitation.contact().id(), invitation.contact().externalId()),
            new Where(event.id(), event.organiser(), event.externalId()),
            invitation.firstMet(),
            invitation.how()));
  }

  @Override
  public void close() {
    outward.close();
  }
}
