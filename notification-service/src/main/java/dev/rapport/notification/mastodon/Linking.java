package dev.rapport.notification.mastodon;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.rapport.notification.directory.People;
import dev.rapport.notification.directory.Person;
import dev.rapport.notification.key.Links;
import dev.rapport.notification.outward.Answer;
import java.net.URI;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links people's accounts, and unlinks them. */
@Component
public class Linking {

  /** The page. */
  static final String PAGE = "/my/channels";

  /** Where people come back to from their server. */
  static final String RETURN = PAGE + "/mastodon";

  private final MastodonSettings settings;
  private final Accounts accounts;
  private final Apps apps;
  private final Pending pending;
  private final LinkingAllowance allowance;
  private final Tokens tokens;
  private final Api api;
  private final People people;
  private final URI redirect;

  Linking(
      MastodonSettings settings,
      Accounts accounts,
      Apps apps,
      Pending pending,
      LinkingAllowance allowance,
      Tokens tokens,
      Api api,
      People people,
      Links links) {
    this.settings = settings;
    this.accounts = accounts;
    this.apps = apps;
    this.pending = pending;
    this.allowance = allowance;
    this.tokens = tokens;
    this.api = api;
    this.people = people;
    this.redirect = URI.create(links.own(RETURN));
  }

  /** How a step ended. */
  sealed interface Step {

    /** The person goes on at their server. */
    record GoOn(URI page, String server) implements Step {}

    /** It is linked. */
    record Linked() implements Step {}

    /** That is no server's name, or none that may be called. */
    record NoServer() implements Step {}

    /** This person named servers too often for now. */
    record TooOften() implements Step {}

    /** The server does not answer, or not as a Mastodon server does. */
    record NoAnswer() implements Step {}

    /** The person said no at their server. */
    record Declined() implements Step {}

    /** This person did not start it, or too long ago. */
    record Unknown() implements Step {}
  }

  /** Whether accounts can be linked here. */
  boolean isOn() {
    return settings.isOn();
  }

  /** Prepares the way to a server that a person named. */
  Step start(UUID person, String typed) {
    var server = isOn() ? Server.of(typed, settings.allowLoopback()) : null;
    if (server == null) {
      return new Step.NoServer();
    }
    if (!allowance.take(person)) {
      return new Step.TooOften();
    }
    var app = apps.at(server, redirect.toString(), Tokens.SCOPES.toString());
    if (app == null) {
      return new Step.NoAnswer();
    }
    var state = new State().getValue();
    var verifier = new CodeVerifier().getValue();
    pending.add(state, new Pending.Linking(person, server.name(), app, verifier));
    return new Step.GoOn(tokens.page(server, app, redirect, state, verifier), server.name());
  }

  /**
   * Links the account of a person who came back.
   *
   * @param code absent when they said no
   */
  Step finish(UUID person, String state, @Nullable String code) {
    var linking = pending.take(state, person);
    var server = linking == null ? null : Server.of(linking.server(), settings.allowLoopback());
    if (linking == null || server == null) {
      return new Step.Unknown();
    }
    if (code == null || code.isBlank()) {
      return new Step.Declined();
    }
    var app = linking.app();
    var token = tokens.get(server, app, redirect, code, linking.verifier());
    if (token == null) {
      apps.forget(server); // it may not know us any more
      return new Step.NoAnswer();
    }
    var handle = handle(server, token);
    if (handle == null) {
      return new Step.NoAnswer();
    }
    accounts.put(
        person, server, handle, new Account.Credentials(token, app.clientId(), app.clientSecret()));
    if (people.find(Set.of(person)).get(person) instanceof Person.Erased) {
      accounts.forget(Set.of(person)); // erased while they were at their server
      return new Step.Unknown();
    }
    return new Step.Linked();
  }

  /** Forgets a person's account, and gives its token back. */
  void unlink(UUID person) {
    var account = accounts.remove(person);
    var credentials = account == null ? null : account.credentials();
    if (account != null && credentials != null) {
      tokens.revoke(account.server(), credentials);
    }
  }

  /** Forgets the accounts of erased people. */
  public void forget(Collection<UUID> erased) {
    pending.forget(erased);
    allowance.forget(erased);
    accounts.forget(erased);
  }

  private @Nullable String handle(Server server, String token) {
    if (!(api.self(server, token) instanceof Answer.Said said) || !said.isDone()) {
      return null;
    }
    var acct = api.read(said).path("acct").asString("");
    var handle = Handle.of(acct.contains("@") ? acct : acct + "@" + server.name());
    return handle == null ? null : handle.toString();
  }
}
