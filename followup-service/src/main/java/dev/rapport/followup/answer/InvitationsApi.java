package dev.rapport.followup.answer;

import dev.rapport.access.Caller;
import dev.rapport.access.Problem;
import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.store.FollowUps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes what people answer in the platform's own app, as others do by the link of a mail. */
@RestController
class InvitationsApi {

  private static final String REPORT = "report";

  private static final Map<String, Answer.Kind> ANSWERS =
      Map.of(
          "accept", Answer.Kind.ACCEPTED,
          "decline", Answer.Kind.DECLINED,
          "not-met", Answer.Kind.NOT_MET,
          "block", Answer.Kind.BLOCKED);

  private final FollowUps followUps;
  private final KnownPeople known;
  private final Acts acts;

  InvitationsApi(FollowUps followUps, KnownPeople known, Acts acts) {
    this.followUps = followUps;
    this.known = known;
    this.acts = acts;
  }

  /** What the person has said by now. */
  @Schema(name = "Invitation")
  record InvitationView(
      UUID followUp,
      @Schema(allowableValues = {"none", "accepted", "declined", "notMet", "blocked"})
          String answer) {}

  @PostMapping(
      "/people/{person}/invitations/{followUp}/{answer:accept|decline|not-met|block|report}")
  @Operation(
      summary = "The person who was invited answers; a report is a block that tells on the owner")
  @ApiResponse(responseCode = "200", description = "What holds now; also on a repeat")
  @ApiResponse(responseCode = "404", description = "Nothing that has gone out to this person")
  @ApiResponse(responseCode = "410", description = "One of the two is erased")
  InvitationView answer(
      Caller caller,
      @PathVariable @Schema(minLength = 1, maxLength = 200) String person,
      @PathVariable UUID followUp,
      @PathVariable @Schema(allowableValues = {"accept", "decline", "not-met", "block", "report"})
          String answer) {
    var contact = known.owner(caller, person).id();
    var found = followUps.byId(List.of(followUp)).get(followUp);
    if (found == null || !found.contact().equals(contact) || !isKnown(found)) {
      throw Problem.notFound("invitation %s to this person".formatted(followUp));
    }
    if (found.erased()) {
      throw KnownPeople.erased();
    }
    var acted = answer.equals(REPORT) ? acts.reported(List.of(found)) : answered(found, answer);
    var now = Objects.requireNonNull(acted.get(followUp));
    return new InvitationView(followUp, now.voices().contact().kind().word());
  }

  private Map<UUID, FollowUp> answered(FollowUp followUp, String answer) {
    return acts.byContact(List.of(followUp), Objects.requireNonNull(ANSWERS.get(answer)));
  }

  /** What is still to be sent is nobody's to answer, nor to know of; what was answered is. */
  private static boolean isKnown(FollowUp followUp) {
    if (followUp.voices().contact().kind() != Answer.Kind.NONE) {
      return true;
    }
    return switch (followUp.state()) {
      case Due due -> true;
      case Settled settled -> settled.wentOut() || followUp.erased();
      default -> false;
    };
  }
}
