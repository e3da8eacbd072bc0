package dev.rapport.notification.mail;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** English. */
record English() implements Words {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu 'at' HH:mm (zzz)", Locale.UK);

  @Override
  public String language() {
    return "en";
  }

  @Override
  public String greeting(String name) {
    return "Hello %s,".formatted(name);
  }

  @Override
  public String inviteSubject(String name, int others, String event) {
    return others == 0
        ? "%s would like to stay in touch".formatted(name)
        : "%s and %s you met at %s would like to stay in touch"
            .formatted(name, others == 1 ? "one other" : others + " others", event);
  }

  @Override
  public String inviteIntro(int people) {
    return people == 1
        ? "somebody you met would like to stay in touch with you. Your address is not shown to them."
        : "%d people you met would like to stay in touch with you. Your address is not shown to them."
            .formatted(people);
  }

  @Override
  public String connectedSubject(String name, int others, String event) {
    return switch (others) {
      case 0 -> "You and %s are in touch".formatted(name);
      case 1 -> "You are in touch with %s and one other from %s".formatted(name, event);
      default -> "You are in touch with %s and %d others from %s".formatted(name, others, event);
    };
  }

  @Override
  public String connectedIntro(int people) {
    return people == 1
        ? "you met somebody who wants to stay in touch as you do. There is nothing to accept; here is what each of you shares."
        : "you met %d people who want to stay in touch as you do. There is nothing to accept; here is what each of them shares."
            .formatted(people);
  }

  @Override
  public String mixedIntro(int people) {
    return "%d people you met would like to stay in touch with you. With some of them you have agreed on that already; to the others your address is not shown."
        .formatted(people);
  }

  @Override
  public String bothWilling() {
    return "You both want to stay in touch.";
  }

  @Override
  public String again() {
    return "Good to see each other again: you are in touch already.";
  }

  @Override
  public String accepted(String name) {
    return "%s accepted. Here is how to reach them.".formatted(name);
  }

  @Override
  public String acceptedSubject(String name, int others, String event) {
    return switch (others) {
      case 0 -> "%s accepted".formatted(name);
      case 1 -> "%s and one other from %s accepted".formatted(name, event);
      default -> "%s and %d others from %s accepted".formatted(name, others, event);
    };
  }

  @Override
  public String acceptedIntro(int people) {
    return people == 1
        ? "somebody you met wants to stay in touch too."
        : "%d people you met want to stay in touch too.".formatted(people);
  }

  @Override
  public String listAndNewsIntro(int people) {
    return "there is news of people you met, and %s not followed up with yet. Here are drafts."
        .formatted(people == 1 ? "one whom you have" : people + " whom you have");
  }

  @Override
  public String email() {
    return "E-mail";
  }

  @Override
  public String phone() {
    return "Telephone";
  }

  @Override
  public String work() {
    return "Work";
  }

  @Override
  public String listSubject(int people, String event) {
    return "%s: %s to follow up with"
        .formatted(event, people == 1 ? "one person" : people + " people");
  }

  @Override
  public String listIntro(int people) {
    return people == 1
        ? "there is one person whom you met and have not followed up with yet. Here is a draft."
        : "there are %d people whom you met and have not followed up with yet. Here are drafts."
            .formatted(people);
  }

  @Override
  public String welcomeSubject(String event) {
    return "%s: how would you like to be followed up?".formatted(event);
  }

  @Override
  public String welcomeIntro(String events) {
    return "you are registered for %s. Everyone you meet there can be followed up, once and in time. Nothing is sent in your name or to you by others, and nobody is told anything about you, until you say so: choose on one page what you would like, by which ways, and what you look for or can offer. You can change it at any time."
        .formatted(events);
  }

  @Override
  public String welcomeLink() {
    return "Choose how you want to be followed up";
  }

  @Override
  public String welcomeWhy(String event) {
    return "You get this once, because you are registered for %s.".formatted(event);
  }

  @Override
  public String and(List<String> events) {
    return String.join(" and ", events);
  }

  @Override
  public String met(String event, ZonedDateTime at, String how) {
    var manner =
        switch (how) {
          case "faceToFace" -> ", face to face";
          case "virtual" -> ", online";
          case "both" -> ", face to face and online";
          default -> "";
        };
    return "You met at %s on %s%s.".formatted(event, MOMENT.format(at), manner);
  }

  @Override
  public String draft(String contact, String event, String owner) {
    return "Hi %s, it was good to meet you at %s. Shall we stay in touch? %s"
        .formatted(contact, event, owner);
  }

  @Override
  public String from(String name, int others, String event) {
    return switch (others) {
      case 0 -> "%s via %s".formatted(name, event);
      case 1 -> "%s and one other via %s".formatted(name, event);
      default -> "%s and %d others via %s".formatted(name, others, event);
    };
  }

  @Override
  public String act(Act act) {
    return switch (act) {
      case ACCEPT -> "Stay in touch";
      case DECLINE -> "No, thank you";
      case NOT_MET -> "We didn't meet";
      case BLOCK -> "Block";
      case DONE -> "Done already";
      case SEND -> "Send it for me";
      case WAIVE -> "Leave it";
    };
  }

  @Override
  public String all(int people, int shown) {
    return people > shown
        ? "%d more: see and answer all %d on one page".formatted(people - shown, people)
        : "See and answer all on one page";
  }

  @Override
  public String why(String event, boolean invite) {
    return invite
        ? "You get this because you agreed to receive invitations at %s.".formatted(event)
        : "You get this because you met people at %s.".formatted(event);
  }

  @Override
  public String unsubscribe() {
    return "No more of these mails";
  }

  @Override
  public String ownPages() {
    return "Open my pages";
  }

  @Override
  public String freshSubject() {
    return "Your link";
  }

  @Override
  public String freshIntro(long minutes) {
    return "here is the fresh link to your pages. It works once, in the next %d minutes."
        .formatted(minutes);
  }

  @Override
  public String freshWhy() {
    return "You get this because somebody with one of your mails asked for it. If it was not you, do nothing.";
  }
}
