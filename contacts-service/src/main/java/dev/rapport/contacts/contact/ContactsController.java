package dev.rapport.contacts.contact;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Page;
import dev.rapport.access.Problem;
import dev.rapport.contacts.contact.Contact.Met;
import dev.rapport.contacts.person.Names;
import dev.rapport.contacts.person.Refusals;
import dev.rapport.contacts.person.RefusesTheErased;
import dev.rapport.contacts.person.Seats;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's own contacts, with notes that nobody else sees. */
@RestController
@RequestMapping("/people/{person}/contacts")
class ContactsController {

  private final Contacts contacts;
  private final Seats seats;
  private final Names names;

  ContactsController(Contacts contacts, Seats seats, Names names) {
    this.contacts = contacts;
    this.seats = seats;
    this.names = names;
  }

  @Schema(name = "Contact")
  record ContactView(
      UUID contact,
      @Nullable String name,
      @Nullable String notes,
      List<String> tags,
      List<Met> meetings,
      @Nullable Instant metOutside,
      @Schema(description = "Whether both want to stay in touch") boolean connected,
      @Schema(description = "Whether it is an old friend, whom only this person knows")
          boolean friend) {}

  @Schema(name = "ContactNotes")
  record NotesBody(
      @Schema(maxLength = 4000) @Nullable String notes,
      @ArraySchema(schema = @Schema(minLength = 1, maxLength = 50), maxItems = 20)
          @Nullable List<String> tags) {}

  @GetMapping
  @ApiResponse(
      responseCode = "200",
      description = "Those whom the person met; undone meetings are left out")
  @RefusesTheErased
  Page<ContactView> list(
      Caller caller,
      @PathVariable String person,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500"))
          @RequestParam(required = false)
          @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var owner = owner(caller, person);
    var size = Page.limit(limit);
    var found = contacts.of(owner, Page.after(cursor), size + 1);
    var page = Page.of(found, size, contact -> contact.id().toString());
    var shown = page.items().stream().filter(Contact::isShown).toList();
    var called = names.of(shown.stream().map(Contact::contact).toList());
    // A friend without a name was removed a moment ago, or is not written to the end yet.
    return new Page<>(
        shown.stream()
            .filter(c -> !c.friend() || called.containsKey(c.contact()))
            .map(c -> view(c, called.get(c.contact())))
            .toList(),
        page.next());
  }

  @PutMapping("/{contact}")
  @ApiResponse(responseCode = "200", description = "The contact with these notes and tags")
  @RefusesTheErased
  ContactView annotate(
      Caller caller,
      @PathVariable String person,
      @PathVariable UUID contact,
      @RequestBody NotesBody body) {
    var owner = owner(caller, person);
    var annotated =
        contacts.annotate(owner, contact, Notes.text(body.notes()), Notes.tags(body.tags()));
    if (annotated == null) {
      throw Problem.notFound("such contact of this person");
    }
    return view(annotated, names.of(List.of(contact)).get(contact));
  }

  private UUID owner(Caller caller, String person) {
    caller.mayBe(person);
    var seat = seats.of(Fields.externalId("person", person));
    if (seat.erased()) {
      throw Refusals.erased();
    }
    return seat.id();
  }

  private static ContactView view(Contact contact, @Nullable String name) {
    return new ContactView(
        contact.contact(),
        name,
        contact.notes(),
        contact.tags(),
        contact.met(),
        contact.metOutside(),
        contact.connected(),
        contact.friend());
  }
}
