package dev.meridian.region.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.region.Trait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What every plan must keep, whatever the world. */
record PlanRules(PlanRequest request, Plan plan, List<Candidate> candidates) {
  PlanRules(PlanRequest request, Plan plan) {
    this(request, plan, Candidates.of(request));
  }

  void everyRegionOnce() {
    assertThat(plan.regions())
        .containsExactlyInAnyOrderElementsOf(
            request.presences().stream().map(Presence::region).toList());
    for (int i = 0; i < plan.waves().size(); i++) {
      assertThat(plan.waves().get(i).number()).isEqualTo(i + 1);
    }
  }

  void groupsInOrder() {
    List<WaveGroup> groups = plan.waves().stream().map(Wave::group).toList();
    assertThat(groups).isSorted();
    for (Wave wave : plan.waves()) {
      Role role =
          switch (wave.group()) {
            case STAGING -> Role.STAGING;
            case CANARY -> Role.CANARY;
            case LOW_TRAFFIC, HIGH_TRAFFIC -> Role.PRODUCTION;
          };
      assertThat(wave.placements()).allMatch(placement -> placement.role() == role);
    }
  }

  void bandsAscendInEachGroup() {
    for (WaveGroup group : WaveGroup.values()) {
      List<TrafficBand> bands =
          placements(group).stream()
              .filter(placement -> candidate(placement).judgeable())
              .map(placement -> candidate(placement).band())
              .toList();
      assertThat(bands).isSorted();
    }
  }

  void neverTwoOfAFailureDomainNorPeers() {
    for (Wave wave : plan.waves()) {
      List<Region> regions = wave.placements().stream().map(p -> candidate(p).region()).toList();
      assertThat(regions).extracting(Region::failureDomain).doesNotHaveDuplicates();
      for (Region region : regions) {
        assertThat(regions)
            .noneMatch(other -> region.peers().contains(other.code()) && !other.equals(region));
      }
    }
  }

  void capAndParallelism() {
    for (Wave wave : plan.waves()) {
      int ppm = wave.placements().stream().mapToInt(placement -> placement.traffic().ppm()).sum();
      assertThat(wave.placements()).hasSizeLessThanOrEqualTo(request.policy().parallelism());
      assertThat(wave.placements().size() == 1 || ppm <= request.policy().blastRadius().ppm())
          .as("cap of wave " + wave.number())
          .isTrue();
    }
    assertThat(plan.findings().stream().filter(it -> it.contains("blast radius")).count())
        .isEqualTo(
            all().stream()
                .filter(p -> p.traffic().compareTo(request.policy().blastRadius()) > 0)
                .count());
  }

  void oneNewcomerInAWave() {
    TreeSet<Trait> covered = new TreeSet<>();
    for (Wave wave : plan.waves()) {
      List<Placement> newcomers =
          wave.placements().stream()
              .filter(placement -> !covered.containsAll(candidate(placement).covers()))
              .toList();
      assertThat(newcomers).hasSizeLessThanOrEqualTo(1);
      for (Placement placement : wave.placements()) {
        List<Trait> adds = new ArrayList<>(candidate(placement).covers());
        adds.removeAll(covered);
        assertThat(placement.reason().adds()).isEqualTo(adds);
      }
      wave.placements().forEach(placement -> covered.addAll(candidate(placement).covers()));
    }
  }

  void firstOfBandAlone() {
    TreeMap<Role, TreeSet<TrafficBand>> seen = new TreeMap<>();
    for (Wave wave : plan.waves()) {
      for (Placement placement : wave.placements()) {
        Candidate region = candidate(placement);
        boolean counts = placement.role() == Role.CANARY || region.judgeable();
        boolean first =
            counts
                && seen.computeIfAbsent(placement.role(), role -> new TreeSet<>())
                    .add(region.band());
        assertThat(placement.reason().firstOfBand()).isEqualTo(first);
        assertThat(!first || wave.placements().size() == 1).isTrue();
      }
    }
  }

  void exposureGrowsToTheWhole() {
    assertThat(plan.waves().stream().map(Wave::exposedAfter).toList()).isSorted();
    boolean anyUsers = request.presences().stream().anyMatch(it -> it.meanDemand() > 0);
    assertThat(plan.waves().getLast().exposedAfter())
        .isEqualTo(anyUsers ? Share.WHOLE : Share.NONE);
  }

  void bakesWithinFloorAndCeiling() {
    for (Placement placement : all()) {
      Duration floor =
          switch (placement.role()) {
            case STAGING -> Duration.ZERO;
            case CANARY -> request.policy().canaryBakeFloor();
            case PRODUCTION -> request.policy().bakeFloor();
          };
      Duration ceiling = placement.role().hasUsers() ? request.policy().bakeCeiling() : floor;
      assertThat(placement.bake().duration()).isBetween(floor, ceiling);
    }
  }

  private List<Placement> all() {
    return plan.waves().stream().flatMap(wave -> wave.placements().stream()).toList();
  }

  private List<Placement> placements(WaveGroup group) {
    return plan.waves().stream()
        .filter(wave -> wave.group() == group)
        .flatMap(wave -> wave.placements().stream())
        .toList();
  }

  private Candidate candidate(Placement placement) {
    return candidates.stream()
        .filter(it -> it.code().equals(placement.region()))
        .findFirst()
        .orElseThrow();
  }
}
