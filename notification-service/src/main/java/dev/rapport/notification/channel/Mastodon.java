package dev.rapport.notification.channel;

import dev.rapport.messaging.MachineClock;
import dev.rapport.notification.directory.Person;
import dev.rapport.notification.mastodon.Account;
import dev.rapport.notification.mastodon.Accounts;
import dev.rapport.notification.mastodon.Api;
import dev.rapport.notification.mastodon.FollowAllowance;
import dev.rapport.notification.mastodon.Handle;
import dev.rapport.notification.outward.Answer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The owner's linked account follows the contact's. The server is asked first whether it does
 * already: a repeated follow is sent once more by some (snac does).
 */
@Component
public final class Mastodon implements Channel {

  private static final int UNAUTHORISED = 401;

  private final Accounts accounts;
  private final FollowAllowance allowance;
  private final Api api;
  private final MachineClock clock;

  Mastodon(Accounts accounts, FollowAllowance allowance, Api api, MachineClock clock) {
    this.accounts = accounts;
    this.allowance = allowance;
    this.api = api;
    this.clock = clock;
  }

  @Override
  public String word() {
    return "mastodon";
  }

  @Override
  public boolean canBeAsked() {
    return true;
  }

  /** A follow tells the owner the contact's handle: so the contact must have wished for it. */
  @Override
  public boolean isPossible(Invitation invitation) {
    var contact = invitation.contact();
    if (Handle.of(contact.mastodon()) == null
        || !(contact.channels().contains(word())
            || contact.agreesTo(Person.Consent.SHARE_PROFILES, invitation.event().id()))) {
      return false;
    }
    var account = accounts.of(invitation.owner().id());
    return account != null && account.credentials() != null;
  }

  @Override
  public Turn ask(Invitation invitation) {
    var account = accounts.of(invitation.owner().id());
    var handle = Handle.of(invitation.contact().mastodon());
    if (account == null || handle == null) {
      return new Turn.Over(new Outcome.Refused(null, "an account is gone"));
    }
    if (account.rests(clock.now())) {
      return new Turn.Over(new Outcome.Later(null, account.restUntil()));
    }
    return asked(
        account,
        api.search(account, handle),
        found -> {
          var id = id(found, handle, account);
          return id == null
              ? new Turn.Over(new Outcome.Refused(404, "the server knows no such account"))
              : asked(account, api.relationship(account, id), known -> turn(account, id, known));
        });
  }

  private Turn turn(Account account, String id, JsonNode relationships) {
    var known = relationships.path(0);
    if (!known.isObject()) {
      return new Turn.Over(new Outcome.Refused(404, "the server knows no such account"));
    }
    if (known.path("following").asBoolean(false) || known.path("requested").asBoolean(false)) {
      return new Turn.Over(new Outcome.Taken(200));
    }
    if (known.path("blocking").asBoolean(false)
        || known.path("blocked_by").asBoolean(false)
        || known.path("domain_blocking").asBoolean(false)) {
      return new Turn.Over(new Outcome.Refused(403, "one of the two blocks the other"));
    }
    return new Turn.Free(() -> follow(account, id));
  }

  private Outcome follow(Account account, String id) {
    var next = allowance.take(account);
    if (next != null) {
      accounts.rest(account, next);
      return new Outcome.Later(null, next);
    }
    return switch (api.follow(account, id)) {
      case Answer.Untried(var rest) -> new Outcome.Untried(rest);
      case Answer.Unreached() -> new Outcome.Later(null, null);
      case Answer.Silence() -> new Outcome.Silence();
      case Answer.Said said -> {
        noteSpent(account, said);
        if (said.isDone()) {
          yield new Outcome.Taken(said.status());
        }
        // After 5xx it may follow all the same: only the next question tells.
        yield said.status() / 100 == 5 ? new Outcome.Silence() : failed(account, said);
      }
    };
  }

  /** Goes on with what a question brought, or ends with why it brought nothing. */
  private Turn asked(Account account, Answer answer, Function<JsonNode, Turn> then) {
    return switch (answer) {
      case Answer.Untried(var rest) -> new Turn.Over(new Outcome.Untried(rest));
      case Answer.Unreached() -> new Turn.Over(new Outcome.Later(null, null));
      case Answer.Silence() -> new Turn.Over(new Outcome.Later(null, null));
      case Answer.Said said -> {
        noteSpent(account, said);
        yield said.isDone() ? then.apply(api.read(said)) : new Turn.Over(failed(account, said));
      }
    };
  }

  private Outcome failed(Account account, Answer.Said said) {
    if (said.status() == UNAUTHORISED) {
      accounts.lost(account);
      return new Outcome.Refused(said.status(), "the account must be linked again");
    }
    return said.isRefused()
        ? new Outcome.Refused(said.status(), "the server refused it")
        : new Outcome.Later(said.status(), said.notBefore(clock.now()));
  }

  private void noteSpent(Account account, Answer.Said said) {
    var until = said.isSpent() ? said.notBefore(clock.now()) : null;
    if (until != null) {
      accounts.rest(account, until);
    }
  }

  private static @Nullable String id(JsonNode found, Handle handle, Account account) {
    for (var each : found.path("accounts")) {
      if (handle.is(each.path("acct").asString(""), account.server().name())) {
        var id = each.path("id").asString("");
        return id.isBlank() ? null : id;
      }
    }
    return null;
  }
}
