package dev.rapport.system.advice;

import dev.rapport.system.checker.FollowUpSeen;
import dev.rapport.system.checker.MailSeen;
import dev.rapport.system.ledger.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** People are invited where they want to be, and by mail where that is not possible. */
record TheirChannel() implements Piece {

  private static final Set<String> WRITTEN = Set.of("sent", "connected");

  @Override
  public String word() {
    return "channels";
  }

  @Override
  public String advice() {
    return "E-mail or social, as they like";
  }

  @Override
  public Figures figures(Ground ground) {
    Set<UUID> inTheApp =
        ground.seen().invitations().stream()
            .map(MailSeen::items)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    return new Figures()
        .with("invitedInTheApp", inTheApp.size())
        .with("answeredThere", answered(ground, inTheApp))
        .with("byMailInstead", instead(ground, inTheApp));
  }

  private static long answered(Ground ground, Set<UUID> followUps) {
    return ground.followUps().stream()
        .filter(f -> followUps.contains(f.id()) && !f.answer().equals("none"))
        .count();
  }

  /** To those whom the app does not know. */
  private static long instead(Ground ground, Set<UUID> inTheApp) {
    Set<String> unknown =
        ground
            .ledger()
            .all(Entry.NotOnPlatform.class)
            .map(Entry.NotOnPlatform::person)
            .collect(Collectors.toSet());
    Set<UUID> ids =
        ground
            .ledger()
            .all(Entry.Registered.class)
            .filter(r -> unknown.contains(r.person()))
            .map(Entry.Registered::id)
            .collect(Collectors.toSet());
    return ground.followUps().stream()
        .filter(f -> ids.contains(f.contact()) && !inTheApp.contains(f.id()))
        .map(FollowUpSeen::outcome)
        .filter(outcome -> outcome != null && WRITTEN.contains(outcome))
        .count();
  }
}
