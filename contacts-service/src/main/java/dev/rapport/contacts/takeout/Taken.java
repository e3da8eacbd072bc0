package dev.rapport.contacts.takeout;

import dev.rapport.contacts.contact.ContactBook;
import dev.rapport.contacts.meeting.ContactMet;
import dev.rapport.contacts.roster.Agenda;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact as their owner takes it home: with the owner's own notes, and what the contact shares.
 *
 * @param contact the same in every take-out
 */
@Schema(name = "TakenContact")
record Taken(
    UUID contact,
    String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String organisation,
    @Nullable String title,
    @Nullable String mastodon,
    @Nullable String linkedin,
    @Nullable String xing,
    boolean connected,
    @Nullable String notes,
    List<String> tags,
    List<Met> met,
    @Nullable Instant lastMet,
    @Schema(description = "An old friend, whom only the owner knows") boolean friend) {

  /** A meeting at an event. */
  @Schema(name = "TakenMeeting")
  record Met(@Nullable String event, Instant last, ContactMet.How how) {

    private static Met of(ContactBook.Met met) {
      Agenda.Entry event = met.event();
      return new Met(event == null ? null : event.name(), met.last(), met.how());
    }
  }

  static Taken of(ContactBook.Entry entry) {
    var card = entry.card();
    return new Taken(
        entry.contact(),
        entry.name(),
        entry.email(),
        card.phone(),
        card.organisation(),
        card.title(),
        card.mastodon(),
        card.linkedin(),
        card.xing(),
        entry.connected(),
        entry.notes(),
        entry.tags(),
        entry.met().stream().map(Met::of).toList(),
        entry.lastMet(),
        entry.friend());
  }
}
