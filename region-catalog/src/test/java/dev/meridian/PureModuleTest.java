package dev.meridian;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Same input, same plan, on every JVM: what could break that is not allowed in here. */
@Timeout(60)
class PureModuleTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.meridian");

  @Test
  void module_dependsOn_theJdkAndAnnotationsOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "dev.meridian.document..",
                "dev.meridian.pace..",
                "dev.meridian.region..",
                "java.lang..",
                "java.math..",
                "java.net..",
                "java.time..",
                "java.util..",
                "org.jspecify.annotations..",
                "com.fasterxml.jackson.annotation.."))
        .because("a pure module can be tested, simulated and replayed without a world around it")
        .check(MAIN);
  }

  @Test
  void module_asksNoClockAndNoDice() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, Random.class, SplittableRandom.class, ThreadLocalRandom.class)
        .orShould()
        .accessTargetWhere(accessTo("now", Instant.class, LocalDateTime.class))
        .orShould()
        .accessTargetWhere(accessTo("currentTimeMillis", System.class))
        .orShould()
        .accessTargetWhere(accessTo("nanoTime", System.class))
        .orShould()
        .accessTargetWhere(accessTo("random", Math.class))
        .because("now is an argument, and the same request gives the same plan")
        .check(MAIN);
  }

  @Test
  void module_iteratesNoHashOrder() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(HashMap.class, HashSet.class)
        .orShould()
        .accessTargetWhere(accessTo("of", Set.class, Map.class))
        .orShould()
        .accessTargetWhere(accessTo("copyOf", Set.class, Map.class))
        .orShould()
        .accessTargetWhere(accessTo("groupingBy", Collectors.class))
        .orShould()
        .accessTargetWhere(accessTo("toMap", Collectors.class))
        .orShould()
        .accessTargetWhere(accessTo("toSet", Collectors.class))
        .orShould()
        .accessTargetWhere(accessTo("parallelStream", Collection.class, List.class))
        .because("Set.of and its like iterate differently in each JVM")
        .check(MAIN);
  }

  private static DescribedPredicate<JavaAccess<?>> accessTo(String name, Class<?>... owners) {
    List<String> names = List.of(owners).stream().map(Class::getName).toList();
    return new DescribedPredicate<>("access " + name + " of " + names) {
      @Override
      public boolean test(JavaAccess<?> access) {
        return access.getTarget().getName().equals(name)
            && names.contains(access.getTarget().getOwner().getName());
      }
    };
  }
}
