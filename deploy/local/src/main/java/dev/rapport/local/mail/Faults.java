package dev.rapport.local.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What goes wrong at the mail server, by the envelope's recipient or by the mail. */
public final class Faults {
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> deferred = new ConcurrentHashMap<>();
  private final List<Held> held = new CopyOnWriteArrayList<>();

  /** What becomes of a recipient. */
  enum Word {
    ACCEPT,
    REFUSE,
    DEFER
  }

  /** From now on refuses the address for good (550). */
  public void refuse(String address) {
    refused.add(lower(address));
  }

  /** Puts the next mails to the address off (451), then accepts. */
  public void defer(String address, int times) {
    deferred.put(lower(address), new AtomicInteger(times));
  }

  /** Holds back the answer after the final dot for each mail that matches, until told. */
  public Held hold(Predicate<Mail> which) {
    var hold = new Held(which);
    held.add(hold);
    return hold;
  }

  /** Takes the next mail, and holds its answer back for good. */
  public void holdNext() {
    var first = new AtomicBoolean(true);
    hold(mail -> first.getAndSet(false));
  }

  /** How many answers are held back. */
  public int heldBack() {
    return held.stream().mapToInt(hold -> hold.mails().size()).sum();
  }

  /** Everything is in order again; what is held is answered. */
  public void clear() {
    refused.clear();
    deferred.clear();
    held.forEach(Held::release);
    held.clear();
  }

  Word about(String recipient) {
    String address = lower(recipient);
    if (refused.contains(address)) {
      return Word.REFUSE;
    }
    AtomicInteger left = deferred.get(address);
    return left != null && left.getAndDecrement() > 0 ? Word.DEFER : Word.ACCEPT;
  }

  /** Waits where the answer is held back. */
  void afterDot(Mail mail) throws InterruptedException {
    for (Held hold : held) {
      if (hold.takes(mail)) {
        hold.awaitWord();
        return;
      }
    }
  }

  private static String lower(String address) {
    return address.toLowerCase(Locale.ROOT);
  }
}
