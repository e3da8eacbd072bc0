package dev.rapport.followup.page;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.followup.answer.Act;
import dev.rapport.followup.answer.Acts;
import dev.rapport.followup.ask.Notifications;
import dev.rapport.followup.decide.Lines;
import dev.rapport.followup.decide.Tapped;
import dev.rapport.followup.page.Links.Opened;
import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.plan.State.Scheduled;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.plan.State.WithOwner;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.pages.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.conversions.Bson;
import org.springframework.http.HttpStatus;

/** The follow-ups that a link opens, and what its form does to them. */
final class Behind {

  private static final Map<String, Answer.Kind> ANSWERS =
      Map.of(
          "accept", Answer.Kind.ACCEPTED,
          "decline", Answer.Kind.DECLINED,
          "not-met", Answer.Kind.NOT_MET,
          "block", Answer.Kind.BLOCKED);

  private static final Map<String, Act> ACTS =
      Map.of(
          "done", Act.DONE,
          "send", Act.SEND,
          "waive", Act.WAIVE,
          "not-met", Act.NOT_MET,
          "block", Act.BLOCK);

  /** A missed one may still be done. */
  private static final Set<Outcome> DECIDED =
      Set.of(Outcome.DONE, Outcome.WAIVED, Outcome.MISSED, Outcome.CONNECTED);

  /** What is to be decided, the most urgent first; then the rest. */
  private static final Comparator<FollowUp> OPEN_FIRST =
      Comparator.comparing(
          f -> f.state() instanceof WithOwner with ? with.deadline() : Instant.MAX);

  private final FollowUps followUps;
  private final Acts acts;
  private final Notifications notifications;

  Behind(FollowUps followUps, Acts acts, Notifications notifications) {
    this.followUps = followUps;
    this.acts = acts;
    this.notifications = notifications;
  }

  /** Those that the mail is about: an invite's own, or all that the owner has to decide. */
  List<FollowUp> of(Opened opened) {
    var person = opened.token().recipient();
    return opened.isInvite()
        ? find(Filters.eq("contact", person)).stream().filter(f -> isOf(f, opened)).toList()
        : find(Filters.eq("owner", person)).stream()
            .filter(Behind::isOnList)
            .sorted(OPEN_FIRST)
            .toList();
  }

  /**
   * Does what a form says; returns what came of it: {@code saved}, {@code partly}, {@code
   * unchanged}, or what is wrong with lines of the owner's own, and nothing was sent. All are all
   * that are still to be decided, not what was decided one by one before.
   */
  String act(Opened opened, Tapped tapped) {
    var act = tapped.act();
    var chosen = chosen(of(opened), tapped);
    if (opened.isInvite() && act.equals("report") && !tapped.isAll()) {
      return notice(acts.reported(chosen).values(), f -> f.voices().abuse());
    }
    if (opened.isInvite()) {
      var answer = ANSWERS.get(act);
      if (answer == null) {
        throw Refusal.form();
      }
      var open =
          chosen.stream()
              .filter(f -> !tapped.isAll() || answer(f) == Answer.Kind.NONE)
              .filter(f -> answer.endsBoth() || isAsked(f))
              .toList();
      return notice(acts.byContact(open, answer).values(), f -> answer(f) == answer);
    }
    var known = ACTS.get(act);
    if (known == null) {
      throw Refusal.form();
    }
    var open =
        tapped.isAll()
            ? chosen.stream().filter(f -> f.state() instanceof WithOwner).toList()
            : chosen;
    return byOwner(open, known, tapped.lines());
  }

  private String byOwner(List<FollowUp> open, Act act, Lines lines) {
    if (act != Act.SEND) {
      return notice(acts.byOwner(open, act).values(), f -> Acts.holds(f, act));
    }
    var wrong = lines.wrongOf(open);
    return wrong == null
        ? notice(acts.sent(open, lines.said()).values(), f -> Acts.holds(f, act))
        : wrong;
  }

  /** Whether there is something to accept: who is willing anyway, or connected, is not asked. */
  static boolean isAsked(FollowUp followUp) {
    return switch (followUp.state()) {
      case Due due -> !due.footing().connects();
      case Settled settled ->
          settled.outcome() != Outcome.CONNECTED || answer(followUp) != Answer.Kind.NONE;
      default -> true;
    };
  }

  private static String notice(Collection<FollowUp> acted, Predicate<FollowUp> took) {
    var done = acted.stream().filter(took).count();
    return done == 0 ? "unchanged" : done < acted.size() ? "partly" : "saved";
  }

  private static Answer.Kind answer(FollowUp followUp) {
    return followUp.voices().contact().kind();
  }

  private static List<FollowUp> chosen(List<FollowUp> all, Tapped tapped) {
    var decided = Set.copyOf(tapped.decided());
    var found = all.stream().filter(f -> decided.contains(f.id())).toList();
    if (found.isEmpty() && !tapped.isAll()) {
      throw new Refusal(HttpStatus.FORBIDDEN, Composer.BUNDLE, "refused.purpose");
    }
    return found;
  }

  private List<FollowUp> find(Bson filter) {
    return followUps.find(
        Filters.and(filter, Filters.ne("erased", true)), Sorts.ascending("_id"), Integer.MAX_VALUE);
  }

  // One that was late or taken back was never seen by the recipient, and shows nobody's name.
  private boolean isOf(FollowUp followUp, Opened opened) {
    var wentOut =
        switch (followUp.state()) {
          case Due due -> due.then() == null;
          case Settled settled -> settled.wentOut();
          default -> false;
        };
    return (wentOut || answer(followUp) != Answer.Kind.NONE)
        && opened.token().notification().equals(notifications.of(followUp));
  }

  private static boolean isOnList(FollowUp followUp) {
    return switch (followUp.state()) {
      case WithOwner with -> true;
      case Scheduled scheduled -> scheduled.byHand();
      case Due due -> due.byHand();
      case Settled settled ->
          DECIDED.contains(settled.outcome())
              || followUp.connects()
              || followUp.voices().owner().kind().endsBoth();
      default -> false;
    };
  }
}
