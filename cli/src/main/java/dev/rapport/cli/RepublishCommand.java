package dev.rapport.cli;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import java.util.List;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rapport republish}. */
@Command(
    name = "republish",
    description = {
      "Has a service say again all that its topics should hold: for new topics or readers, after a restore.",
      "Readers that know it change nothing."
    },
    mixinStandardHelpOptions = true)
final class RepublishCommand implements Runnable {

  private static final long MOST = 1_000_000_000L;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--mongodb",
      required = true,
      paramLabel = "URI",
      description = "The service's spring.mongodb.uri, its database included.")
  String mongodb = "";

  @Option(
      names = "--collection",
      paramLabel = "NAME",
      description = "Only this one; else all that owe something.")
  @Nullable String collection;

  @Option(
      names = "--raise",
      paramLabel = "N",
      description =
          "Raises revisions by so many, past those that a restore has lost. The service must be stopped.")
  long raise;

  @Override
  public void run() {
    if (raise < 0 || raise > MOST) {
      throw refused("--raise is %d; give a number from 0 to %d.".formatted(raise, MOST));
    }
    var address = address();
    var name = address.getDatabase();
    if (name == null) {
      throw refused("--mongodb names no database; give the service's whole spring.mongodb.uri.");
    }
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(address)
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build();
    try (var client = MongoClients.create(settings)) {
      var republish = new Republish(client.getDatabase(name));
      var owing = republish.owing();
      if (collection != null && !owing.contains(collection)) {
        throw refused(
            "The collection %s owes nothing to a topic; these do: %s."
                .formatted(collection, String.join(", ", owing)));
      }
      republish
          .mark(collection == null ? owing : List.of(collection), raise)
          .forEach((of, many) -> out("%,d of %s are to be said again.".formatted(many, of)));
      if (owing.isEmpty()) {
        out("Nothing in the database %s owes anything to a topic.".formatted(name));
      }
    }
  }

  private ConnectionString address() {
    try {
      return new ConnectionString(mongodb);
    } catch (IllegalArgumentException e) {
      throw refused("--mongodb is no MongoDB address: " + e.getMessage());
    }
  }

  private void out(String line) {
    if (spec != null) {
      spec.commandLine().getOut().println(line);
    }
  }

  private ParameterException refused(String why) {
    if (spec == null) {
      throw new IllegalStateException(why);
    }
    return new ParameterException(spec.commandLine(), why);
  }
}
