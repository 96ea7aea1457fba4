package dev.meridian.region.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.ExampleDocuments;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamplePlanTest {
  @Test
  void example_isPlanned() {
    Plan plan =
        WavePlanner.plan(
            new PlanRequest(
                ExampleDocuments.catalog(),
                ExampleDocuments.presences(),
                ExampleDocuments.policy(),
                List.of()));

    for (Wave wave : plan.waves()) {
      System.out.println(
          wave.number() + " " + wave.group() + " exposed after: " + wave.exposedAfter());
      for (Placement p : wave.placements()) {
        System.out.println("   " + p.region() + " " + p.traffic() + " - " + p.reason().sentence());
        System.out.println("      " + p.bake().inputs());
      }
    }
    plan.findings().forEach(System.out::println);
    assertThat(plan.waves()).hasSizeBetween(8, 11);
  }
}
