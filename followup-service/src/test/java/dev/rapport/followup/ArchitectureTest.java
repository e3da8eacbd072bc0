package dev.rapport.followup;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.rapport.followup", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule features_have_no_cycles =
      slices()
          .matching("dev.rapport.followup.(*)..")
          .should()
          .beFreeOfCycles()
          // A generated template and the page that it shows name each other.
          .ignoreDependency(
              com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                  "..templates.."),
              com.tngtech.archunit.base.DescribedPredicate.alwaysTrue());

  @ArchTest
  static final ArchRule the_model_knows_no_framework =
      noClasses()
          .that()
          .resideInAPackage("..plan..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("dev.rapport.followup.plan..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule messages_stay_at_the_edge =
      noClasses()
          .that()
          .resideOutsideOfPackage("..hear..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "dev.rapport.followup.hear..");

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
