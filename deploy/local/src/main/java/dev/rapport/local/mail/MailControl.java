package dev.rapport.local.mail;

import dev.rapport.local.web.Answer;
import dev.rapport.local.web.Request;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sink in a container, as {@link RemoteMails} sees it: {@code GET /control/mails?from=0}, {@code
 * GET /control/held}, and {@code POST} of refuse, defer and hold.
 */
public final class MailControl {
  static final int AT_ONCE = 200;

  private final MailStore store;
  private final Faults faults;

  public MailControl(MailStore store, Faults faults) {
    this.store = store;
    this.faults = faults;
  }

  /** One mail on its way. */
  record Line(Instant arrived, String sender, List<String> recipients, byte[] raw) {
    static Line of(Mail mail) {
      return new Line(mail.arrived(), mail.sender(), mail.recipients(), mail.raw());
    }
  }

  /** Answers any path below {@code /control}. */
  public Answer answer(Request request) {
    try {
      return switch (request.method() + " " + request.path()) {
        case "GET /control/mails" -> json(mails(number(request, "from")));
        case "GET /control/held" -> json(faults.heldBack());
        case "POST /control/refuse" -> {
          faults.refuse(address(request));
          yield json("ok");
        }
        case "POST /control/defer" -> {
          faults.defer(address(request), number(request, "times"));
          yield json("ok");
        }
        case "POST /control/hold" -> {
          faults.holdNext();
          yield json("ok");
        }
        default -> Answer.of(404, "text/plain", "There is no such control.");
      };
    } catch (IllegalArgumentException e) {
      return Answer.of(400, "text/plain", "Expected numbers from=, times= and address=.");
    }
  }

  private List<Line> mails(int from) {
    return store.since(from).stream().limit(AT_ONCE).map(Line::of).toList();
  }

  private static int number(Request request, String name) {
    return Integer.parseUnsignedInt(request.query().getOrDefault(name, ""));
  }

  private static String address(Request request) {
    String address = request.query().getOrDefault("address", "");
    if (address.isBlank()) {
      throw new IllegalArgumentException("no address");
    }
    return address;
  }

  private static Answer json(Object value) {
    return Answer.json(200, JsonMapper.shared().writeValueAsString(value));
  }
}
