package dev.rapport.system.world;

import dev.rapport.local.mail.Mail;
import dev.rapport.local.mail.Mails;
import java.util.ArrayList;
import java.util.List;

/** The mail server of everybody who attends. Thread-safe. */
public final class Mailbox {

  private final Mails sink;
  private final List<Letter> letters = new ArrayList<>();

  public Mailbox(Mails sink) {
    this.sink = sink;
  }

  /** The letters from that one on, in order of arrival; copies included. */
  public synchronized List<Letter> since(int first) {
    for (Mail mail : sink.since(letters.size())) {
      letters.add(Letter.read(mail.raw(), mail.arrived(), mail.recipients()));
    }
    return List.copyOf(letters.subList(Math.min(first, letters.size()), letters.size()));
  }

  /** How many letters have arrived, copies included. */
  public int count() {
    return sink.count();
  }

  /** From now on refuses every mail to the address (5xx). */
  public void refuse(String address) {
    sink.refuse(address);
  }

  /** Puts off the next mails to the address (4xx). */
  public void defer(String address, int times) {
    sink.defer(address, times);
  }
}
