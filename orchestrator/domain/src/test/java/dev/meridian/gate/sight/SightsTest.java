package dev.meridian.gate.sight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.document.Reading;
import dev.meridian.region.CatalogReader;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.PlanRequest;
import dev.meridian.region.plan.WavePlanner;
import dev.meridian.service.ServiceReader;
import dev.meridian.service.ServiceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The world of thirty-one regions: thirty with users, two ratio gates. */
@Timeout(60)
class SightsTest {
  private static final RegionCatalog CATALOG =
      valid(CatalogReader.read(tree("worldwide/catalog.yaml")));
  private static final ServiceSpec SERVICE =
      valid(ServiceReader.read(tree("worldwide/catalog-search.yaml"), CATALOG));
  private static final Plan PLAN =
      WavePlanner.plan(new PlanRequest(CATALOG, SERVICE.presences(), SERVICE.plan(), List.of()));
  private static final List<GateSight> SIGHTS =
      new Sights(
              SERVICE.presences(), SERVICE.gates(), SERVICE.release().alpha(), Baselines.assumed())
          .of(PLAN);

  @Test
  void everyRegionWithUsers_everyRatioGate_hasASight() {
    assertThat(SIGHTS).hasSize(60);
    assertThat(SIGHTS.getFirst().region()).isEqualTo(new RegionCode("ca-central-1"));
    assertThat(SIGHTS).allMatch(sight -> sight.smallestRise().isPresent());
  }

  @Test
  void canary_isComparedWithEverybodyElse_andFindsSmallRises() {
    GateSight canary = SIGHTS.getFirst();

    assertThat(canary.control()).hasSize(29).doesNotContain(canary.region());
    assertThat(canary.controlRatio()).isGreaterThan(50);
    assertThat(canary.within()).isEqualTo(Duration.ofDays(2));
    assertThat(canary.smallestRise().orElseThrow()).isBetween(1.0, 1.3);
    assertThat(canary.tenfoldAfter().orElseThrow()).isLessThan(Duration.ofMinutes(2));
    assertThat(canary.sentence())
        .startsWith("errors in ca-central-1 finds a rise of 1.")
        .contains(" x within its bake of 48 h, a tenfold one after ")
        .contains("(29 regions to compare with, ");
  }

  @Test
  void lastWave_nobodyIsUntouched_passedRegionsAreItsControl() {
    GateSight last = SIGHTS.getLast();

    assertThat(last.region()).isEqualTo(new RegionCode("us-east-1"));
    assertThat(last.control()).hasSize(29);
  }

  @Test
  void companionsOfAWave_areNobodysControl() {
    for (GateSight sight : SIGHTS) {
      List<RegionCode> companions =
          PLAN.waves().stream()
              .map(wave -> wave.placements().stream().map(it -> it.region()).toList())
              .filter(regions -> regions.contains(sight.region()))
              .findFirst()
              .orElseThrow();
      assertThat(sight.control()).doesNotContainAnyElementsOf(companions);
    }
  }

  @Test
  void twoRegionsOnly_haveNoControl_andTheCeilingAlone() {
    List<RegionCode> two = List.of(new RegionCode("ca-central-1"), new RegionCode("us-east-1"));
    var presences = SERVICE.presences().stream().filter(it -> two.contains(it.region())).toList();
    Plan plan = WavePlanner.plan(new PlanRequest(CATALOG, presences, SERVICE.plan(), List.of()));

    List<GateSight> sights =
        new Sights(presences, SERVICE.gates(), SERVICE.release().alpha(), Baselines.assumed())
            .of(plan);

    assertThat(sights).hasSize(4).allMatch(sight -> sight.control().isEmpty());
    assertThat(sights.getFirst().tenfoldAfter()).isEmpty();
    assertThat(sights.getFirst().smallestRise().orElseThrow()).isGreaterThan(10);
    assertThat(sights.getFirst().sentence()).endsWith("(no control, the ceiling only)");
  }

  private static Map<String, @Nullable Object> tree(String file) {
    Path path = Path.of(System.getProperty("house.root", "../.."), "docs/examples", file);
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T valid(Reading<T> reading) {
    return switch (reading) {
      case Reading.Valid<T>(T value) -> value;
      case Reading.Invalid<T> invalid -> throw new AssertionError(invalid.problems().toString());
    };
  }
}
