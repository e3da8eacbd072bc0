package dev.rapport.notification.preview;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.notification.mail.Sample;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "previews")
class PreviewController {

  private final Samples samples;

  PreviewController(Samples samples) {
    this.samples = samples;
  }

  @GetMapping("/organisers/{organiser}/events/{event}/preview")
  @Operation(
      summary = "Shows a mail of an event as it would go out, with made-up people",
      description = "Its links lead nowhere. Nothing is sent.")
  @ApiResponse(responseCode = "200", description = "The sample")
  Sample preview(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @Parameter(schema = @Schema(allowableValues = {"invite", "list"}))
          @RequestParam(defaultValue = "invite")
          String purpose,
      @Parameter(schema = @Schema(allowableValues = {"en", "de"}))
          @RequestParam(defaultValue = "en")
          String language) {
    caller.mayActFor(Fields.externalId("organiser", organiser));
    var wanted = Samples.purpose(purpose);
    if (wanted == null) {
      throw Problem.field("purpose", "is not known", "invite or list");
    }
    if (!language.equals("en") && !language.equals("de")) {
      throw Problem.field("language", "is not known", "en or de");
    }
    return samples
        .of(organiser, Fields.externalId("event", event), wanted, Locale.of(language))
        .orElseThrow(() -> Problem.notFound("event of this organiser here yet"));
  }
}
