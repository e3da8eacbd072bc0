package dev.rapport.messaging;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.bson.UuidRepresentation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Gives each service its clocks, ids, inbox, publisher and claims, and the binder its manners. */
@AutoConfiguration(after = {KafkaAutoConfiguration.class, MongoAutoConfiguration.class})
@EnableConfigurationProperties({TimeSettings.class, WorkSettings.class, InstallationSettings.class})
class MessagingConfiguration {

  private static final long SHUTDOWN_MILLIS = 30_000;
  private static final Duration UNTIL_LET_IN = Duration.ofSeconds(10);

  @Bean
  MachineClock machineClock() {
    return MachineClock.system();
  }

  @Bean
  EventClock eventClock(TimeSettings settings, MachineClock machine) {
    return new ScaledClock(settings, machine);
  }

  @Bean
  Ids ids(InstallationSettings settings) {
    return new Ids(Objects.requireNonNull(settings.key()));
  }

  @Bean
  Claims claims(MachineClock clock, WorkSettings settings) {
    return new Claims(clock, settings.claimExpiry());
  }

  @Bean
  MongoClientSettingsBuilderCustomizer patientMongo() {
    return settings ->
        settings
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .writeConcern(WriteConcern.MAJORITY)
            .timeout(20, TimeUnit.SECONDS);
  }

  @Bean
  MongoDatabase database(MongoClient client, MongoProperties properties) {
    return client.getDatabase(properties.getMongoClientDatabase());
  }

  @Bean
  Watch watch(ObjectProvider<MeterRegistry> meters, MachineClock clock) {
    return new Watch(meters.getIfAvailable(SimpleMeterRegistry::new), clock);
  }

  @Bean
  Repeater watchLoop(WorkSettings settings, Watch watch) {
    return new Repeater("watch", settings.retryAfter(), watch::look);
  }

  @Bean
  Trails trails(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
    return new Trails(
        tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
  }

  @Bean
  Publisher publisher(
      KafkaProperties kafka,
      MachineClock clock,
      Watch watch,
      @Value("${spring.application.name}") String service) {
    var producer = kafka.buildProducerProperties();
    producer.put(ProducerConfig.ACKS_CONFIG, "all");
    var factory =
        new DefaultKafkaProducerFactory<byte[], byte[]>(
            producer,
            new org.apache.kafka.common.serialization.ByteArraySerializer(),
            new org.apache.kafka.common.serialization.ByteArraySerializer());
    return new Publisher(
        new KafkaTemplate<>(factory), json(), new CloudEvents("/" + service, clock), watch);
  }

  @Bean
  Inbox inbox(
      Publisher publisher,
      ObjectProvider<MeterRegistry> meters,
      MachineClock clock,
      @Value("${spring.application.name}") String service) {
    var registry = meters.getIfAvailable(SimpleMeterRegistry::new);
    var letters = new DeadLetters(publisher, service, registry);
    return new Inbox(new Reader(json()), letters, new Waits(registry, clock));
  }

  @Bean
  RawRecords rawRecords() {
    return new RawRecords();
  }

  /** Whatever a handler throws means: all of it again, with growing pauses, without end. */
  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> endlessRetry() {
    return (container, destination, group) -> {
      var backOff = new ExponentialBackOff(100, 2);
      backOff.setMaxInterval(5_000);
      var handler =
          new DefaultErrorHandler(
              (record, e) -> {
                throw new IllegalStateException("A record is never given up", e);
              },
              backOff);
      handler.setClassifications(Map.of(), true);
      container.setCommonErrorHandler(handler);
      container.getContainerProperties().setShutdownTimeout(SHUTDOWN_MILLIS);
      // Without it a reader whose rights come later than itself would stop for good.
      container.getContainerProperties().setAuthExceptionRetryInterval(UNTIL_LET_IN);
    };
  }

  /** Readers ignore fields they do not know, so that a newer writer can add some. */
  static JsonMapper json() {
    return JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .changeDefaultPropertyInclusion(
            i ->
                i.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
        .build();
  }
}
