package dev.rapport.local.docker;

import dev.rapport.local.process.LocalFailure;
import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.ToxicList;
import java.io.IOException;
import java.time.Duration;

/** A connection's way from one part to another, which can be made worse, and whole again. */
public final class Wire {
  private final int port;
  private final Proxy proxy;

  Wire(int port, Proxy proxy) {
    this.port = port;
    this.proxy = proxy;
  }

  /** Where it begins, on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** Who calls whom. */
  public String name() {
    return proxy.getName();
  }

  /** Every word takes so much longer, in each direction. */
  public void slow(Duration latency) {
    change(
        toxics -> {
          toxics.latency("slow-up", ToxicDirection.UPSTREAM, latency.toMillis());
          toxics.latency("slow-down", ToxicDirection.DOWNSTREAM, latency.toMillis());
        });
  }

  /** No more than so many kilobytes a second for each connection, in each direction. */
  public void narrow(int kilobytes) {
    change(
        toxics -> {
          toxics.bandwidth("narrow-up", ToxicDirection.UPSTREAM, kilobytes);
          toxics.bandwidth("narrow-down", ToxicDirection.DOWNSTREAM, kilobytes);
        });
  }

  /** Ends all connections, and lets no new one through. */
  public void cut() {
    run(proxy::disable);
  }

  /**
   * Resets (RST) each new connection, at both ends, as soon as the caller has said so many bytes.
   * Toxiproxy resets those connections that a "reset peer" belongs to, even one that never acts.
   */
  public void tear(int bytes) {
    change(
        toxics -> {
          toxics.limitData("torn", ToxicDirection.UPSTREAM, bytes);
          toxics.resetPeer("by-reset", ToxicDirection.UPSTREAM, 0).setToxicity(0);
        });
    // Those that are open already did not hear of it.
    run(proxy::disable);
    run(proxy::enable);
  }

  /** All is well again. */
  public void mend() {
    change(
        toxics -> {
          for (Toxic toxic : toxics.getAll()) {
            toxic.remove();
          }
        });
    run(proxy::enable);
  }

  private interface Change {
    void to(ToxicList toxics) throws IOException;
  }

  private interface Call {
    void run() throws IOException;
  }

  private void change(Change change) {
    run(() -> change.to(proxy.toxics()));
  }

  private void run(Call call) {
    try {
      call.run();
    } catch (IOException e) {
      throw new LocalFailure("Toxiproxy did not change " + name() + ": " + e.getMessage(), e);
    }
  }
}
