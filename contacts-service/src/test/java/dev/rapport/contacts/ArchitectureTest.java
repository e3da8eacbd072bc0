package dev.rapport.contacts;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.rapport.contacts", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule features_have_no_cycles =
      slices().matching("dev.rapport.contacts.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_model_knows_no_framework =
      noClasses()
          .that()
          .haveNameMatching(".*\\.(Person|Consent|Profile|Pair|Report|Badge|EventTimes|Erasure)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "org.bson..", "com.mongodb..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule messages_stay_at_the_edge =
      noClasses()
          .that()
          .haveNameNotMatching(".*(Work|Listener)")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule erasures_go_by_machine_time =
      noClasses()
          .that()
          .resideInAPackage("..erasure..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(dev.rapport.messaging.EventClock.class);

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
