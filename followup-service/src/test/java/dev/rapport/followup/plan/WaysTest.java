package dev.rapport.followup.plan;

import static dev.rapport.followup.plan.Given.AFTER;
import static dev.rapport.followup.plan.Given.CONTACT;
import static dev.rapport.followup.plan.Given.DEADLINE;
import static dev.rapport.followup.plan.Given.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.plan.State.Channel;
import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.plan.State.Scheduled;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.plan.State.WithOwner;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By which way a contact is reached by itself. */
class WaysTest {

  private static final LocalDate DAY = LocalDate.parse("2026-06-05");

  private final Given given = Given.everything().at("2026-06-05T08:00:00Z");

  private static Way way(FollowUp followUp) {
    return ((Scheduled) followUp.state()).way();
  }

  private FollowUp socialDue() {
    var planned = given.wishes(CONTACT, "mastodon", "email").planned();
    return planned.with(((Scheduled) planned.state()).due()).next();
  }

  @Test
  void without_a_wish_it_is_a_mail() {
    assertThat(way(given.planned())).isEqualTo(Way.MAIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"platform", "mastodon"})
  void the_contacts_wish_comes_first(String channel) {
    var asked = given.wishes(CONTACT, channel, "email").wishes(OWNER, "email").planned();
    assertThat(way(asked)).isEqualTo(Way.SOCIAL);
    var mail = given.wishes(CONTACT, "email", channel).wishes(OWNER, channel).planned();
    assertThat(way(mail)).isEqualTo(Way.MAIL);
  }

  @Test
  void the_owners_wish_comes_where_the_contact_has_none() {
    assertThat(way(given.wishes(OWNER, "platform", "email").planned())).isEqualTo(Way.SOCIAL);
    // The contact has no name there.
    assertThat(way(given.wishes(OWNER, "mastodon").planned())).isEqualTo(Way.MAIL);
  }

  @Test
  void networks_that_take_invitations_from_people_only_are_the_owners_turn() {
    assertThat(given.wishes(CONTACT, "linkedin", "email").planned().state())
        .isInstanceOf(WithOwner.class);
    assertThat(way(given.wishes(CONTACT, "email", "linkedin").planned())).isEqualTo(Way.MAIL);
    assertThat(way(given.wishes(CONTACT).wishes(OWNER, "linkedin").planned())).isEqualTo(Way.MAIL);
  }

  @Test
  void what_an_owner_sends_by_hand_is_a_mail() {
    var own = Given.everything().owner(false, true, null).wishes(CONTACT, "platform").at(AFTER);
    var with = (WithOwner) own.planned().state();
    var slot = Objects.requireNonNull(Planning.slot(own.planned(), own.world()));
    assertThat(way(own.planned().with(with.sent(slot, AFTER)).planned(own.world())))
        .isEqualTo(Way.MAIL);
  }

  @Test
  void what_went_out_there_is_sent_and_its_channel_is_kept() {
    assertThat(socialDue().told(Result.DELIVERED, Channel.MASTODON, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.SENT, null, AFTER, true, null, Channel.MASTODON));
  }

  @ParameterizedTest
  @EnumSource(
      value = Result.class,
      names = {"REFUSED", "SUPPRESSED", "WITHHELD"})
  void what_a_network_refuses_goes_by_mail_the_same_day_if_there_is_time(Result result) {
    var told = socialDue().told(result, AFTER, given.world());
    assertThat(told.state())
        .isInstanceOfSatisfying(
            Scheduled.class,
            scheduled -> {
              assertThat(scheduled.way()).isEqualTo(Way.MAIL);
              assertThat(scheduled.slot()).isEqualTo(DAY);
            });
    var mail = told.with(((Scheduled) told.state()).due());
    assertThat(mail.told(Result.DELIVERED, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.SENT, null, AFTER, true));
    // A mail that fails then is the end of what goes by itself.
    assertThat(mail.told(Result.REFUSED, AFTER, given.world()).state())
        .isInstanceOf(WithOwner.class);
  }

  @Test
  void what_was_late_is_tried_there_again_on_another_day() {
    var told = socialDue().told(Result.LATE, AFTER, given.world());
    assertThat(way(told)).isEqualTo(Way.SOCIAL);
    assertThat(((Scheduled) told.state()).slot()).isEqualTo(DAY.plusDays(1));
  }

  @Test
  void after_a_mail_nothing_else_is_tried() {
    var planned = given.planned();
    var mail = planned.with(((Scheduled) planned.state()).due());
    var wishing = given.wishes(CONTACT, "platform").world();
    assertThat(way(mail.told(Result.LATE, AFTER, wishing))).isEqualTo(Way.MAIL);
  }

  @Test
  void what_no_way_is_left_for_ends_once() {
    var refused = socialDue().told(Result.REFUSED, AFTER, given.at(DEADLINE).world());
    assertThat(refused.state())
        .isEqualTo(new Settled(Outcome.UNDELIVERABLE, "refused", DEADLINE, false));
  }
}
