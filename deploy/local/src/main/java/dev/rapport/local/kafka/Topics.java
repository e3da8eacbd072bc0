package dev.rapport.local.kafka;

import dev.rapport.local.process.LocalFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes topics that are not there yet. */
public final class Topics {
  private final String bootstrap;

  public Topics(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** Makes those that are missing, and returns when the broker has acknowledged them. */
  public void make(Collection<NewTopic> topics) {
    try (Admin admin = admin(bootstrap)) {
      Set<String> there = admin.listTopics().names().get();
      List<NewTopic> missing = new ArrayList<>(topics);
      missing.removeIf(topic -> there.contains(topic.name()));
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      throw new LocalFailure("The topics could not be made: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Interrupted while making topics.", e);
    }
  }

  /** A plain topic. */
  public static NewTopic topic(String name, int partitions, Map<String, String> settings) {
    return new NewTopic(name, partitions, (short) 1).configs(settings);
  }

  static Admin admin(String bootstrap) {
    var properties = new Properties();
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    return Admin.create(properties);
  }
}
