package dev.rapport.contacts.erasure;

import java.util.UUID;
import org.springframework.stereotype.Service;

/** Erases a person for good, whoever asked for it. */
@Service
public class Forgetting {

  private final Erasing erasing;
  private final Erasures erasures;

  Forgetting(Erasing erasing, Erasures erasures) {
    this.erasing = erasing;
    this.erasures = erasures;
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
}
