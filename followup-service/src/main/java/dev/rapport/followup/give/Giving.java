package dev.rapport.followup.give;

import dev.rapport.followup.plan.Person;
import dev.rapport.followup.plan.Profile;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds something to give before somebody is asked for a third favour in a row. */
public final class Giving {

  private Giving() {}

  /**
   * Returns what the owner could give the contact, or null while nothing is amiss: an introduction
   * to another one of the owner's contacts, else help with what they seek, else thanks.
   *
   * @param others the owner's other contacts, of whom only those count who agreed to be introduced
   */
  public static @Nullable Suggestion suggest(
      Balance balance, Person owner, Person contact, Collection<Person> others) {
    if (!balance.isAskedEnough()) {
      return null;
    }
    var introduction = introduction(owner, contact, others);
    if (introduction != null) {
      return introduction;
    }
    var help = owner.profile().helps(contact.profile());
    return help.isEmpty() ? new Suggestion.Thanks() : new Suggestion.Offer(help);
  }

  private static Suggestion.@Nullable Introduction introduction(
      Person owner, Person contact, Collection<Person> others) {
    if (!contact.agreesTo(Person.Purpose.BE_INTRODUCED)) {
      return null;
    }
    return others.stream()
        .filter(other -> !other.id().equals(contact.id()) && !other.id().equals(owner.id()))
        .filter(other -> !other.erased() && other.agreesTo(Person.Purpose.BE_INTRODUCED))
        .map(
            other ->
                new Suggestion.Introduction(other.id(), topics(contact.profile(), other.profile())))
        .filter(one -> !one.topics().isEmpty())
        // The most in common first; of equals always the same one.
        .max(
            Comparator.comparingInt((Suggestion.Introduction one) -> one.topics().size())
                .thenComparing(Suggestion.Introduction::other))
        .orElse(null);
  }

  private static List<String> topics(Profile one, Profile other) {
    return Stream.of(one.shared(other), other.helps(one), one.helps(other))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }
}
