package dev.rapport.local;

import dev.rapport.local.docker.ContainerSink;
import dev.rapport.local.docker.Wire;
import dev.rapport.local.mail.Mails;
import dev.rapport.local.mail.RemoteMails;
import dev.rapport.local.origin.Origin;
import dev.rapport.local.origin.Routes;
import dev.rapport.local.process.Checkout;
import dev.rapport.local.process.Child;
import dev.rapport.local.process.LocalFailure;
import dev.rapport.local.process.Part;
import dev.rapport.local.process.Ports;
import dev.rapport.local.process.Scratch;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All of Rapport on this machine: the parts, the issuer, the mail sink and the four services as
 * processes. Everything can be killed and started again, and finds its port, its data and its time
 * as they were. All of it ends with this process.
 */
public final class Stack implements AutoCloseable {
  private final Checkout checkout = Checkout.find();
  private final Path folder = Scratch.folder("stack");
  private final Path logs = Logs.folder(checkout);
  private final StackSettings settings;
  private final Instant anchor;
  private final LocalParts parts;
  private final Issuer issuer;
  private final @Nullable ContainerSink sink;
  private final Mails mail;
  private final PlatformApp app;
  private final Origin origin;
  private final String smtp;
  private final Ways ways;
  private final Map<Service, List<Instance>> instances = new LinkedHashMap<>();
  private final List<Down> downs = new CopyOnWriteArrayList<>();
  private volatile boolean up;

  /** From when until when a service that died by itself was away (machine time). */
  public record Down(String service, Instant from, Instant until) {}

  private Stack(StackSettings settings) {
    this.settings = settings;
    @Nullable String named = Named.smtp();
    this.anchor = settings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    this.issuer = Issuer.start(settings.clock(), near(8090, "the issuer"));
    @Nullable String image = named == null ? Named.ownParts() : null;
    this.sink =
        image == null ? null : new ContainerSink(image, logs.resolve("mails.log"), settings.say());
    this.mail = sink == null ? mailsHere() : mailsOf(sink);
    this.app = PlatformApp.start(settings.clock());
    this.origin = Origin.start(near(8080, "the origin"), routes());
    this.smtp = named != null ? named : "127.0.0.1:" + mail.port();
    this.parts = LocalParts.startOwn(folder, logs, settings.record(), settings.say());
    this.ways =
        settings.wires()
            ? Ways.byWires(parts, smtp, logs, settings.say())
            : Ways.straight(parts, smtp);
  }

  /** Starts everything, and returns when every service is ready. */
  public static Stack start(StackSettings settings) {
    var stack = new Stack(settings);
    stack.parts.createAllTopics();
    stack.parts.passOverFormerRuns();
    stack.startServices();
    stack.up = true;
    return stack;
  }

  public LocalParts parts() {
    return parts;
  }

  public Issuer issuer() {
    return issuer;
  }

  public Mails mail() {
    return mail;
  }

  /** The conference platform's own app, as far as invitations go. */
  public PlatformApp app() {
    return app;
  }

  /** The one site with all pages, without a slash at its end. */
  public URI origin() {
    return origin.base();
  }

  /** Where machine time and event time were the same. */
  public Instant anchor() {
    return anchor;
  }

  /** Event seconds per machine second. */
  public double speed() {
    return settings.speed();
  }

  /** Where all logs are; they stay until another stack of this clone starts. */
  public Path logs() {
    return logs;
  }

  /** Where a service's first instance listens, without a slash at its end. */
  public URI base(Service service) {
    return base(service, 0);
  }

  public URI base(Service service, int number) {
    return instance(service, number).base();
  }

  /** Starts a service's first instance, again on its port; returns when it is ready. */
  public void start(Service service) {
    start(service, 0);
  }

  /** Starts one of a service's instances, counted from 0; returns when it is ready. */
  public void start(Service service, int number) {
    while (of(service).size() <= number) {
      of(service).add(make(service, of(service).size(), Ports.any()));
    }
    Instance instance = instance(service, number);
    instance.start();
    instance.awaitReady();
  }

  /** SIGKILL for a service's first instance. */
  public void kill(Service service) {
    kill(service, 0);
  }

  public void kill(Service service, int number) {
    instance(service, number).part().kill();
  }

  /** A container stands still, with all of its connections, until it is woken. */
  public void pause(Service service, int number) {
    instance(service, number).container().pause();
  }

  public void wake(Service service, int number) {
    instance(service, number).container().wake();
  }

  /**
   * Asks a container to end, and starts one of another version on its port; returns when that is
   * ready.
   *
   * @param tag of its image
   */
  public void replace(Service service, int number, String tag) {
    Instance former = instance(service, number);
    former.container().end();
    of(service).set(number, container(service, number, tag, former.base().getPort()));
    start(service, number);
  }

  /** From a service to MongoDB; fails when the stack was started without wires. */
  public Wire toMongo(Service service) {
    return ways.toMongo(service);
  }

  /** From notification-service to the mail server; fails when the stack has no wires. */
  public Wire toMail() {
    return ways.toMail();
  }

  /** Which services died and were started again. */
  public List<Down> downs() {
    return List.copyOf(downs);
  }

  /** Fails, with the last lines of its log, when a part or service has died. */
  public void check() {
    parts.parts().forEach(Part::check);
    instances.values().forEach(all -> all.forEach(one -> one.part().check()));
  }

