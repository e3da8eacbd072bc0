package dev.rapport.followup.give;

import java.util.List;
import java.util.UUID;

/** Something to give. */
public sealed interface Suggestion {

  /** The word in messages and texts. */
  String word();

  /** What it is about. */
  List<String> topics();

  /** Bring the contact together with another one of yours; both agreed to be introduced. */
  record Introduction(UUID other, List<String> topics) implements Suggestion {
    @Override
    public String word() {
      return "introduction";
    }
  }

  /** Help with what they look for. */
  record Offer(List<String> topics) implements Suggestion {
    @Override
    public String word() {
      return "offer";
    }
  }

  /** Say thanks. */
  record Thanks() implements Suggestion {
    @Override
    public String word() {
      return "thanks";
    }

    @Override
    public List<String> topics() {
      return List.of();
    }
  }
}
