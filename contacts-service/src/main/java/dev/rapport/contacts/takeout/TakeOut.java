package dev.rapport.contacts.takeout;

import dev.rapport.contacts.contact.ContactBook;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Makes the file that somebody takes home. */
@Service
class TakeOut {

  private final ContactBook book;
  private final JsonMapper json;

  TakeOut(ContactBook book, JsonMapper json) {
    this.book = book;
    this.json = json;
  }

  /** All contacts over all events, as they are now. */
  ResponseEntity<byte[]> of(UUID owner, Format format) {
    List<Taken> contacts = book.of(owner).stream().map(Taken::of).toList();
    var file = ContentDisposition.attachment().filename("contacts." + format.name()).build();
    return ResponseEntity.ok()
        .contentType(format.type())
        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(format.write(contacts, json));
  }
}
