package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedPartsIT {

  @TempDir Path folder;

  @Test
  void the_demo_refuses_a_mail_server_of_others_before_anything_starts() throws Exception {
    var demo = Program.rapport(folder, Map.of("RAPPORT_SMTP", "mail.example.org:25"), "demo");
    assertThat(demo.exitCode()).isEqualTo(2);
    assertThat(demo.said()).startsWith("The demo reads its mails").contains("unset RAPPORT_SMTP");
  }

  @Test
  void a_part_that_is_named_without_a_port_is_told_in_a_sentence() throws Exception {
    var up = Program.rapport(folder, Map.of("RAPPORT_SMTP", "mail.example.org"), "up");
    assertThat(up.exitCode()).isEqualTo(2);
    assertThat(up.said())
        .isEqualToIgnoringNewLines(
            "rapport: RAPPORT_SMTP is not host:port; set it so, or unset it.");
  }
}
