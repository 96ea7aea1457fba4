package dev.meridian.region.plan;

import static dev.meridian.region.plan.SmallWorld.waves;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.region.Presence;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.region.Trait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WavePlannerTest {
  private final SmallWorld world = new SmallWorld();

  @Test
  void groups_goFromStagingToHighTraffic() {
    world.production("big", 200, "latin").production("small", 40, "latin");
    world.canary("brave", 30, "latin").staging("dry");

    Plan plan = world.plan();

    assertThat(waves(plan)).containsExactly("dry", "brave", "small", "big");
    assertThat(plan.waves())
        .extracting(Wave::group)
        .containsExactly(
            WaveGroup.STAGING, WaveGroup.CANARY, WaveGroup.LOW_TRAFFIC, WaveGroup.HIGH_TRAFFIC);
  }

  @Test
  void stagingPresences_goTogetherWithinParallelism() {
    world.staging("s1").staging("s2").staging("s3").staging("s4").canary("c", 30, "latin");

    assertThat(waves(world.plan())).containsExactly("s1 s2 s3", "s4", "c");
  }

  @Test
  void oneRegionAlone_isLowTraffic() {
    Plan plan = world.production("only", 300, "latin").plan();

    assertThat(plan.waves().getFirst().group()).isEqualTo(WaveGroup.LOW_TRAFFIC);
    assertThat(plan.findings())
        .containsExactly(
            "only has 100.0 % of traffic, more than the blast radius of 50.0 %: it goes alone;"
                + " move its users over in steps, or approve it by name",
            "no staging presence: users are the first to meet the revision",
            "no canary presence: the first users have not agreed to come first");
  }

  @Test
  void acceleration_withinABand_isOneThenTwoThenThree() {
    for (String code : List.of("a", "b", "c", "d", "e", "f")) {
      world.production(code, 40, "latin");
    }
    PlanPolicy five = policy(5, 1);

    assertThat(waves(world.plan(five))).containsExactly("a", "b c", "d e f");
    assertThat(waves(world.plan(policy(1, 1)))).containsExactly("a", "b", "c", "d", "e", "f");
  }

  @Test
  void acceleration_newBand_startsAloneAgain() {
    world.production("a", 40, "latin").production("b", 40, "latin").production("c", 40, "latin");
    world.production("d", 70, "latin").production("e", 70, "latin").production("f", 70, "latin");

    assertThat(waves(world.plan())).containsExactly("a", "b c", "d", "e f");
  }

  @Test
  void newValues_twoInABand_neverShareAWave() {
    world.production("a", 40, "latin").production("b", 41, "hangul").production("c", 42, "kanji");
    world.production("d", 43, "latin");

    Plan plan = world.plan(policy(3, 1));

    assertThat(plan.waves())
        .allMatch(wave ->
            wave.placements().stream().filter(p -> !p.reason().adds().isEmpty()).count() <= 1);
  }

  @Test
  void valueSharedByOthers_isCoveredBeforeItDelaysThem() {
    world.production("a", 40, "latin").production("b", 41, "hangul").production("c", 42, "hangul");
    world
        .production("x1", 1000, "latin")
        .production("x2", 1000, "latin")
        .production("x3", 1000, "latin");

    // Alphabetical or by size, "a" would be first, and "b" and "c" would wait for two more waves.
    assertThat(waves(world.plan(policy(3, 1))).subList(0, 2)).containsExactly("b", "a c");
  }

  @Test
  void failureDomain_twoRegions_neverShareAWave() {
    world.production("a", 40, "latin").production("b", 40, "latin").failingWith("z");
    world.production("c", 40, "latin").failingWith("z");

    assertThat(waves(world.plan(policy(3, 1)))).containsExactly("b", "a c");
  }

  @Test
  void peers_neverShareAWave_whoeverNamesTheOther() {
    world.production("a", 40, "latin").production("b", 40, "latin");
    world.production("c", 40, "latin").evacuatingTo("b");

    assertThat(waves(world.plan(policy(3, 1)))).containsExactly("b", "a c");
  }

  @Test
  void cap_limitsTrafficOfAWave() {
    world.production("a", 40, "latin").production("b", 40, "latin").production("c", 40, "latin");

    assertThat(waves(world.plan(policy(3, 0.6)))).containsExactly("a", "b", "c");
    assertThat(waves(world.plan(policy(3, 0.7)))).containsExactly("a", "b c");
  }

  @Test
  void cap_exactlyMet_isNoFinding() {
    world.production("a", 50, "latin").production("b", 50, "latin");

    assertThat(world.plan(policy(1, 0.5)).findings()).noneMatch(it -> it.contains("blast radius"));
    assertThat(world.plan(policy(1, 0.49)).findings())
        .filteredOn(it -> it.contains("blast radius"))
        .hasSize(2);
  }

  @Test
  void tooFewUsers_comeLastOfLowTraffic_togetherAndNamed() {
    world.production("a", 40, "latin").production("b", 500, "latin").production("c", 500, "latin");
    world.production("quiet", 0, "hangul").production("tiny", 0.001, "arabic");

    Plan plan = world.plan();

    assertThat(waves(plan)).containsExactly("a", "quiet tiny", "b", "c");
    Placement quiet = plan.waves().get(1).placements().getFirst();
    assertThat(quiet.reason().adds()).isEmpty();
    assertThat(quiet.reason().sentence())
        .isEqualTo(
            "second: not judgeable alone, covers nothing; 0.0 % of traffic; similar to nobody yet");
    assertThat(quiet.bake().inputs().getFirst())
        .isEqualTo("1 d: policy ceiling, shorter than the bake asks");
    assertThat(plan.findings())
        .contains(
            "quiet is not judgeable alone: it has too few users for 489 requests within the bake"
                + " ceiling of 1 d; allow a longer ceiling, a larger detectable rise, or a pass on"
                + " checks by name");
  }

  @Test
  void highTraffic_unlikeAnySmaller_isAFinding() {
    world.production("a", 40, "latin").production("b", 200, "latin").production("c", 300, "kanji");

    List<String> findings = world.plan().findings();

    assertThat(findings.getFirst()).startsWith("c has 55.6 % of traffic, more than the blast");
    assertThat(findings.get(1))
        .isEqualTo(
            "c has high traffic (55.6 %) and no low-traffic region before it is similar enough:"
                + " none has a trait in common with it; it needs an approval");
    assertThat(findings).noneMatch(finding -> finding.startsWith("b "));
  }

  @Test
  void traitThatCounts_notStated_isAFinding() {
    world.production("a", 40, "").production("b", 40, "latin");

    Plan plan = world.plan(policy(1, 1));

    assertThat(plan.findings()).contains("trait script counts as risk, but is not stated by a");
    assertThat(plan.waves().getFirst().placements().getFirst().reason().adds())
        .contains(new Trait("script", "unstated"));
  }

  @Test
  void reason_saysWhatItAddsAndWhomItIsLike() {
    world.canary("brave", 30, "latin").production("a", 40, "latin").production("b", 45, "latin");
    world.production("k", 46, "hangul");
    world.production("x", 600, "latin").production("y", 600, "latin").production("z", 600, "latin");

    PlacementReason k =
        world.plan().waves().stream()
            .flatMap(wave -> wave.placements().stream())
            .filter(placement -> placement.region().equals(new RegionCode("k")))
            .map(Placement::reason)
            .findFirst()
            .orElseThrow();

    assertThat(k.adds()).containsExactly(new Trait("script", "hangul"));
    assertThat(k.similarTo()).contains(new RegionCode("a"));
    assertThat(k.similarity()).isEqualTo(Share.ofFraction(0.5));
    assertThat(k.sentence())
        .isEqualTo("third: adds script=hangul; 2.3 % of traffic; like a in 50.0 %");
  }

  @Test
  void request_unknownOrDoubledRegion_isRefused() {
    world.production("a", 40, "latin").production("b", 40, "latin");
    PlanRequest good = world.request(SmallWorld.POLICY);
    List<Presence> twice = new ArrayList<>(good.presences());
    twice.addAll(good.presences());

    assertThatThrownBy(() -> new PlanRequest(good.catalog(), twice, SmallWorld.POLICY, List.of()))
        .hasMessage("two presences in a");
    assertThatThrownBy(() ->
            new PlanRequest(
                new RegionCatalog(List.of()), good.presences(), SmallWorld.POLICY, List.of()))
        .hasMessage("no region a in the catalogue");
  }

  @Test
  void service_nowhere_hasAnEmptyPlan() {
    assertThat(world.plan().waves()).isEmpty();
  }

  private static PlanPolicy policy(int parallelism, double blastRadius) {
    return new PlanPolicy(
        List.of("script"),
        Duration.ofHours(12),
        Duration.ofHours(2),
        Duration.ofDays(1),
        false,
        2,
        parallelism,
        Share.ofFraction(blastRadius),
        Share.ofFraction(0.5));
  }
}