  /** Resident memory in bytes by part, this process (sink, issuer, player) included. */
  public Map<String, Long> memory() {
    Map<String, Long> memory = new TreeMap<>();
    parts.parts().forEach(part -> memory.put(part.name(), part.memory()));
    for (List<Instance> all : instances.values()) {
      all.forEach(one -> memory.put(one.part().name(), one.part().memory()));
    }
    memory.put("rapport", Child.memory(ProcessHandle.current().pid()));
    return memory;
  }

  /** Where each page and API is, in the order in which a person wants to know. */
  public Map<String, URI> addresses() {
    Map<String, URI> addresses = new LinkedHashMap<>();
    addresses.put("pages", origin());
    addresses.put("mails", origin().resolve("/mail"));
    for (Service service : Service.values()) {
      addresses.put(service.artifact(), base(service));
    }
    addresses.put("issuer", issuer.uri());
    addresses.put("mail server", URI.create("smtp://" + smtp));
    return addresses;
  }

  /**
   * Keeps caches of what runs, where there are none, so that the next start is quicker. Takes half
   * a minute of CPU, so it is for when nothing else is to be done.
   */
  public void keepForNextTime() {
    List<Runnable> keepers = new ArrayList<>(List.of(parts::keepForNextTime));
    instances.values().forEach(all -> keepers.add(all.getFirst()::keepForNextTime));
    try {
      keepers.parallelStream().forEach(Runnable::run);
    } catch (LocalFailure e) {
      settings.say().accept(e.getMessage() + " The next start will be a slow one.");
    }
  }

  /** Stops everything; kills rather than asks, as nothing of it is kept. */
  @Override
  public void close() {
    up = false;
    instances.values().forEach(all -> all.forEach(one -> one.part().kill()));
    parts.parts().forEach(Part::kill);
    ways.parts().forEach(Part::kill);
    origin.close();
    mail.close();
    if (sink != null) {
      sink.kill();
    }
    app.close();
    issuer.close();
  }

  private void startServices() {
    var key = UUID.randomUUID() + "-" + UUID.randomUUID();
    var writer = new ServiceSettings(parts, issuer, ways, app, anchor, settings.speed(), key);
    @Nullable String image = Named.image(Service.CONTACTS);
    if (image != null) {
      settings.say().accept("Services: containers of " + image + " and the like.");
    }
    for (Service service : Service.values()) {
      int port = near(service.preferredPort(), service.artifact());
      instances.put(service, new ArrayList<>(List.of(make(service, 0, port))));
    }
    for (Service service : Service.values()) {
      writer.write(service, folder, this::base, origin(), settings.services());
    }
    List<Instance> all = instances.values().stream().map(List::getFirst).toList();
    // Without their caches, more than two at once only slow each other down on two cores.
    int atOnce = all.stream().allMatch(Instance::hasCache) ? all.size() : 2;
    for (int i = 0; i < all.size(); i += atOnce) {
      List<Instance> some = all.subList(i, Math.min(i + atOnce, all.size()));
      some.forEach(Instance::start);
      some.forEach(Instance::awaitReady);
    }
  }

  private Mails mailsHere() {
    return MailSink.start(
        settings.clock(), folder, near(2525, "the mail server"), near(8025, "the mails' page"));
  }

  private Mails mailsOf(ContainerSink sink) {
    sink.start();
    return new RemoteMails(sink.smtp(), sink.pages(), folder);
  }

  private Routes routes() {
    Map<String, Supplier<URI>> prefixes = new HashMap<>();
    prefixes.put("/mail", mail::pages);
    for (Service service : Service.values()) {
      service.paths().forEach(path -> prefixes.put(path, () -> base(service)));
    }
    return new Routes(prefixes);
  }

  private Instance make(Service service, int number, int port) {
    if (Named.image(service) != null) {
      return container(service, number, Named.tag(), port);
    }
    return Instance.process(
        checkout,
        service,
        number,
        port,
        folder,
        logs,
        settings.record() && number == 0,
        sentence -> died(service, number, sentence));
  }

  private Instance container(Service service, int number, String tag, int port) {
    return Instance.container(
        Named.image(service, tag),
        service,
        number,
        port,
        folder,
        logs,
        sentence -> died(service, number, sentence));
  }

  private void died(Service service, int number, String sentence) {
    settings.say().accept(sentence);
    if (settings.restart() && up) {
      Thread.ofPlatform().daemon().start(() -> startAgain(service, number));
    }
  }

  private void startAgain(Service service, int number) {
    Instance instance = instance(service, number);
    if (!instance.mayStartAgain()) {
      settings.say().accept(instance.part().name() + " dies again and again, and stays down.");
      return;
    }
    Instant from = settings.clock().instant();
    try {
      start(service, number);
      downs.add(new Down(instance.part().name(), from, settings.clock().instant()));
      settings.say().accept(instance.part().name() + " was started again.");
    } catch (LocalFailure e) {
      // Dead again, or asked to end meanwhile: whoever hears of that looks after it.
      settings.say().accept(instance.part().name() + " did not get ready again.");
    }
  }

  private int near(int preferred, String who) {
    return Ports.near(preferred, who, settings.say());
  }

  private List<Instance> of(Service service) {
    @Nullable List<Instance> all = instances.get(service);
    if (all == null) {
      throw new LocalFailure(service.artifact() + " was never started.");
    }
    return all;
  }

  private Instance instance(Service service, int number) {
    List<Instance> all = of(service);
    if (number >= all.size()) {
      throw new LocalFailure(
          "%s has %d instances, and no number %d."
              .formatted(service.artifact(), all.size(), number));
    }
    return all.get(number);
  }
}
