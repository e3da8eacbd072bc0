package dev.rapport.notification.mastodon;

import dev.rapport.notification.directory.People;
import dev.rapport.notification.directory.Person;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Refusal;
import dev.rapport.pages.Section;
import dev.rapport.pages.Texts;
import dev.rapport.pages.Visitor;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people link their accounts. */
@PageController
class ChannelsController {

  private static final String BUNDLE = "pages.channels";

  /** What the page may be told to say in its address. */
  private static final Set<String> SAYINGS = Set.of("linked", "declined", "unknown", "no-answer");

  private final Linking linking;
  private final Accounts accounts;
  private final People people;
  private final Pages pages;

  ChannelsController(Linking linking, Accounts accounts, People people, Pages pages) {
    this.linking = linking;
    this.accounts = accounts;
    this.people = people;
    this.pages = pages;
  }

  @GetMapping(Linking.PAGE)
  ResponseEntity<String> show(
      Visitor visitor, @RequestParam(required = false) @Nullable String said) {
    check(visitor);
    return page(HttpStatus.OK, visitor, said != null && SAYINGS.contains(said) ? said : null, "");
  }

  @PostMapping(Linking.RETURN)
  ResponseEntity<String> start(Visitor visitor, @RequestParam String server) {
    check(visitor);
    return switch (linking.start(visitor.person(), server)) {
      case Linking.Step.GoOn(var address, var name) -> {
        var texts = Texts.of(visitor.language(), BUNDLE);
        var page = Page.of(visitor.language(), texts.get("go.title")).in(Section.CHANNELS);
        yield pages.show(page, "go.jte", new GoOnView(texts, name, address));
      }
      case Linking.Step.TooOften() ->
          page(HttpStatus.TOO_MANY_REQUESTS, visitor, "too-often", server);
      case Linking.Step.NoAnswer() -> page(HttpStatus.BAD_GATEWAY, visitor, "no-answer", server);
      default -> page(HttpStatus.UNPROCESSABLE_CONTENT, visitor, "no-server", server);
    };
  }

  /** Where people come back to; the state that they bring is good once, and for them only. */
  @GetMapping(Linking.RETURN)
  ResponseEntity<Void> finish(
      Visitor visitor,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(required = false) @Nullable String code) {
    check(visitor);
    var said =
        switch (linking.finish(visitor.person(), state, code)) {
          case Linking.Step.Linked() -> "linked";
          case Linking.Step.Declined() -> "declined";
          case Linking.Step.NoAnswer() -> "no-answer";
          default -> "unknown";
        };
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(Linking.PAGE + "?said=" + said))
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  @PostMapping(Linking.RETURN + "/unlink")
  ResponseEntity<String> unlink(Visitor visitor) {
    check(visitor);
    linking.unlink(visitor.person());
    return page(HttpStatus.OK, visitor, "unlinked", "");
  }

  private ResponseEntity<String> page(
      HttpStatus status, Visitor visitor, @Nullable String said, String typed) {
    var texts = Texts.of(visitor.language(), BUNDLE);
    var page = Page.of(visitor.language(), texts.get("title")).in(Section.CHANNELS);
    var problem = status.isError() || (said != null && !said.endsWith("linked"));
    if (said != null) {
      page =
          problem
              ? page.warning(texts.get("said." + said))
              : page.saying(texts.get("said." + said));
    }
    var view = ChannelsView.of(texts, linking.isOn(), accounts.of(visitor.person()), typed);
    return pages.show(status, page, "channels.jte", view);
  }

  private void check(Visitor visitor) {
    if (people.find(Set.of(visitor.person())).get(visitor.person()) instanceof Person.Erased) {
      throw Refusal.gone();
    }
  }
}
