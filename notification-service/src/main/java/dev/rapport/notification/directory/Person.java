package dev.rapport.notification.directory;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What mails need of a person. Of an erased one only the id is left. */
public sealed interface Person {

  /** Which person. */
  UUID id();

  /**
   * Somebody whose registration erased nothing.
   *
   * @param mastodon their handle, as user@server
   * @param channels by which they want to be followed up, the dearest first
   */
  record Known(
      UUID id,
      String externalId,
      String name,
      @Nullable String email,
      Locale locale,
      @Nullable ZoneId zone,
      List<Consent> consents,
      @Nullable String mastodon,
      List<String> channels)
      implements Person {

    /** Somebody of whom nothing more is known. */
    public Known(
        UUID id,
        String externalId,
        String name,
        @Nullable String email,
        Locale locale,
        @Nullable ZoneId zone,
        List<Consent> consents) {
      this(id, externalId, name, email, locale, zone, consents, null, List.of());
    }

    /**
     * Whether the latest word that covers this event is yes: a word about all events and one about
     * this event weigh the same, at the same moment a no wins, and no word is a no.
     */
    public boolean agreesTo(String purpose, UUID event) {
      Consent latest = null;
      for (var consent : consents) {
        if (consent.covers(purpose, event) && (latest == null || consent.overrules(latest))) {
          latest = consent;
        }
      }
      return latest != null && latest.given();
    }
  }

  /** Somebody who is forgotten. */
  record Erased(UUID id) implements Person {}

  /**
   * A word on one purpose.
   *
   * @param event the event that it speaks of, or null for all
   */
  record Consent(String purpose, @Nullable UUID event, boolean given, Instant at) {

    /** The owner lets the platform write in their name. */
    public static final String WRITE_IN_MY_NAME = "writeInMyName";

    /** The recipient wants invitations. */
    public static final String RECEIVE_INVITATIONS = "receiveInvitations";

    /** Their names in networks may be given to those they are connected with. */
    public static final String SHARE_PROFILES = "shareProfiles";

    boolean covers(String asked, UUID about) {
      return purpose.equals(asked) && (event == null || event.equals(about));
    }

    boolean overrules(Consent other) {
      var order = at.compareTo(other.at);
      return order > 0 || (order == 0 && !given);
    }
  }
}
