package dev.rapport.contacts.erasure;

import dev.rapport.contacts.person.Friends;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Erases a person for good, whoever asked for it. */
@Service
public class Forgetting {

  private final Erasing erasing;
  private static final int FRIENDS_AT_ONCE = 1_000;

  private final Erasures erasures;
  private final Friends friends;

  Forgetting(Erasing erasing, Erasures erasures, Friends friends) {
    this.erasing = erasing;
    this.erasures = erasures;
    this.friends = friends;
  }

  /**
   * Closes the person's generation and tells everyone; the rest is seen through from the account.
   *
   * @return where the account of it is
   */
  public UUID erase(UUID person) {
    erasures.open(person);
    erasing.close(person);
    return erasures.id(person);
  }

  /** Removes old friends of an owner from here and from all other services. */
  public void remove(UUID owner, Collection<UUID> some) {
    if (!some.isEmpty()) {
      erasures.open(owner, some);
      erasing.close(some);
    }
  }

  /** Removes all old friends of an owner, who is erased. */
  void removeAll(UUID owner) {
    while (true) {
      var some = friends.of(owner, FRIENDS_AT_ONCE);
      if (some.isEmpty()) {
        return;
      }
      remove(owner, some);
    }
  }
}
