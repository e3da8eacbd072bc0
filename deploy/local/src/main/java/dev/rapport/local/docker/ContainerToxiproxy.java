package dev.rapport.local.docker;

import dev.rapport.local.process.LocalFailure;
import dev.rapport.local.process.Ports;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Toxiproxy in the machine's network: between whoever calls and whoever is called, a wire. */
public final class ContainerToxiproxy extends Container {
  private final ToxiproxyClient client;

  public ContainerToxiproxy(Path log, Consumer<String> whenDead) {
    super("toxiproxy", Images.toxiproxy(), Ports.any(), log, whenDead);
    inMachinesNetwork();
    command("-host=127.0.0.1", "-port=" + port);
    client = new ToxiproxyClient("127.0.0.1", port);
  }

  @Override
  public void start() {
    super.start();
    awaitAnswer();
  }

  /**
   * A new wire to somebody on this machine.
   *
   * @param name who calls whom, like {@code followup-mongod}
   * @param port where the called one listens, on 127.0.0.1
   */
  public Wire to(String name, int port) {
    int here = Ports.any();
    try {
      return new Wire(here, client.createProxy(name, "127.0.0.1:" + here, "127.0.0.1:" + port));
    } catch (IOException e) {
      throw new LocalFailure("Toxiproxy made no wire " + name + ": " + e.getMessage(), e);
    }
  }
}
