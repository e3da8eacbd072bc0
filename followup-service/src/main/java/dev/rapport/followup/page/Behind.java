package dev.rapport.followup.page;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.access.Problem;
import dev.rapport.followup.answer.Act;
import dev.rapport.followup.answer.Acts;
import dev.rapport.followup.answer.OwnWords;
import dev.rapport.followup.ask.Notifications;
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
import java.util.UUID;
import java.util.function.Predicate;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The follow-ups that a link opens, and what its form does to them. */
final class Behind {

  /** Stands for every item that the page showed. */
  static final String ALL = "all";

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
   * Does what a form says; returns what came of it: {@code saved}, {@code partly} or {@code
   * unchanged}.
   *
   * @param words a line of the owner's own, for what is sent
   * @param item a follow-up's id, or {@code all}: all that are still to be decided, not what was
   *     decided one by one before
   * @param shown the ids that the page showed: nobody says anything about what came onto it since
   */
  String act(Opened opened, String item, List<String> shown, String act, @Nullable String words) {
    var chosen = chosen(of(opened), item, Set.copyOf(shown));
    if (opened.isInvite() && act.equals("report") && !item.equals(ALL)) {
      return notice(acts.reported(chosen).values(), f -> f.voices().abuse());
    }
    if (opened.isInvite()) {
      var answer = ANSWERS.get(act);
      if (answer == null) {
        throw Refusal.form();
      }
      var open =
          chosen.stream()
              .filter(f -> !item.equals(ALL) || answer(f) == Answer.Kind.NONE)
              .filter(f -> answer.endsBoth() || isAsked(f))
              .toList();
      return notice(acts.byContact(open, answer).values(), f -> answer(f) == answer);
    }
    var known = ACTS.get(act);
    if (known == null) {
      throw Refusal.form();
    }
    var open =
        item.equals(ALL)
            ? chosen.stream().filter(f -> f.state() instanceof WithOwner).toList()
            : chosen;
    return byOwner(open, known, words);
  }

  private String byOwner(List<FollowUp> open, Act act, @Nullable String words) {
    @Nullable String line = null;
    if (act == Act.SEND) {
      try {
        line = OwnWords.of(words);
      } catch (Problem problem) {
        return problem.slug();
      }
    }
    return notice(acts.byOwner(open, act, line).values(), f -> Acts.holds(f, act));
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

  private static List<FollowUp> chosen(List<FollowUp> all, String item, Set<String> shown) {
    if (item.equals(ALL)) {
      return all.stream().filter(f -> shown.contains(f.id().toString())).toList();
    }
    var one = all.stream().filter(f -> f.id().equals(id(item))).toList();
    if (one.isEmpty()) {
      throw new Refusal(HttpStatus.FORBIDDEN, Composer.BUNDLE, "refused.purpose");
    }
    return one;
  }

  private static UUID id(String item) {
    try {
      return UUID.fromString(item);
    } catch (IllegalArgumentException e) {
      throw Refusal.form();
    }
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
