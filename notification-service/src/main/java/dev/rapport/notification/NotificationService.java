package dev.rapport.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Transports mails inside the windows it is given; decides nothing about whom or when. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NotificationService {

  /** Starts the service. */
  public static void main(String[] arguments) {
    SpringApplication.run(NotificationService.class, arguments);
  }
}
