package dev.rapport.notification.link;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.notification.directory.People;
import dev.rapport.notification.key.Links;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links for the platform's own app: it knows who is signed in there. */
@RestController
class PageLinksController {

  private final PageLinks pageLinks;
  private final People people;
  private final Links links;

  PageLinksController(PageLinks pageLinks, People people, Links links) {
    this.pageLinks = pageLinks;
    this.people = people;
    this.links = links;
  }

  /**
   * A link to a person's pages.
   *
   * @param url to be opened in that person's browser, once; add {@code ?next=} and a path of these
   *     pages to lead elsewhere than to the follow-ups
   * @param expires in machine time
   */
  record PageLink(String url, Instant expires) {}

  @PostMapping("/people/{person}/page-links")
  @ResponseStatus(HttpStatus.CREATED)
  @ApiResponse(responseCode = "201", description = "A link that works once")
  @ApiResponse(responseCode = "404", description = "Nobody of this id is known here yet")
  @ApiResponse(responseCode = "410", description = "The person has been erased")
  PageLink make(Caller caller, @PathVariable String person) {
    caller.mustBePlatform();
    var id = people.id(Fields.externalId("person", person));
    if (id == null) {
      throw people.isErased(person)
          ? new Problem(
              HttpStatus.GONE, "person-erased", "This person has been erased and has no pages.")
          : Problem.notFound("person of this id yet");
    }
    var issued = pageLinks.issue(id);
    return new PageLink(links.open(issued.secret()), issued.expires());
  }
}
