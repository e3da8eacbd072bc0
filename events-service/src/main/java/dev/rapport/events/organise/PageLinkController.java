package dev.rapport.events.organise;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.events.event.Events;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/organisers/{organiser}/events/{event}/page-links")
@Tag(name = "events")
class PageLinkController {

  /**
   * A link that opens the event's page, once.
   *
   * @param expires machine time
   */
  record PageLink(String url, Instant expires) {}

  private final Events events;
  private final OrganiserLinks links;
  private final OrganiseSettings settings;

  PageLinkController(Events events, OrganiserLinks links, OrganiseSettings settings) {
    this.events = events;
    this.links = links;
    this.settings = settings;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Makes a one-time link to the organiser's page of an event",
      description = "It opens within 15 minutes, once; the session lasts for eight hours.")
  @ApiResponse(responseCode = "201", description = "The link")
  PageLink postPageLink(Caller caller, @PathVariable String organiser, @PathVariable String event) {
    caller.mayActFor(Fields.externalId("organiser", organiser));
    var issued = links.link(events.get(organiser, Fields.externalId("event", event)).id());
    return new PageLink(settings.url("/organise/open/" + issued.secret()), issued.expires());
  }
}
