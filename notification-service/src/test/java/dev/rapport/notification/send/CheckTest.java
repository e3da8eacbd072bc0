package dev.rapport.notification.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notification.directory.Event;
import dev.rapport.notification.directory.Person;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Notification;
import dev.rapport.notification.model.Purpose;
import dev.rapport.notification.model.Result;
import dev.rapport.notification.model.Route;
import dev.rapport.notification.model.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckTest {

  private static final Instant NOW = Instant.parse("2026-06-04T12:00:00Z");
  private static final UUID EVENT = UUID.randomUUID();
  private static final UUID RECIPIENT = UUID.randomUUID();
  private static final UUID OWNER = UUID.randomUUID();
  private static final UUID SECOND = UUID.randomUUID();
  private static final UUID ITEM = UUID.randomUUID();

  private final Map<UUID, Person> people =
      new HashMap<>(
          Map.of(
              RECIPIENT,
                  person(
                      RECIPIENT, "ben@mail.example", consent("receiveInvitations", null, true, 0)),
              OWNER, person(OWNER, "ada@mail.example", consent("writeInMyName", EVENT, true, 0))));
  private boolean suppressed;
  private boolean allowed = true;

  private static Person person(UUID id, @Nullable String email, Person.Consent... consents) {
    return new Person.Known(id, "x", "N", email, Locale.ENGLISH, null, List.of(consents));
  }

  private static Person.Consent consent(
      String purpose, @Nullable UUID event, boolean given, long at) {
    return new Person.Consent(purpose, event, given, NOW.plusSeconds(at));
  }

  private static Notification invite(boolean automatic) {
    return notification(Purpose.INVITE, automatic, null, 0);
  }

  private static Notification bothWilling() {
    var manner = new Item.Manner(true, false, null, null);
    return notification(
        Purpose.INVITE, new Item.Meeting(OWNER, EVENT, NOW, NOW, "virtual", true, manner), null, 0);
  }

  @Test
  void nobody_is_reminded_who_agrees_no_more() {
    var reminder = reminder(Item.Manner.CADENCE, EVENT);
    assertThat(check(reminder)).isEqualTo(answered(Result.SUPPRESSED));
    says(RECIPIENT, Person.Consent.NURTURE);
    assertThat(check(reminder)).isInstanceOf(Check.Verdict.Send.class);
    assertThat(check(reminder(Item.Manner.CADENCE, null))).isEqualTo(answered(Result.SUPPRESSED));
  }

  @Test
  void an_introduction_is_told_only_while_all_three_agree() {
    var introduction = reminder(Item.Manner.INTRODUCTION, EVENT);
    says(RECIPIENT, Person.Consent.INTRODUCE_OTHERS);
    says(OWNER, Person.Consent.BE_INTRODUCED);
    assertThat(check(introduction)).isInstanceOf(Check.Verdict.Unknown.class);
    says(SECOND, Person.Consent.BE_INTRODUCED);
    assertThat(check(introduction)).isInstanceOf(Check.Verdict.Send.class);
    for (var who : List.of(RECIPIENT, OWNER, SECOND)) {
      var before = people.get(who);
      people.put(who, person(who, "x@mail.example"));
      assertThat(check(introduction)).isEqualTo(answered(Result.SUPPRESSED));
      people.put(who, before);
    }
    people.put(SECOND, new Person.Erased(SECOND));
    assertThat(check(introduction)).isEqualTo(answered(Result.SUPPRESSED));
  }

  private void says(UUID who, String purpose) {
    people.put(who, person(who, "x@mail.example", consent(purpose, null, true, 0)));
  }

  private static Notification reminder(String about, @Nullable UUID event) {
    var aside = new Item.Aside(SECOND, List.of(), null);
    var manner = new Item.Manner(false, false, null, about, aside);
    return notification(Purpose.LIST, Item.Meeting.reminder(OWNER, event, manner), null, 0);
  }

  private static Notification notification(
      Purpose purpose, boolean automatic, @Nullable Long cancelled, int doubts) {
    var meeting = new Item.Meeting(OWNER, EVENT, NOW, NOW, "virtual", automatic);
    return notification(purpose, meeting, cancelled, doubts);
  }

  private static Notification notification(
      Purpose purpose, Item.Meeting meeting, @Nullable Long cancelled, int doubts) {
    return new Notification(
        UUID.randomUUID(),
        RECIPIENT,
        purpose,
        LocalDate.parse("2026-06-04"),
        new Window(NOW.minusSeconds(60), NOW.plusSeconds(60)),
        NOW,
        Notification.Stage.CLAIMED,
        List.of(new Item(ITEM, 1, cancelled, meeting, null, null)),
        0,
        doubts,
        Route.NONE,
        1);
  }

  private Check.Verdict check(Notification notification, Instant now) {
    var events =
        Map.of(EVENT, new Event(EVENT, "E", ZoneOffset.UTC, "E", "e@pycon.example", null, null));
    return new Check(people, events, n -> suppressed, a -> allowed).of(notification, now);
  }

  private Check.Verdict check(Notification notification) {
    return check(notification, NOW);
  }

  private static Check.Verdict answered(Result result) {
    return new Check.Verdict.Answered(Map.of(ITEM, result));
  }

  @Test
  void what_its_organiser_holds_is_looked_at_again_until_its_window_is_over() {
    var held = new Check(people, Map.of(EVENT, held(EVENT)), n -> false, address -> true);

    assertThat(held.of(invite(true), NOW)).isEqualTo(new Check.Verdict.Unknown());
    assertThat(held.of(invite(true), NOW.plusSeconds(86_400)))
        .isEqualTo(new Check.Verdict.Answered(Map.of(ITEM, Result.LATE)));
  }

  private static Event held(UUID id) {
    return new Event(id, "C", ZoneOffset.UTC, "Us", "us@here.example", null, null, true);
  }

  @Test
  void what_is_wanted_and_in_time_is_sent() {
    assertThat(check(invite(true))).isInstanceOf(Check.Verdict.Send.class);
  }

  @Test
  void an_invitation_by_a_channel_needs_the_same_yes_and_no_address() {
    var connect = notification(Purpose.CONNECT, true, null, 0);
    people.put(RECIPIENT, person(RECIPIENT, null, consent("receiveInvitations", null, true, 0)));
    assertThat(check(connect)).isInstanceOf(Check.Verdict.Send.class);
    allowed = false;
    assertThat(check(connect)).isEqualTo(answered(Result.WITHHELD));
    people.put(RECIPIENT, person(RECIPIENT, null));
    assertThat(check(connect)).isEqualTo(answered(Result.SUPPRESSED));
  }

  @Test
  void what_was_taken_back_is_cancelled() {
    assertThat(check(notification(Purpose.INVITE, true, 2L, 0)))
        .isEqualTo(answered(Result.CANCELLED));
  }

  @Test
  void after_its_window_it_is_late() {
    assertThat(check(invite(true), NOW.plusSeconds(60))).isEqualTo(answered(Result.LATE));
  }

  @Test
  void a_mail_in_doubt_is_sent_again_after_its_window_too() {
    assertThat(check(notification(Purpose.INVITE, true, null, 1), NOW.plusSeconds(60)))
        .isInstanceOf(Check.Verdict.Send.class);
  }

  @Test
  void once_in_doubt_nothing_else_is_answered() {
    assertThat(check(notification(Purpose.INVITE, true, 2L, 1)))
        .isEqualTo(answered(Result.IN_DOUBT));
    suppressed = true;
    assertThat(check(notification(Purpose.INVITE, true, null, 1)))
        .isEqualTo(answered(Result.IN_DOUBT));
  }

  @Test
  void without_the_recipients_yes_it_is_suppressed() {
    people.put(RECIPIENT, person(RECIPIENT, "ben@mail.example"));
    assertThat(check(invite(true))).isEqualTo(answered(Result.SUPPRESSED));
  }

  @Test
  void the_latest_word_counts_whether_it_is_about_all_events_or_one() {
    people.put(
        RECIPIENT,
        person(
            RECIPIENT,
            "ben@mail.example",
            consent("receiveInvitations", null, true, 0),
            consent("receiveInvitations", EVENT, false, 1)));
    assertThat(check(invite(true))).isEqualTo(answered(Result.SUPPRESSED));
  }

  @Test
  void without_the_owners_yes_only_what_was_sent_by_hand_goes_out() {
    people.put(OWNER, person(OWNER, null, consent("writeInMyName", EVENT, false, 1)));
    assertThat(check(invite(true))).isEqualTo(answered(Result.SUPPRESSED));
    assertThat(check(invite(false))).isInstanceOf(Check.Verdict.Send.class);
  }

  @Test
  void what_says_that_both_are_willing_is_late_once_one_is_not() {
    assertThat(check(bothWilling())).isEqualTo(answered(Result.LATE));
    var receives = consent("receiveInvitations", null, true, 0);
    var writes = consent("writeInMyName", EVENT, true, 0);
    people.put(RECIPIENT, person(RECIPIENT, "ben@mail.example", receives, writes));
    assertThat(check(bothWilling())).isEqualTo(answered(Result.LATE));
    people.put(OWNER, person(OWNER, "ada@mail.example", receives, writes));
    assertThat(check(bothWilling())).isInstanceOf(Check.Verdict.Send.class);
    people.put(
        OWNER, person(OWNER, null, receives, writes, consent("writeInMyName", EVENT, false, 1)));
    assertThat(check(bothWilling())).isEqualTo(answered(Result.SUPPRESSED));
  }

  @Test
  void a_list_needs_no_consent_but_heeds_unsubscribing() {
    people.put(RECIPIENT, person(RECIPIENT, "ben@mail.example"));
    var list = notification(Purpose.LIST, false, null, 0);
    assertThat(check(list)).isInstanceOf(Check.Verdict.Send.class);
    suppressed = true;
    assertThat(check(list)).isEqualTo(answered(Result.SUPPRESSED));
  }

  @Test
  void nothing_is_sent_to_or_about_the_erased() {
    people.put(OWNER, new Person.Erased(OWNER));
    assertThat(check(invite(false))).isEqualTo(answered(Result.SUPPRESSED));
    people.put(RECIPIENT, new Person.Erased(RECIPIENT));
    assertThat(check(invite(false))).isEqualTo(answered(Result.SUPPRESSED));
  }

  @Test
  void an_address_that_is_none_is_refused() {
    var yes = consent("receiveInvitations", null, true, 0);
    for (var address : List.of("nobody", "a@b\r\nRCPT TO:<c@d>")) {
      people.put(RECIPIENT, person(RECIPIENT, address, yes));
      assertThat(check(invite(true))).isEqualTo(answered(Result.REFUSED));
    }
    people.put(RECIPIENT, person(RECIPIENT, null, yes));
    assertThat(check(invite(true))).isEqualTo(answered(Result.SUPPRESSED));
  }

  @Test
  void the_sending_mode_withholds() {
    allowed = false;
    assertThat(check(invite(true))).isEqualTo(answered(Result.WITHHELD));
  }

  @Test
  void somebody_not_heard_of_yet_is_waited_for_until_the_window_closes() {
    people.remove(RECIPIENT);
    assertThat(check(invite(true))).isEqualTo(new Check.Verdict.Unknown());
    assertThat(check(invite(true), NOW.plusSeconds(60))).isEqualTo(answered(Result.LATE));
  }
}
