package dev.rapport.local.mail;

import java.net.URI;
import java.util.List;

/** What a mail server of everyone has taken, and how it is told to fail. Thread-safe. */
public interface Mails extends AutoCloseable {

  /** Where it speaks SMTP, on 127.0.0.1. */
  int port();

  /** Where its mails can be read. */
  URI pages();

  /** The mails from that number on, in order of arrival, copies included. */
  List<Mail> since(int first);

  /** How many have arrived, copies included. */
  int count();

  /** From now on refuses the address for good (550). */
  void refuse(String address);

  /** Puts the next mails to the address off (451), then accepts. */
  void defer(String address, int times);

  /** Takes the next mail, and holds back the answer after its final dot for good. */
  void holdNext();

  /** How many answers are held back. */
  int held();

  /** Takes no more; what it has told of can still be read in this process. */
  @Override
  void close();
}
