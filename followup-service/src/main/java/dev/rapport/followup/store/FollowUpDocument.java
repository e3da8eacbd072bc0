package dev.rapport.followup.store;

import com.mongodb.client.model.Filters;
import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.FollowUp.Attempt;
import dev.rapport.followup.plan.Footing;
import dev.rapport.followup.plan.Meeting;
import dev.rapport.followup.plan.Result;
import dev.rapport.followup.plan.State;
import dev.rapport.followup.plan.State.Channel;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.plan.State.Scheduled;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.plan.State.Then;
import dev.rapport.followup.plan.State.Waiting;
import dev.rapport.followup.plan.State.WithOwner;
import dev.rapport.followup.plan.Voices;
import dev.rapport.followup.plan.Way;
import dev.rapport.followup.plan.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A follow-up as a document and back; the names of its fields are known here alone. */
public final class FollowUpDocument {

  static final String STATE = "state";
  static final String DUE_AT = "dueAt";
  static final String RETRY_AT = "retryAt";
  static final String SLOT = "slot";

  /** The contact's. */
  static final String ANSWER = "answer";

  static final String OWNERS_ANSWER = "ownersAnswer";
  private static final String BOTH_WILLING = "bothWilling";

  /** Where the contact has reported the owner. */
  static final String ABUSE = "abuse";

  /** Where the contact accepted, and the owner is still to be told. */
  public static final String NEWS = "news";

  /** Names the two, where they are connected or one of them wants nothing of it. */
  static final String PAIR = "pair";

  /** Matches those of which one of the two has said something. */
  public static final Bson ANSWERED =
      Filters.or(Filters.exists(ANSWER), Filters.exists(OWNERS_ANSWER));

  private FollowUpDocument() {}

  /** Returns the state's name in documents and over HTTP. */
  public static String name(State state) {
    return switch (state) {
      case Waiting s -> "waiting";
      case Scheduled s -> "scheduled";
      case WithOwner s -> "withOwner";
      case Due s -> "due";
      case Settled s -> "settled";
    };
  }

  static Document of(FollowUp followUp, Instant retryAt) {
    var document =
        new Document("_id", followUp.id())
            .append("event", followUp.event())
            .append("owner", followUp.owner())
            .append("contact", followUp.contact())
            .append("rev", followUp.rev())
            .append("policyRev", followUp.policyRev());
    addMeeting(document, followUp);
    addState(document, followUp.state(), retryAt);
    put(document, "deadline", followUp.deadline());
    var attempt = followUp.attempt();
    if (attempt != null) {
      document.append("askedOn", attempt.slot().toString());
      put(document, "askedBy", attempt.way() == Way.MAIL ? null : attempt.way());
      put(document, "failure", attempt.failure());
    }
    addAnswer(document, ANSWER, followUp.voices().contact());
    addAnswer(document, OWNERS_ANSWER, followUp.voices().owner());
    if (followUp.voices().abuse()) {
      document.append(ABUSE, true);
    }
    if (followUp.voices().news()) {
      document.append(NEWS, true);
    }
    if (followUp.words() != null) {
      document.append("words", followUp.words());
    }
    if (!followUp.erased() && (followUp.connects() || followUp.answer().kind().endsBoth())) {
      document.append(PAIR, followUp.pair());
    }
    return document;
  }

  private static void addAnswer(Document document, String field, Answer answer) {
    if (answer.kind() != Answer.Kind.NONE) {
      document.append(field, answer.kind().word());
      put(document, field + "At", answer.at());
    }
  }

  private static void addMeeting(Document document, FollowUp followUp) {
    var meeting = followUp.meeting();
    document.append("meetingRev", meeting.rev()).append("counts", meeting.counts());
    put(document, "notCounted", meeting.notCounted());
    if (followUp.erased()) {
      document.append("erased", true);
      return;
    }
    put(document, "firstMet", meeting.firstMet());
    put(document, "lastMet", meeting.lastMet());
    put(document, "reportedAt", meeting.reportedAt());
    document.append("how", meeting.how()).append("reportedBy", meeting.reportedBy().word());
    if (meeting.trace() != null) {
      document.append("trace", meeting.trace());
    }
  }

  private static void addState(Document document, State state, Instant retryAt) {
    document.append(STATE, name(state));
    switch (state) {
      case Waiting waiting -> {
        put(document, DUE_AT, waiting.lookAt());
        if (waiting.lookAt() == null) {
          put(document, RETRY_AT, retryAt);
        }
      }
      case Scheduled scheduled -> {
        document
            .append(SLOT, scheduled.slot().toString())
            .append("byHand", scheduled.byHand())
            .append(DUE_AT, Date.from(scheduled.askAt()));
        addManner(document, scheduled.footing(), scheduled.way());
      }
      case WithOwner withOwner -> {
        put(document, DUE_AT, withOwner.deadline());
        put(document, "since", withOwner.since());
      }
      case Due due -> {
        document.append(SLOT, due.slot().toString()).append("byHand", due.byHand());
        addManner(document, due.footing(), due.way());
        put(document, RETRY_AT, retryAt);
        if (due.then() != null) {
          document.append("then", then(due.then()));
        }
      }
      case Settled settled -> {
        put(document, "outcome", settled.outcome());
        put(document, "settledAt", settled.at());
        if (settled.reason() != null) {
          document.append("reason", settled.reason());
        }
        document.append("onTime", settled.onTime());
        put(document, "doneLateAt", settled.doneLateAt());
        // What is sent goes by mail, unless another word stands here.
        var usual = settled.outcome() == Outcome.SENT && settled.channel() == Channel.EMAIL;
        put(document, "channel", usual ? null : settled.channel());
      }
    }
  }

