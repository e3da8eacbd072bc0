package dev.rapport.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.rapport.system", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule features_have_no_cycles =
      slices().matching("dev.rapport.system.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothing_knows_the_services =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.rapport.contacts..",
              "dev.rapport.events..",
              "dev.rapport.followup..",
              "dev.rapport.notification..",
              "dev.rapport.messaging..",
              "dev.rapport.access..");

  @ArchTest
  static final ArchRule the_checker_does_not_know_the_player =
      noClasses()
          .that()
          .resideInAPackage("..checker..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..player..");
}
