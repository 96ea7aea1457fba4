package dev.meridian.region.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.region.Trait;
import dev.meridian.region.incident.Incident;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomPlanTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  static LongStream seeds() {
    return LongStream.range(0, 120);
  }

  @Test
  void plan_upToSevenRegions_isTheBestThereIs() {
    int bandsOfSeveral = 0;
    for (long seed = 0; seed < 3_000; seed++) {
      PlanRequest request = RandomWorld.request(seed, 1 + (int) (seed % 7), 1 + (int) (seed % 3));
      Plan plan = WavePlanner.plan(request);

      assertThat(careful(request, plan)).as("seed " + seed).isEqualTo(BruteForce.waves(request));
      bandsOfSeveral += plan.waves().stream().anyMatch(w -> w.placements().size() > 1) ? 1 : 0;
    }
    assertThat(bandsOfSeveral).as("worlds whose waves hold several regions").isGreaterThan(150);
  }

  @Test
  void exactOrder_besideTheGreedyOne_coversSoonerInSomeWorlds() {
    int sooner = 0;
    for (long seed = 0; seed < 500; seed++) {
      List<Candidate> regions = Candidates.of(RandomWorld.request(seed, 8, 1));
      Leg leg = new Leg(regions, new TreeSet<>(), 0, 0, new WaveRules(3, Share.WHOLE));
      int exact = covered(leg, leg.waves());
      int greedy = covered(leg, leg.packed());
      assertThat(exact).as("seed " + seed).isLessThanOrEqualTo(greedy);
      sooner += exact < greedy ? 1 : 0;
    }
    assertThat(sooner).isPositive();
  }

  private static int covered(Leg leg, List<List<Candidate>> waves) {
    TreeSet<Trait> wanted = new TreeSet<>(leg.contested());
    int wave = 0;
    while (!wanted.isEmpty()) {
      waves.get(wave++).forEach(region -> wanted.removeAll(region.covers()));
    }
    return wave;
  }

  /**
   * Waves that are ordered by the objective: neither staging nor those pooled for lack of users.
   */
  private static List<List<String>> careful(PlanRequest request, Plan plan) {
    List<String> pooled =
        Candidates.of(request).stream()
            .filter(it -> it.presence().role() == Role.PRODUCTION && !it.judgeable())
            .map(it -> it.code().value())
            .toList();
    return plan.waves().stream()
        .filter(wave -> wave.group() != WaveGroup.STAGING)
        .map(RandomPlanTest::codes)
        .filter(wave -> Collections.disjoint(wave, pooled))
        .toList();
  }

  private static List<String> codes(Wave wave) {
    return wave.placements().stream()
        .map(placement -> placement.region().value())
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void plan_anyWorld_keepsEveryRule(long seed) {
    PlanRequest request = RandomWorld.request(seed, 2 + (int) seed % 40, 1 + (int) seed % 6);
    Plan plan = WavePlanner.plan(request);

    PlanRules rules = new PlanRules(request, plan);
    rules.everyRegionOnce();
    rules.groupsInOrder();
    rules.bandsAscendInEachGroup();
    rules.neverTwoOfAFailureDomainNorPeers();
    rules.capAndParallelism();
    rules.oneNewcomerInAWave();
    rules.firstOfBandAlone();
    rules.exposureGrowsToTheWhole();
    rules.bakesWithinFloorAndCeiling();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void plan_shuffledInput_isTheSame(long seed) {
    PlanRequest request = RandomWorld.request(seed, 2 + (int) seed % 20, 3);
    Random shuffle = new Random(seed);
    List<Region> regions = new ArrayList<>(request.catalog().regions());
    List<Presence> presences = new ArrayList<>(request.presences());
    List<Incident> incidents = new ArrayList<>(request.incidents());
    Collections.shuffle(regions, shuffle);
    Collections.shuffle(presences, shuffle);
    Collections.shuffle(incidents, shuffle);

    Plan shuffled =
        WavePlanner.plan(
            new PlanRequest(new RegionCatalog(regions), presences, request.policy(), incidents));

    assertThat(shuffled).isEqualTo(WavePlanner.plan(request));
  }

  @Test
  void plan_threeHundredRegions_takesItsTime() {
    for (int bands : List.of(1, 6, 25)) {
      PlanRequest request = RandomWorld.request(7, 300, bands);
      long best = Long.MAX_VALUE;
      for (int run = 0; run < 5; run++) {
        long start = THREADS.getCurrentThreadCpuTime();
        assertThat(WavePlanner.plan(request).regions()).hasSize(300);
        best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
      }
      System.out.printf("300 regions in %d bands: planned in %.1f ms of CPU%n", bands, best / 1e6);
    }
  }
}
