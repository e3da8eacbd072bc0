package dev.rapport.contacts;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** People, meetings and each person's contacts. */
@SpringBootApplication
public class ContactsService {

  /** Starts the service; its settings are in the README. */
  public static void main(String[] arguments) {
    SpringApplication.run(ContactsService.class, arguments);
  }
}
