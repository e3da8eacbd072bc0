package dev.rapport.notification.mail;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** German. */
record GermanReminders() implements Reminders {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMANY);

  @Override
  public String againSubject(String name, int others) {
    return "Zeit für ein Wiederhören mit " + named(name, others);
  }

  @Override
  public String introduceSubject(String one, String other) {
    return "Sie könnten %s und %s zusammenbringen".formatted(one, other);
  }

  @Override
  public String nearSubject(String name, int others) {
    return "Haben Sie %s getroffen?".formatted(named(name, others));
  }

  private static String named(String name, int others) {
    return switch (others) {
      case 0 -> name;
      case 1 -> name + " und einer weiteren Person";
      default -> "%s und %d anderen".formatted(name, others);
    };
  }

  @Override
  public String intro() {
    return "das hält Ihre Kontakte lebendig. Auf Ihren Seiten genügt ein Tippen, um zu sagen, was Sie getan haben, oder es aufzuschieben.";
  }

  @Override
  public String also(int reminders) {
    return reminders == 1
        ? "Dazu kommt eine Erinnerung an Ihre Kontakte."
        : "Dazu kommen %d Erinnerungen an Ihre Kontakte.".formatted(reminders);
  }

  @Override
  public String again(@Nullable String topics) {
    return topics == null
        ? "Es ist Zeit, sich wieder zu melden."
        : "Es ist Zeit, sich wieder zu melden. Sie beide interessiert %s.".formatted(topics);
  }

  @Override
  public String metOutside(LocalDate day, @Nullable String topics) {
    return "Sie haben sich am %s außerhalb von Veranstaltungen getroffen: Melden Sie sich.%s"
        .formatted(
            DAY.format(day), topics == null ? "" : " Sie beide interessiert %s.".formatted(topics));
  }

  @Override
  public String give(String give, String other, String topics) {
    return switch (give) {
      case "introduction" ->
          "Es ist Zeit, sich wieder zu melden. Die letzten beiden Male haben Sie um etwas gebeten: Machen Sie vor der nächsten Bitte mit %s bekannt. Beide möchten vorgestellt werden, und beide verbindet %s."
              .formatted(other, topics);
      case "offer" ->
          "Es ist Zeit, sich wieder zu melden. Die letzten beiden Male haben Sie um etwas gebeten: Bieten Sie vor der nächsten Bitte Ihre Hilfe an bei %s. Danach wird gesucht."
              .formatted(topics);
      default ->
          "Es ist Zeit, sich wieder zu melden. Die letzten beiden Male haben Sie um etwas gebeten: Sagen Sie vor der nächsten Bitte danke.";
    };
  }

  @Override
  public String introduction(String event, @Nullable String topics) {
    return "Sie kennen beide und könnten sie bei %s zusammenbringen. Beide möchten vorgestellt werden.%s"
        .formatted(event, topics == null ? "" : " Beide interessiert %s.".formatted(topics));
  }

  @Override
  public String two(String one, String other) {
    return one + " und " + other;
  }

  @Override
  public String near(String event) {
    return "Sie waren bei %s nahe beieinander. Haben Sie sich getroffen?".formatted(event);
  }

  @Override
  public String why() {
    return "Sie erhalten dies, weil Sie an Ihre Kontakte erinnert werden oder andere zusammenbringen möchten.";
  }
}
