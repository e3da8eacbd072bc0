package dev.rapport.followup.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much goes out by itself in one person's name to people of whom they alone say that they met.
 *
 * @param allowance follow-ups a UTC day for who was never accepted, 1 to 1000
 * @param mostAllowance to which each acceptance raises it by one, up to 10000
 * @param reportsToPause how many people must report somebody until nothing goes out by itself any
 *     more, 1 to 100
 */
@ConfigurationProperties("rapport.sender")
public record SenderSettings(
    @DefaultValue("50") int allowance,
    @DefaultValue("500") int mostAllowance,
    @DefaultValue("3") int reportsToPause) {

  public SenderSettings {
    within("rapport.sender.allowance", allowance, 1, 1_000);
    within("rapport.sender.most-allowance", mostAllowance, allowance, 10_000);
    within("rapport.sender.reports-to-pause", reportsToPause, 1, 100);
  }

  /** Returns a day's allowance of somebody whom so many people have accepted. */
  public int allowance(long acceptances) {
    return (int) Math.min(mostAllowance, allowance + acceptances);
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is %d; set a number from %d to %d".formatted(name, value, least, most));
    }
  }
}
