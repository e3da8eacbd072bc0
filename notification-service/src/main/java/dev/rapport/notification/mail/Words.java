package dev.rapport.notification.mail;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/** The sentences of a language. Names come in as they are shown. */
sealed interface Words permits English, German {

  /** Returns the sentences for a recipient; English for whom we have nothing better. */
  static Words of(Locale locale) {
    return locale.getLanguage().equals("de") ? new German() : new English();
  }

  String language();

  String greeting(String name);

  String inviteSubject(String name, int others, String event);

  String inviteIntro(int people);

  /** Of a mail in which nobody asks for anything any more. */
  String connectedSubject(String name, int others, String event);

  String connectedIntro(int people);

  /** Of a mail in which some ask, and some are willing or connected anyway. */
  String mixedIntro(int people);

  /** What stands before where two met who both want to stay in touch. */
  String bothWilling();

  /** The same of two who have been in touch since an earlier event. */
  String again();

  /** What the owner is told of somebody who said yes. */
  String accepted(String name);

  String acceptedSubject(String name, int others, String event);

  String acceptedIntro(int people);

  /** Of a list with open ones and news. */
  String listAndNewsIntro(int people);

  String email();

  String phone();

  /** What somebody does where. */
  String work();

  String listSubject(int people, String event);

  String listIntro(int people);

  String welcomeSubject(String event);

  /** What a welcome asks for, and that nothing happens without it. */
  String welcomeIntro(String events);

  /** What the link of a welcome is called. */
  String welcomeLink();

  String welcomeWhy(String event);

  /** Several events in one sentence. */
  String and(List<String> events);

  /** Where, when and how two people met. */
  String met(String event, ZonedDateTime at, String how);

  /** What an owner could write to a contact. */
  String draft(String contact, String event, String owner);

  /** The sender's display name. */
  String from(String name, int others, String event);

  /** What a link does. */
  String act(Act act);

  String all(int people, int shown);

  String why(String event, boolean invite);

  String unsubscribe();

  /** The label of the link to one's own pages. */
  String ownPages();

  String freshSubject();

  String freshIntro(long minutes);

  String freshWhy();

  /** The acts that links in mails preselect; the page behind the link does them. */
  enum Act {
    ACCEPT("accept"),
    DECLINE("decline"),
    NOT_MET("not-met"),
    BLOCK("block"),
    DONE("done"),
    SEND("send"),
    WAIVE("waive");

    private final String word;

    Act(String word) {
      this.word = word;
    }

    /** Returns the word in links. */
    String word() {
      return word;
    }
  }
}
