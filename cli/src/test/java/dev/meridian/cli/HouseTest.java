package dev.meridian.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/**
 * The arrows of the house, where the class path alone does not keep them: only this module sees all
 * others.
 */
class HouseTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.meridian");

  @Test
  void api_neverSeesWorkersOrClustersOrTheCloud() {
    noClasses()
        .that()
        .resideInAPackage("dev.meridian.api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.meridian.worker..",
            "dev.meridian.sandbox..",
            "io.fabric8..",
            "software.amazon.awssdk..")
        .because("how people ask must not know how things are done")
        .check(HOUSE);
  }

  @Test
  void product_neverSeesTheSandbox() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.meridian.worker..",
            "dev.meridian.api..",
            "dev.meridian.ledger..",
            "dev.meridian.workflow..",
            "dev.meridian.activity..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.meridian.sandbox..", "dev.meridian.cli..")
        .because("the product talks to the sandbox as to the real thing, by address only")
        .check(HOUSE);
  }

  @Test
  void sandbox_neverSeesTheProduct() {
    noClasses()
        .that()
        .resideInAPackage("dev.meridian.sandbox..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.meridian.release..",
            "dev.meridian.service..",
            "dev.meridian.gate..",
            "dev.meridian.ledger..",
            "dev.meridian.workflow..",
            "dev.meridian.worker..",
            "dev.meridian.api..")
        .because("a world that knew the product could please it")
        .check(HOUSE);
  }

  @Test
  void decisionsAndWorkflows_useNoClockChanceOrHashOrder() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.meridian.workflow..",
            "dev.meridian.release..",
            "dev.meridian.gate..",
            "dev.meridian.service..",
            "dev.meridian.evacuation..",
            "dev.meridian.runbook..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.util.Random.class)
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.HashMap")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.HashSet")
        .because("a replay must give the same commands on every JVM")
        .check(HOUSE);
  }

  @Test
  void packages_haveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("dev.meridian.(release|gate|service|evacuation|failure|region|document|pace)..")
        .should()
        .beFreeOfCycles()
        .because("the pure core is read from the bottom up")
        .check(HOUSE);
  }
}
