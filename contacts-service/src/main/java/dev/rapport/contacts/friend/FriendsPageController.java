package dev.rapport.contacts.friend;

import dev.rapport.contacts.person.Known;
import dev.rapport.pages.Language;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Refusal;
import dev.rapport.pages.Said;
import dev.rapport.pages.Section;
import dev.rapport.pages.Texts;
import dev.rapport.pages.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/** Where people add old friends: one by hand, or an address book. */
@PageController
class FriendsPageController {

  private static final String PATH = "/my/contacts/friends";

  private final Befriending befriending;
  private final Known known;
  private final Pages pages;

  FriendsPageController(Befriending befriending, Known known, Pages pages) {
    this.befriending = befriending;
    this.known = known;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ResponseEntity<String> show(Visitor visitor) {
    present(visitor);
    return form(visitor, Map.of(), null);
  }

  @PostMapping(PATH)
  ResponseEntity<?> add(Visitor visitor, @RequestParam Map<String, String> filled) {
    var owner = present(visitor);
    var line = raw(filled).read(1);
    var friend = line.friend();
    if (friend == null || !line.leftOut().isEmpty()) {
      return form(visitor, filled, page(visitor).refusal(line));
    }
    befriending.take(owner, friend);
    return back("added");
  }

  @PostMapping(PATH + "/import")
  ResponseEntity<String> bring(Visitor visitor, @RequestParam MultipartFile book)
      throws IOException {
    var owner = present(visitor);
    return switch (AddressBook.of(book.getBytes())) {
      case AddressBook.NoText() -> refused(visitor, "book.no-text");
      case AddressBook.Unknown() -> refused(visitor, "book.unknown");
      case AddressBook.Read read -> {
        var page = page(visitor);
        var lines = befriending.take(owner, read.lines());
        yield pages.show(
            Page.of(visitor.language(), page.texts().get("book.done.title")).in(Section.PEOPLE),
            "brought.jte",
            page.brought(read, lines));
      }
    };
  }

  @PostMapping(PATH + "/{friend:[0-9a-fA-F-]{36}}/remove")
  ResponseEntity<Void> remove(Visitor visitor, @PathVariable UUID friend) {
    if (!befriending.remove(present(visitor), friend)) {
      throw Refusal.notFound();
    }
    return back("removed");
  }

  /** A file beyond the bound, or a form that is broken or has none. */
  @ExceptionHandler
  ResponseEntity<String> notRead(MultipartException e, HttpServletRequest request) {
    var large = e instanceof MaxUploadSizeExceededException;
    var texts = Texts.of(Language.of(request), FriendsPage.BUNDLE);
    var why = large ? "book.too-large" : "refused.form";
    return pages.show(
        large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST,
        Page.of(texts.language(), texts.get(why + ".title")),
        Said.of(texts.get(why)));
  }

  private static Raw raw(Map<String, String> filled) {
    return new Raw(
        null,
        filled.get("name"),
        some(filled, "email"),
        some(filled, "phone"),
        filled.get("organisation"),
        null,
        List.of(),
        filled.get("notes"),
        Stream.of(filled.getOrDefault("tags", "").split(",")).toList());
  }

  private static List<String> some(Map<String, String> filled, String field) {
    return List.of(filled.getOrDefault(field, ""));
  }

  private ResponseEntity<String> refused(Visitor visitor, String why) {
    return form(visitor, Map.of(), page(visitor).texts().get(why));
  }

  private ResponseEntity<String> form(
      Visitor visitor, Map<String, String> filled, @Nullable String warning) {
    var page = page(visitor);
    var about = Page.of(visitor.language(), page.texts().get("title")).in(Section.PEOPLE);
    return pages.show(
        warning == null ? about : about.warning(warning), "friends.jte", page.view(filled));
  }

  private static FriendsPage page(Visitor visitor) {
    return new FriendsPage(Texts.of(visitor.language(), FriendsPage.BUNDLE));
  }

  private UUID present(Visitor visitor) {
    var person = visitor.person();
    if (known.find(person) == null) {
      throw known.isErased(person) ? Refusal.gone() : Refusal.notFound();
    }
    return person;
  }

  private static ResponseEntity<Void> back(String said) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/my/contacts?said=%s&event=friends".formatted(said)))
        .build();
  }
}
