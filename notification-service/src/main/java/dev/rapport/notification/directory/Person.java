package dev.rapport.notification.directory;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What mails need of a person. Of an erased one only the id is left. */
public sealed interface Person {

  /** No event has this id: only a word about all events covers it. */
  UUID EVERYWHERE = new UUID(0, 0);

  /** Which person. */
  UUID id();

  /**
   * Where else somebody can be found.
   *
   * @param profiles in social networks, by network: a handle or the address of a page
   */
  record Details(
      @Nullable String phone,
      @Nullable String organisation,
      @Nullable String title,
      Map<String, String> profiles) {

    /** Nowhere. */
    public static final Details NONE = new Details(null, null, null, Map.of());
  }

  /** What of somebody's addresses may be given away. */
  record Reach(
      @Nullable String email,
      @Nullable String phone,
      @Nullable String organisation,
      @Nullable String title,
      Map<String, String> profiles) {}

  /**
   * Somebody whose registration erased nothing.
   *
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
      Details details,
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
      this(id, externalId, name, email, locale, zone, consents, Details.NONE, List.of());
    }

    /** Returns their handle, as user@server. */
    public @Nullable String mastodon() {
      return details.profiles().get("mastodon");
    }

    /** Returns what those who are connected with them may have, as they allow it now. */
    public Reach reach() {
      var profiles = agreesTo(Consent.SHARE_PROFILES);
      return new Reach(
          agreesTo(Consent.SHARE_EMAIL) ? email : null,
          agreesTo(Consent.SHARE_PHONE) ? details.phone() : null,
          profiles ? details.organisation() : null,
          profiles ? details.title() : null,
          profiles ? details.profiles() : Map.of());
    }

    /** Whether the latest word about all events is yes. */
    public boolean agreesTo(String purpose) {
      return agreesTo(purpose, EVERYWHERE);
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

    /** Who is connected with them may have their address. */
    public static final String SHARE_EMAIL = "shareEmail";

    /** The same of the telephone number. */
    public static final String SHARE_PHONE = "sharePhone";

    /** The same of where they work, and where they are in social networks. */
    public static final String SHARE_PROFILES = "shareProfiles";

    /** They are reminded of their contacts. */
    public static final String NURTURE = "nurture";

    /** Whoever knows them may bring them together with others. */
    public static final String BE_INTRODUCED = "beIntroduced";

    /** They are told whom they could bring together. */
    public static final String INTRODUCE_OTHERS = "introduceOthers";

    boolean covers(String asked, UUID about) {
      return purpose.equals(asked) && (event == null || event.equals(about));
    }

    boolean overrules(Consent other) {
      var order = at.compareTo(other.at);
      return order > 0 || (order == 0 && !given);
    }
  }
}
