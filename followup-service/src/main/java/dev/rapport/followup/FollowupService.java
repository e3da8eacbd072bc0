package dev.rapport.followup;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class FollowupService {

  /** Starts it with the settings of the environment. */
  public static void main(String[] args) {
    SpringApplication.run(FollowupService.class, args);
  }
}