  /** Most mails ask, and most go by mail: nothing is stored then. */
  private static void addManner(Document document, Footing footing, Way way) {
    switch (footing) {
      case INVITED -> {}
      case BOTH_WILLING -> document.append(BOTH_WILLING, true);
      case CONNECTED -> document.append("again", true);
    }
    put(document, "way", way == Way.MAIL ? null : way);
  }

  private static Footing footing(Document document) {
    if (document.getBoolean("again", false)) {
      return Footing.CONNECTED;
    }
    return document.getBoolean(BOTH_WILLING, false) ? Footing.BOTH_WILLING : Footing.INVITED;
  }

  private static Way way(Document document, String field) {
    var way = document.getString(field);
    return way == null ? Way.MAIL : Word.of(Way.class, way);
  }

  private static @Nullable Channel channel(Document document, Outcome outcome) {
    var channel = document.getString("channel");
    if (channel != null) {
      return Word.of(Channel.class, channel);
    }
    return outcome == Outcome.SENT ? Channel.EMAIL : null;
  }

  private static Document then(Then then) {
    var document = new Document();
    if (then instanceof Then.Settle settle) {
      put(document, "outcome", settle.outcome());
      if (settle.reason() != null) {
        document.append("reason", settle.reason());
      }
    }
    return document;
  }

  /** Returns the follow-up that a whole document holds. */
  public static FollowUp read(Document document) {
    return new FollowUp(
        uuid(document, "_id"),
        uuid(document, "event"),
        uuid(document, "owner"),
        uuid(document, "contact"),
        meeting(document),
        state(document),
        number(document, "policyRev"),
        instant(document, "deadline"),
        attempt(document),
        new Voices(
            answer(document, OWNERS_ANSWER),
            answer(document, ANSWER),
            document.getBoolean(ABUSE, false),
            document.getBoolean(NEWS, false)),
        document.getString("words"),
        document.getBoolean("erased", false),
        number(document, "rev"));
  }

  private static Meeting meeting(Document document) {
    var notCounted = document.getString("notCounted");
    var how = document.getString("how");
    var by = document.getString("reportedBy");
    return new Meeting(
        number(document, "meetingRev"),
        orEpoch(instant(document, "firstMet")),
        orEpoch(instant(document, "lastMet")),
        orEpoch(instant(document, "reportedAt")),
        how == null ? "faceToFace" : how,
        by == null ? Meeting.ReportedBy.NONE : Word.of(Meeting.ReportedBy.class, by),
        notCounted == null ? null : Word.of(Meeting.NotCounted.class, notCounted),
        document.getString("trace"));
  }

  private static State state(Document document) {
    var state = text(document, STATE);
    return switch (state) {
      case "waiting" -> new Waiting(instant(document, DUE_AT));
      case "scheduled" ->
          new Scheduled(
              slot(document),
              document.getBoolean("byHand", false),
              footing(document),
              way(document, "way"),
              required(document, DUE_AT));
      case "withOwner" -> new WithOwner(required(document, DUE_AT), required(document, "since"));
      case "due" ->
          new Due(
              slot(document),
              document.getBoolean("byHand", false),
              footing(document),
              way(document, "way"),
              then(document.get("then", Document.class)));
      case "settled" -> settled(document);
      default -> throw new IllegalStateException("A follow-up in the unknown state " + state);
    };
  }

  private static Settled settled(Document document) {
    var outcome = Word.of(Outcome.class, text(document, "outcome"));
    return new Settled(
        outcome,
        document.getString("reason"),
        required(document, "settledAt"),
        document.getBoolean("onTime", false),
        instant(document, "doneLateAt"),
        channel(document, outcome));
  }

  private static @Nullable Then then(@Nullable Document document) {
    if (document == null) {
      return null;
    }
    var outcome = document.getString("outcome");
    return outcome == null
        ? new Then.PlanAgain()
        : new Then.Settle(Word.of(Outcome.class, outcome), document.getString("reason"));
  }

  private static @Nullable Attempt attempt(Document document) {
    var askedOn = document.getString("askedOn");
    var failure = document.getString("failure");
    return askedOn == null
        ? null
        : new Attempt(
            LocalDate.parse(askedOn),
            way(document, "askedBy"),
            failure == null ? null : Word.of(Result.class, failure));
  }

  private static Answer answer(Document document, String field) {
    var answer = document.getString(field);
    return answer == null
        ? Answer.NONE
        : new Answer(Word.of(Answer.Kind.class, answer), instant(document, field + "At"));
  }

  private static LocalDate slot(Document document) {
    return LocalDate.parse(text(document, SLOT));
  }

  private static Instant orEpoch(@Nullable Instant instant) {
    return instant == null ? Instant.EPOCH : instant;
  }

  static void put(Document document, String field, @Nullable Instant instant) {
    if (instant != null) {
      document.append(field, Date.from(instant));
    }
  }

  static void put(Document document, String field, @Nullable Word word) {
    if (word != null) {
      document.append(field, word.word());
    }
  }

  static UUID uuid(Document document, String field) {
    return required(field, document.get(field, UUID.class));
  }

  static String text(Document document, String field) {
    return required(field, document.getString(field));
  }

  static long number(Document document, String field) {
    return required(field, document.get(field, Number.class)).longValue();
  }

  static Instant required(Document document, String field) {
    return required(field, instant(document, field));
  }

  static @Nullable Instant instant(Document document, String field) {
    var date = document.getDate(field);
    return date == null ? null : date.toInstant();
  }

  private static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("A stored document lacks its field " + field);
    }
    return value;
  }
}
