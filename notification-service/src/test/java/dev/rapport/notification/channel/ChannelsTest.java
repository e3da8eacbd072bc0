package dev.rapport.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelsTest {

  @Test
  void the_contacts_wishes_come_first_and_then_what_only_the_owner_wishes() {
    assertThat(
            Channels.wishes(
                List.of("mastodon", "email"), List.of("platform", "mastodon", "linkedin")))
        .containsExactly("mastodon", "email", "platform", "linkedin");
    assertThat(Channels.wishes(List.of(), List.of("platform"))).containsExactly("platform");
    assertThat(Channels.wishes(List.of(), List.of())).isEmpty();
  }
}
