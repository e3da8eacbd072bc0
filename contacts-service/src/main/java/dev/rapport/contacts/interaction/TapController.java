package dev.rapport.contacts.interaction;

import dev.rapport.access.Fields;
import dev.rapport.contacts.interaction.Interaction.Kind;
import dev.rapport.contacts.interaction.Interaction.Purpose;
import dev.rapport.contacts.person.Seats;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Refusal;
import dev.rapport.pages.Visitor;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One tap on any of the attendee's pages: said hello, gave, asked. It goes back to the page it came
 * from, with {@code noted}: that page may not have heard of it yet.
 */
@PageController
class TapController {

  /** A page of the attendee's own, and nothing else: no other site, no parameters. */
  private static final Pattern OWN = Pattern.compile("/my(/[a-z-]{1,40}){1,4}");

  private final Interacting interacting;
  private final Seats seats;

  TapController(Interacting interacting, Seats seats) {
    this.interacting = interacting;
    this.seats = seats;
  }

  @PostMapping("/my/contacts/{contact}/interactions")
  ResponseEntity<Void> tap(
      Visitor visitor,
      @PathVariable UUID contact,
      @RequestParam String key,
      @RequestParam Purpose purpose,
      @RequestParam(defaultValue = "message") Kind kind,
      @RequestParam(defaultValue = "/my/follow-ups") String next) {
    if (!OWN.matcher(next).matches()) {
      throw Refusal.form();
    }
    if (!seats.erasedAmong(List.of(visitor.person())).isEmpty()) {
      throw Refusal.gone();
    }
    var owner = visitor.person();
    interacting.tap(owner, contact, Fields.externalId("key", key), kind, purpose);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(next + "?noted=" + contact))
        .build();
  }
}
