package dev.rapport.notification.mail;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** English. */
record EnglishReminders() implements Reminders {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  @Override
  public String againSubject(String name, int others) {
    return "Time to be in touch again with " + named(name, others);
  }

  @Override
  public String introduceSubject(String one, String other) {
    return "You could bring %s and %s together".formatted(one, other);
  }

  @Override
  public String nearSubject(String name, int others) {
    return "Did you meet %s?".formatted(named(name, others));
  }

  private static String named(String name, int others) {
    return switch (others) {
      case 0 -> name;
      case 1 -> name + " and one other";
      default -> "%s and %d others".formatted(name, others);
    };
  }

  @Override
  public String intro() {
    return "here is what keeps your contacts alive. On your pages one tap says what you did, or puts it off.";
  }

  @Override
  public String also(int reminders) {
    return reminders == 1
        ? "There is also one reminder about your contacts."
        : "There are also %d reminders about your contacts.".formatted(reminders);
  }

  @Override
  public String again(@Nullable String topics) {
    return topics == null
        ? "It is time to be in touch again."
        : "It is time to be in touch again. You both care about %s.".formatted(topics);
  }

  @Override
  public String metOutside(LocalDate day, @Nullable String topics) {
    return "You met on %s, outside any event: say hello.%s"
        .formatted(
            DAY.format(day), topics == null ? "" : " You both care about %s.".formatted(topics));
  }

  @Override
  public String give(String give, String other, String topics) {
    return switch (give) {
      case "introduction" ->
          "It is time to be in touch again. You asked the last two times: before you ask again, bring them together with %s. Both agreed to be introduced, and they share %s."
              .formatted(other, topics);
      case "offer" ->
          "It is time to be in touch again. You asked the last two times: before you ask again, offer your help with %s. They are looking for it."
              .formatted(topics);
      default ->
          "It is time to be in touch again. You asked the last two times: before you ask again, say thanks.";
    };
  }

  @Override
  public String introduction(String event, @Nullable String topics) {
    return "You know both and could bring them together at %s. Both agreed to be introduced.%s"
        .formatted(event, topics == null ? "" : " Both care about %s.".formatted(topics));
  }

  @Override
  public String two(String one, String other) {
    return one + " and " + other;
  }

  @Override
  public String near(String event) {
    return "You were near each other at %s. Did you two meet?".formatted(event);
  }

  @Override
  public String why() {
    return "You get this because you agreed to be reminded of your contacts or to bring people together.";
  }
}
