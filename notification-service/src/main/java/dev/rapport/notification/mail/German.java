package dev.rapport.notification.mail;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** German. */
record German() implements Words {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE, d. MMMM uuuu, HH:mm 'Uhr' (zzz)", Locale.GERMANY);

  @Override
  public String language() {
    return "de";
  }

  @Override
  public String greeting(String name) {
    return "Guten Tag %s,".formatted(name);
  }

  @Override
  public String inviteSubject(String name, int others, String event) {
    return others == 0
        ? "%s möchte in Kontakt bleiben".formatted(name)
        : "%s und %s von %s möchten in Kontakt bleiben"
            .formatted(name, others == 1 ? "eine weitere Person" : others + " weitere", event);
  }

  @Override
  public String inviteIntro(int people) {
    return people == 1
        ? "jemand, den Sie getroffen haben, möchte mit Ihnen in Kontakt bleiben. Ihre Adresse bleibt verborgen."
        : "%d Menschen, die Sie getroffen haben, möchten mit Ihnen in Kontakt bleiben. Ihre Adresse bleibt verborgen."
            .formatted(people);
  }

  @Override
  public String connectedSubject(String name, int others, String event) {
    return switch (others) {
      case 0 -> "Sie und %s sind in Kontakt".formatted(name);
      case 1 ->
          "Sie sind mit %s und einer weiteren Person von %s in Kontakt".formatted(name, event);
      default -> "Sie sind mit %s und %d weiteren von %s in Kontakt".formatted(name, others, event);
    };
  }

  @Override
  public String connectedIntro(int people) {
    return people == 1
        ? "Sie sind jemandem begegnet, der wie Sie in Kontakt bleiben möchte. Es gibt nichts zu bestätigen; hier steht, was Sie voneinander wissen dürfen."
        : "Sie sind %d Menschen begegnet, die wie Sie in Kontakt bleiben möchten. Es gibt nichts zu bestätigen; hier steht, was Sie von ihnen wissen dürfen."
            .formatted(people);
  }

  @Override
  public String mixedIntro(int people) {
    return "%d Menschen, die Sie getroffen haben, möchten mit Ihnen in Kontakt bleiben. Mit einigen sind Sie sich darin schon einig; für die anderen bleibt Ihre Adresse verborgen."
        .formatted(people);
  }

  @Override
  public String bothWilling() {
    return "Sie möchten beide in Kontakt bleiben.";
  }

  @Override
  public String again() {
    return "Schön, sich wiederzusehen: Sie sind schon in Kontakt.";
  }

  @Override
  public String accepted(String name) {
    return "%s hat zugesagt. So ist der Kontakt erreichbar.".formatted(name);
  }

  @Override
  public String acceptedSubject(String name, int others, String event) {
    return switch (others) {
      case 0 -> "%s hat zugesagt".formatted(name);
      case 1 -> "%s und eine weitere Person von %s haben zugesagt".formatted(name, event);
      default -> "%s und %d weitere von %s haben zugesagt".formatted(name, others, event);
    };
  }

  @Override
  public String acceptedIntro(int people) {
    return people == 1
        ? "jemand, den Sie getroffen haben, möchte auch in Kontakt bleiben."
        : "%d Menschen, die Sie getroffen haben, möchten auch in Kontakt bleiben."
            .formatted(people);
  }

  @Override
  public String listAndNewsIntro(int people) {
    return "es gibt Neues von Menschen, die Sie getroffen haben, und bei %s haben Sie sich noch nicht gemeldet. Hier sind Entwürfe."
        .formatted(people == 1 ? "einem Menschen" : people + " Menschen");
  }

  @Override
  public String email() {
    return "E-Mail";
  }

  @Override
  public String phone() {
    return "Telefon";
  }

  @Override
  public String work() {
    return "Arbeit";
  }

  @Override
  public String listSubject(int people, String event) {
    return "%s: %s zum Nachfassen"
        .formatted(event, people == 1 ? "ein Kontakt" : people + " Kontakte");
  }

