package dev.rapport.system.world;

import dev.rapport.local.PlatformApp;
import dev.rapport.local.Service;
import dev.rapport.local.Stack;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All doors to the system.
 *
 * @param origin where people find the pages of all services
 * @param contacts where contacts-service listens; the other three likewise
 * @param downs which services have died by themselves so far
 * @param app where the platform shows invitations its own way
 * @param tokens issues a bearer token with these claims ({@code scope}, {@code organiser}, …)
 */
public record World(
    URI origin,
    URI contacts,
    URI events,
    URI followup,
    URI notification,
    Function<Map<String, Object>, String> tokens,
    Mailbox mail,
    PlatformApp app,
    EventTime time,
    Supplier<List<Stack.Down>> downs) {

  /** The doors of a stack on this machine. */
  public static World of(Stack stack, Clock clock) {
    return new World(
        stack.origin(),
        stack.base(Service.CONTACTS),
        stack.base(Service.EVENTS),
        stack.base(Service.FOLLOWUP),
        stack.base(Service.NOTIFICATION),
        stack.issuer()::token,
        new Mailbox(stack.mail()),
        stack.app(),
        new EventTime(clock, stack.anchor(), stack.anchor(), stack.speed()),
        stack::downs);
  }
}
