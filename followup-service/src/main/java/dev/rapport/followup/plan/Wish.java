package dev.rapport.followup.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a contact is to be reached by itself: by their own wish, else by the owner's, as far as both
 * have what it takes.
 */
enum Wish {
  MAIL,
  /** By an invitation in a network that we can ask. */
  SOCIAL,
  /** By the owner, in a network that takes invitations from people only. */
  OWNER;

  static Wish of(FollowUp followUp, World world) {
    var contact = world.person(followUp.contact());
    var owner = world.person(followUp.owner());
    var own = contact == null ? null : first(contact.profile().channels(), contact.profile(), true);
    if (own != null || contact == null || owner == null) {
      return own == null ? MAIL : own;
    }
    var owners = first(owner.profile().channels(), contact.profile(), false);
    return owners == null ? MAIL : owners;
  }

  /** The dearest channel that can be taken, or null. */
  private static @Nullable Wish first(List<String> channels, Profile contact, boolean ofContact) {
    for (var channel : channels) {
      var wish =
          switch (channel) {
            case "email" -> MAIL;
            case "platform" -> SOCIAL;
            case "mastodon" -> contact.profiles().containsKey(channel) ? SOCIAL : null;
            // Only their own wish gives the address of a profile away.
            case "linkedin", "xing" ->
                ofContact && contact.profiles().containsKey(channel) ? OWNER : null;
            default -> null;
          };
      if (wish != null) {
        return wish;
      }
    }
    return null;
  }
}
