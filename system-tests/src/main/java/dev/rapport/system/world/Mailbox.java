package dev.rapport.system.world;

import java.util.List;

/** The mail server of everybody who attends. */
public interface Mailbox {

  /** The letters from that one on, in order of arrival; copies included. */
  List<Letter> since(int first);

  /** How many letters have arrived, copies included. */
  int count();

  /** From now on refuses every mail to the address (5xx). */
  void refuse(String address);

  /** Puts off the next mails to the address (4xx). */
  void defer(String address, int times);
}