  @Override
  public String listIntro(int people) {
    return people == 1
        ? "bei einem Menschen, den Sie getroffen haben, haben Sie sich noch nicht gemeldet. Hier ist ein Entwurf."
        : "bei %d Menschen, die Sie getroffen haben, haben Sie sich noch nicht gemeldet. Hier sind Entwürfe."
            .formatted(people);
  }

  @Override
  public String welcomeSubject(String event) {
    return "%s: Wie möchten Sie, dass man sich bei Ihnen meldet?".formatted(event);
  }

  @Override
  public String welcomeIntro(String events) {
    return "Sie sind angemeldet für %s. Bei allen, denen Sie dort begegnen, kann nachgefasst werden, einmal und rechtzeitig. Nichts wird in Ihrem Namen oder von anderen an Sie gesendet, und niemand erfährt etwas über Sie, solange Sie nicht zustimmen: Wählen Sie auf einer Seite, was Sie möchten, auf welchen Wegen, und was Sie suchen oder bieten können. Sie können es jederzeit ändern."
        .formatted(events);
  }

  @Override
  public String welcomeLink() {
    return "Wählen, wie man sich bei Ihnen melden soll";
  }

  @Override
  public String welcomeWhy(String event) {
    return "Sie erhalten dies einmal, weil Sie für %s angemeldet sind.".formatted(event);
  }

  @Override
  public String and(List<String> events) {
    return String.join(" und ", events);
  }

  @Override
  public String met(String event, ZonedDateTime at, String how) {
    var manner =
        switch (how) {
          case "faceToFace" -> ", persönlich";
          case "virtual" -> ", online";
          case "both" -> ", persönlich und online";
          default -> "";
        };
    return "Begegnet bei %s am %s%s.".formatted(event, MOMENT.format(at), manner);
  }

  @Override
  public String draft(String contact, String event, String owner) {
    return "Hallo %s, schön, dass wir uns bei %s getroffen haben. Wollen wir in Kontakt bleiben? %s"
        .formatted(contact, event, owner);
  }

  @Override
  public String from(String name, int others, String event) {
    return switch (others) {
      case 0 -> "%s über %s".formatted(name, event);
      case 1 -> "%s und eine weitere Person über %s".formatted(name, event);
      default -> "%s und %d weitere über %s".formatted(name, others, event);
    };
  }

  @Override
  public String act(Act act) {
    return switch (act) {
      case ACCEPT -> "In Kontakt bleiben";
      case DECLINE -> "Nein, danke";
      case NOT_MET -> "Wir sind uns nicht begegnet";
      case BLOCK -> "Blockieren";
      case DONE -> "Schon erledigt";
      case SEND -> "Für mich senden";
      case WAIVE -> "Nicht nötig";
    };
  }

  @Override
  public String all(int people, int shown) {
    return people > shown
        ? "%d weitere: alle %d auf einer Seite ansehen und beantworten"
            .formatted(people - shown, people)
        : "Alle auf einer Seite ansehen und beantworten";
  }

  @Override
  public String why(String event, boolean invite) {
    return invite
        ? "Sie erhalten dies, weil Sie bei %s Einladungen zugestimmt haben.".formatted(event)
        : "Sie erhalten dies, weil Sie bei %s Menschen begegnet sind.".formatted(event);
  }

  @Override
  public String unsubscribe() {
    return "Keine solchen Mails mehr";
  }

  @Override
  public String ownPages() {
    return "Meine Seiten öffnen";
  }

  @Override
  public String freshSubject() {
    return "Ihr Link";
  }

  @Override
  public String freshIntro(long minutes) {
    return "hier ist der neue Link zu Ihren Seiten. Er öffnet sie einmal, in den nächsten %d Minuten."
        .formatted(minutes);
  }

  @Override
  public String freshWhy() {
    return "Sie erhalten dies, weil jemand mit einer Ihrer Mails darum gebeten hat. Waren Sie es nicht, ist nichts zu tun.";
  }
}
