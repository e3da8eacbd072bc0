package dev.rapport.notification.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.notification.model.Due;
import dev.rapport.notification.model.Item;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the contract, as this service reads them. */
class FollowupDueTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static String example(String name) throws IOException {
    try (var in =
        FollowupDueTest.class.getResourceAsStream("/contracts/examples/followup-due/" + name)) {
      return JSON.readTree(Objects.requireNonNull(in)).get("value").toString();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask-invite.json", "ask-list.json"})
  void asks_are_understood(String name) throws IOException {
    var due = JSON.readValue(example(name), FollowupDue.class).due();
    assertThat(due).isInstanceOf(Due.Ask.class);
    assertThat(due.followUps()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask-list-of-all-kinds.json", "ask-list-with-something-to-give.json"})
  void a_list_tells_of_more_than_open_follow_ups(String name) throws IOException {
    var ask = (Due.Ask) JSON.readValue(example(name), FollowupDue.class).due();
    assertThat(ask.items()).anyMatch(item -> item.meeting().manner().isReminder());
  }

  @Test
  void an_invitation_by_a_channel_has_one_item() throws IOException {
    var due = JSON.readValue(example("ask-connect.json"), FollowupDue.class).due();
    assertThat(due).isInstanceOf(Due.Ask.class);
    assertThat(due.followUps()).hasSize(1);
    var two = example("ask-invite.json").replace("\"invite\"", "\"connect\"");
    assertThatThrownBy(() -> JSON.readValue(two, FollowupDue.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void an_ask_says_whether_it_rests_on_the_owners_consent() throws IOException {
    var ask = (Due.Ask) JSON.readValue(example("ask-invite.json"), FollowupDue.class).due();
    assertThat(ask.items())
        .extracting(item -> item.meeting().automatic())
        .containsExactly(true, false);
  }

  @Test
  void an_ask_says_what_there_is_to_say_beside_the_meeting() throws IOException {
    var ask = (Due.Ask) JSON.readValue(example("ask-both-willing.json"), FollowupDue.class).due();
    assertThat(ask.items())
        .extracting(item -> item.meeting().manner())
        .containsExactly(
            new Item.Manner(true, false, null, null),
            new Item.Manner(false, true, "The slides are on their way.", null));
  }

  @Test
  void cancels_are_understood() throws IOException {
    assertThat(JSON.readValue(example("cancel.json"), FollowupDue.class).due())
        .isInstanceOf(Due.Cancel.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"invite\":\"bill\"",
        "\"ask\":\"beg\"",
        "\"window\":\"windows\"",
        "\"person\":\"persons\""
      })
  void what_does_not_fit_together_cannot_be_read(String change) throws IOException {
    var from = change.substring(0, change.indexOf(':'));
    var to = change.substring(change.indexOf(':') + 1);
    var text = example("ask-invite.json").replace(from, to);
    assertThatThrownBy(() -> JSON.readValue(text, FollowupDue.class))
        .isInstanceOf(JacksonException.class);
  }
}
