package dev.rapport.events;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Closes the service while its broker and database still run: it would wait for them in vain. */
final class ClosesService implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    AutoCloseable closing = ServiceIT::closeAll;
    context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent("closing", key -> closing);
  }
}
