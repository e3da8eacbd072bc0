package dev.rapport.followup.block;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Page;
import dev.rapport.access.Problem;
import dev.rapport.followup.answer.KnownPeople;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom a person blocks, for the platform's own app; nobody learns who blocks them. */
@RestController
@RequestMapping("/people/{person}")
class BlocksApi {

  private static final String ERASED = "The person, or the contact, is erased";

  private final Blocking blocking;
  private final KnownPeople known;

  BlocksApi(Blocking blocking, KnownPeople known) {
    this.blocking = blocking;
    this.known = known;
  }

  /** Somebody whom a person blocks. */
  @Schema(name = "Block")
  record BlockView(UUID contact, @Nullable String name, Instant since) {

    static BlockView of(Block one) {
      return new BlockView(one.contact(), one.name().isEmpty() ? null : one.name(), one.since());
    }
  }

  /** Whom to report. */
  @Schema(name = "AbuseReport")
  record ReportBody(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid")
          @Nullable String contact) {

    UUID readContact() {
      var text = Fields.required("contact", contact);
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException e) {
        throw Problem.field("contact", "is no id", "the contact's id, a UUID");
      }
    }
  }

  @GetMapping("/blocks")
  @Operation(summary = "Whom the person blocks, the latest first")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "410", description = ERASED)
  Page<BlockView> all(
      Caller caller,
      @PathVariable @Schema(minLength = 1, maxLength = 200) String person,
      @RequestParam(required = false) @Schema(minimum = "1", maximum = "500")
          @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var owner = known.owner(caller, person).id();
    var page = blocking.of(owner, Page.limit(limit), Block.at(cursor));
    return new Page<>(page.items().stream().map(BlockView::of).toList(), page.next());
  }

  @DeleteMapping("/blocks/{contact}")
  @Operation(
      summary =
          "The person lifts their own block, silently: new meetings count again, what ended by it"
              + " stays ended. Without one nothing changes")
  @ApiResponse(responseCode = "204")
  @ApiResponse(responseCode = "410", description = ERASED)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void lift(
      Caller caller,
      @PathVariable @Schema(minLength = 1, maxLength = 200) String person,
      @PathVariable UUID contact) {
    blocking.lift(known.owner(caller, person).id(), contact);
  }

  @PostMapping("/abuse-reports")
  @Operation(
      summary =
          "The person reports somebody whom they met, and blocks them; the report stays when the"
              + " block is lifted")
  @ApiResponse(responseCode = "200", description = "The block")
  @ApiResponse(responseCode = "404", description = "The two never met")
  @ApiResponse(responseCode = "410", description = ERASED)
  BlockView report(
      Caller caller,
      @PathVariable @Schema(minLength = 1, maxLength = 200) String person,
      @RequestBody ReportBody body) {
    return BlockView.of(blocking.report(known.owner(caller, person).id(), body.readContact()));
  }
}
