package dev.rapport.system.player;

import dev.rapport.local.PlatformApp.Invitation;
import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Those who are invited in the platform's app answer there, as others do by a mail's link. */
final class AppUsers {

  /** Taken back or forgotten meanwhile. */
  private static final Set<Integer> OVER = Set.of(404, 410);

  private final Api api;
  private final Ledger ledger;
  private final Script script;

  AppUsers(Api api, Ledger ledger, Script script) {
    this.api = api;
    this.ledger = ledger;
    this.script = script;
  }

  /** Two of three who answer accept. */
  void read(Invitation invitation) {
    RandomGenerator random =
        new SplittableRandom(
            Objects.hash(script.seed(), number(invitation.contact()), number(invitation.owner())));
    if (random.nextDouble() >= script.answering()) {
      return;
    }
    Act act = random.nextInt(3) == 0 ? Act.DECLINE : Act.ACCEPT;
    Answer answer = api.answer(invitation.contact(), invitation.followUp(), act);
    if (answer.ok()) {
      String now = answer.json().path("answer").asString("");
      boolean took = now.equals(act == Act.ACCEPT ? "accepted" : "declined");
      ledger.write(
          new Entry.Acted(
              answer.when(), invitation.contact(), invitation.followUp(), act, null, took));
    } else if (!OVER.contains(answer.status())) {
      ledger.write(
          new Entry.Refused(
              answer.when(),
              "POST %s by %s".formatted(act.word(), invitation.contact()),
              answer.status(),
              answer.text()));
    }
  }

  /** Ids are the same in another run but for the label. */
  private String number(String id) {
    return id.substring(script.label().length());
  }
}
