package dev.rapport.notification.mail;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The sentences about what a list tells beside open follow-ups: whom one is losing touch with, whom
 * one could bring together, who was near. Names and topics come in as they are shown.
 */
sealed interface Reminders permits EnglishReminders, GermanReminders {

  /** Returns the sentences for a recipient; English for whom we have nothing better. */
  static Reminders of(Locale locale) {
    return locale.getLanguage().equals("de") ? new GermanReminders() : new EnglishReminders();
  }

  /** The subject of a mail that starts with somebody to be in touch with again. */
  String againSubject(String name, int others);

  /** The subject of a mail that starts with two people to bring together. */
  String introduceSubject(String one, String other);

  /** The subject of a mail that starts with somebody who was near. */
  String nearSubject(String name, int others);

  /** What a mail of nothing else says first. */
  String intro();

  /** What a mail of open follow-ups adds. */
  String also(int reminders);

  /** It is time to be in touch again; both may care about something. */
  String again(@Nullable String topics);

  /** Two who met outside any event, and whom nothing else reminds of each other. */
  String metOutside(LocalDate day, @Nullable String topics);

  /**
   * What to give before the next favour.
   *
   * @param give introduction, offer or thanks
   * @param other whom to bring them together with, of an introduction
   * @param topics what for; empty for thanks
   */
  String give(String give, String other, String topics);

  /** Two people to bring together. */
  String introduction(String event, @Nullable String topics);

  /** Two names. */
  String two(String one, String other);

  /** Somebody who was near, as a sensor saw. */
  String near(String event);

  /** Why somebody gets a mail of reminders alone. */
  String why();
}
