package dev.rapport.events;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.rapport.events",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule features_have_no_cycles =
      slices().matching("dev.rapport.events.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_life_knows_nothing_but_java =
      noClasses()
          .that()
          .resideInAPackage("..life")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("..life", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule the_model_knows_no_framework =
      noClasses()
          .that()
          .haveSimpleName("Event")
          .or()
          .haveSimpleName("Details")
          .or()
          .haveSimpleName("Policy")
          .or()
          .haveSimpleName("Attendance")
          .or()
          .haveSimpleName("Coverage")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "com.mongodb..", "org.bson..", "tools..", "io..");

  @ArchTest
  static final ArchRule messages_stay_at_the_edge =
      noClasses()
          .that()
          .haveNameMatching(".*(Messages|Changed|PersonErased)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson..");

  @ArchTest
  static final ArchRule time_comes_in =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule indexes_may_take_their_time =
      noClasses().should().callMethodWhere(target(nameMatching("createIndex(es)?")));
}
