package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.local.process.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root, in a folder with stand-ins for the JDKs and Maven. */
class ScriptIT {

  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cksum",
          "date",
          "dirname",
          "find",
          "mkdir",
          "readlink",
          "sed",
          "sh",
          "sort",
          "touch",
          "xargs");

  private static final List<String> JARS =
      List.of(
          "contracts",
          "messaging",
          "access",
          "pages",
          "deploy/local",
          "contacts-service",
          "events-service",
          "followup-service",
          "notification-service",
          "system-tests",
          "cli");

  @TempDir Path folder;

  private Path bin;

  @BeforeEach
  void copy() throws IOException {
    bin = Files.createDirectories(folder.resolve("bin"));
    for (var tool : TOOLS) {
      Files.createSymbolicLink(bin.resolve(tool), Path.of("/usr/bin", tool));
    }
    // The usual folders of this machine are none of the test's business.
    var script =
        Files.readString(Checkout.find().root().resolve("rapport"))
            .replace("/usr/lib/jvm/", folder + "/jvm/")
            .replace("/opt/", folder + "/opt/");
    program(folder.resolve("rapport"), script);
    Files.writeString(Files.createDirectories(folder.resolve("cli")).resolve("pom.xml"), "one");
  }

  @Test
  void it_finds_a_newer_jdk_when_the_default_one_is_too_old() throws Exception {
    program(bin.resolve("javac"), "#!/bin/sh\necho javac 17.0.1\n");
    jdk("jvm/java-17", "17.0.1");
    jdk("jvm/java-25", "25.0.1");
    maven();
    assertThat(rapport(0, "demo", "--exit"))
        .contains("Building", folder + "/jvm/java-25 runs", "dev.rapport.cli.Rapport demo --exit");
  }

  @Test
  void without_a_jdk_or_maven_it_says_what_to_install() throws Exception {
    jdk("jvm/java-17", "17.0.1");
    assertThat(rapport(2, "demo")).contains("no JDK 25 or newer was found; install one");
    jdk("jvm/java-26", "26");
    assertThat(rapport(2, "demo")).contains("Maven was not found; install it");
  }

  @Test
  void it_builds_again_only_when_sources_have_changed_or_something_is_gone() throws Exception {
    jdk("jvm/java-25", "25.0.1");
    maven();
    assertThat(rapport(0, "up")).contains("Building");
    assertThat(rapport(0, "up")).doesNotContain("Building").contains("Rapport up");
    Files.writeString(folder.resolve("cli/pom.xml"), "another");
    assertThat(rapport(0, "up")).contains("Building");
    for (var module : JARS) {
      Files.delete(folder.resolve(jar(module)));
      assertThat(rapport(0, "up")).as(module).contains("Building");
    }
  }

  @Test
  void test_hands_its_options_to_maven() throws Exception {
    jdk("jvm/java-25", "25.0.1");
    maven();
    assertThat(rapport(0, "test", "-pl", "cli")).contains("verify -pl cli");
  }

  @Test
  void help_needs_nothing() throws Exception {
    assertThat(rapport(0, "--help"))
        .contains("Usage: rapport", "demo", "up", "dead-letters", "test");
    assertThat(rapport(0, "test", "--help")).contains("Usage: rapport test");
  }

  private String rapport(int expected, String... words) throws Exception {
    var command = new ArrayList<>(List.of("/usr/bin/env", "-i", "PATH=" + bin));
    command.add(folder.resolve("rapport").toString());
    command.addAll(List.of(words));
    var program = Program.start(command, folder, Map.of());
    assertThat(program.exitCode()).as(program.said()).isEqualTo(expected);
    return program.said();
  }

  private void jdk(String home, String version) throws IOException {
    var programs = Files.createDirectories(folder.resolve(home).resolve("bin"));
    program(programs.resolve("javac"), "#!/bin/sh\necho javac " + version + "\n");
    program(programs.resolve("java"), "#!/bin/sh\necho $JAVA_HOME runs $*\n");
  }

  /** A Maven that leaves what a build leaves. */
  private void maven() throws IOException {
    var script = new StringBuilder("#!/bin/sh\necho $*\n");
    script.append("mkdir -p ").append(folder).append("/deploy/broker/target/lib\n");
    for (var module : JARS) {
      var target = folder.resolve(module).resolve("target");
      script.append("mkdir -p ").append(target).append("\n");
      script.append("touch ").append(target.resolve("classpath")).append("\n");
      script.append("touch ").append(folder.resolve(jar(module))).append("\n");
    }
    program(bin.resolve("mvn"), script.toString());
  }

  private static String jar(String module) {
    var name = Path.of(module).getFileName();
    return module + "/target/" + name + "-0.1.0-SNAPSHOT.jar";
  }

  private static void program(Path file, String script) throws IOException {
    Files.writeString(file, script);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }
}
