package dev.rapport.local;

import dev.rapport.local.docker.ContainerToxiproxy;
import dev.rapport.local.docker.Images;
import dev.rapport.local.docker.Wire;
import dev.rapport.local.process.LocalFailure;
import dev.rapport.local.process.SetupFailure;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the services reach MongoDB and the mail server: straight, or by wires that can be made worse.
 */
final class Ways {
  private final LocalParts parts;
  private final String smtp;
  private final @Nullable ContainerToxiproxy proxy;
  private final Map<Service, Wire> toMongo = new EnumMap<>(Service.class);
  private @Nullable Wire toMail;

  private Ways(LocalParts parts, String smtp, @Nullable ContainerToxiproxy proxy) {
    this.parts = parts;
    this.smtp = smtp;
    this.proxy = proxy;
  }

  /**
   * @param smtp {@code host:port}
   */
  static Ways straight(LocalParts parts, String smtp) {
    return new Ways(parts, smtp, null);
  }

  /** A wire from each service to MongoDB, and one from notification-service to the mail server. */
  static Ways byWires(LocalParts parts, String smtp, Path logs, Consumer<String> say) {
    if (Named.ownParts() == null) {
      throw new SetupFailure(
          "Wires join containers, and RAPPORT_IMAGES names no images; deploy/images/build makes"
              + " them.");
    }
    if (!Images.areHere() || Named.mongo() != null || Named.smtp() != null) {
      throw new SetupFailure(
          "Wires lead to containers of our own: this needs a Docker daemon with the images of Kafka"
              + " and MongoDB, and RAPPORT_MONGODB_URI and RAPPORT_SMTP unset.");
    }
    var proxy = new ContainerToxiproxy(logs.resolve("toxiproxy.log"), say);
    proxy.start();
    var ways = new Ways(parts, smtp, proxy);
    for (Service service : Service.values()) {
      int port = MongoUri.port(parts.mongo(service.database()));
      ways.toMongo.put(service, proxy.to(service.artifact() + "-mongod", port));
    }
    int port = Integer.parseInt(smtp.substring(smtp.lastIndexOf(':') + 1));
    ways.toMail = proxy.to(Service.NOTIFICATION.artifact() + "-mails", port);
    return ways;
  }

  /** The connection string for a service. */
  String mongo(Service service) {
    String uri = parts.mongo(service.database());
    return proxy == null ? uri : MongoUri.withPort(uri, toMongo(service).port());
  }

  /** {@code host:port} of the mail server. */
  String smtp() {
    return proxy == null ? smtp : "127.0.0.1:" + toMail().port();
  }

  Wire toMongo(Service service) {
    @Nullable Wire wire = toMongo.get(service);
    if (wire == null) {
      throw straight();
    }
    return wire;
  }

  Wire toMail() {
    if (toMail == null) {
      throw straight();
    }
    return toMail;
  }

  List<ContainerToxiproxy> parts() {
    return Stream.ofNullable(proxy).toList();
  }

  private static LocalFailure straight() {
    return new LocalFailure("This stack was started without wires.");
  }
}
