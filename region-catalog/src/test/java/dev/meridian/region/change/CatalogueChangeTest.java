package dev.meridian.region.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.region.ExampleDocuments;
import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.region.change.RegionChange.GoesOnAsFrozen;
import dev.meridian.region.change.RegionChange.Skipped;
import dev.meridian.region.change.RegionChange.StaysWatched;
import dev.meridian.region.change.RegionChange.WaitsForNext;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.PlanRequest;
import dev.meridian.region.plan.Wave;
import dev.meridian.region.plan.WavePlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The example's eleven regions in ten waves, changed in the middle. */
@Timeout(20)
class CatalogueChangeTest {
  private static final PlanRequest FROZEN =
      new PlanRequest(
          ExampleDocuments.catalog(),
          ExampleDocuments.presences(),
          ExampleDocuments.policy(),
          List.of());
  private static final Plan PLAN = WavePlanner.plan(FROZEN);
  private static final RegionCode SEOUL = new RegionCode("ap-northeast-2");
  private static final RegionCode CAPE_TOWN = new RegionCode("af-south-1");

  @Test
  void documents_unchanged_changeNothing() {
    CatalogueChange change = after(3, FROZEN.catalog(), FROZEN.presences());

    assertThat(change).isEqualTo(new CatalogueChange(List.of(), PLAN, false));
  }

  @Test
  void region_leftBeforeItsWave_isSkipped_andTheRestIsPlannedAgain() {
    // Cape Town brings mobile-share=high; without it Dubai and then São Paulo are newcomers by it.
    CatalogueChange change = after(2, FROZEN.catalog(), without(CAPE_TOWN));

    assertThat(change.regions()).containsExactly(new Skipped(CAPE_TOWN, 3));
    assertThat(change.regions().getFirst().sentence())
        .isEqualTo("af-south-1 has left before wave 3: it is not gone to any more");
    assertThat(change.replanned()).isTrue();
    assertThat(codes(change.plan()))
        .startsWith("eu-west-3", "ca-central-1", "me-central-1")
        .doesNotContain("af-south-1");
    assertThat(change.plan().waves().subList(0, 2)).isEqualTo(PLAN.waves().subList(0, 2));
    assertThat(change.plan().waves()).extracting(Wave::number).isSorted().doesNotHaveDuplicates();
    assertThat(newcomersByWave(change.plan())).allMatch(newcomers -> newcomers <= 1);
    assertThat(change.plan().waves().getLast().exposedAfter()).isLessThan(Share.WHOLE);
  }

  @Test
  void region_leftAfterItsWaveBegan_staysWatched_andNothingIsPlannedAgain() {
    for (int begun = 3; begun <= PLAN.waves().size(); begun++) {
      CatalogueChange change = after(begun, FROZEN.catalog(), without(CAPE_TOWN));

      assertThat(change.regions()).containsExactly(new StaysWatched(CAPE_TOWN, 3));
      assertThat(change.plan()).isEqualTo(PLAN);
      assertThat(change.replanned()).isFalse();
    }
    assertThat(new StaysWatched(CAPE_TOWN, 3).sentence())
        .isEqualTo(
            "af-south-1 has left after wave 3 began: it is watched to the end, and taken back with"
                + " the others");
  }

  @Test
  void region_goneFromTheCatalogue_hasLeft() {
    List<Region> others = new ArrayList<>(FROZEN.catalog().regions());
    others.removeIf(region -> region.code().equals(SEOUL));

    CatalogueChange change = after(0, new RegionCatalog(others), FROZEN.presences());

    assertThat(change.regions()).containsExactly(new Skipped(SEOUL, 5));
  }

  @Test
  void region_joinedOrCameBack_waitsForTheNextRelease() {
    PlanRequest smaller =
        new PlanRequest(FROZEN.catalog(), without(SEOUL), FROZEN.policy(), List.of());
    Plan small = WavePlanner.plan(smaller);
    RunningPlan joined = new RunningPlan(smaller, small, small, 1);
    RunningPlan cameBack =
        new RunningPlan(FROZEN, PLAN, after(1, FROZEN.catalog(), without(SEOUL)).plan(), 2);

    for (RunningPlan running : List.of(joined, cameBack)) {
      CatalogueChange change = CatalogueChange.of(running, FROZEN.catalog(), FROZEN.presences());

      assertThat(change)
          .isEqualTo(new CatalogueChange(List.of(new WaitsForNext(SEOUL)), running.plan(), false));
    }
    assertThat(new WaitsForNext(SEOUL).sentence())
        .isEqualTo(
            "ap-northeast-2 has joined: this release leaves it alone, the next one goes there");
  }

  @Test
  void region_skippedOnce_isNotGoneToWhenAnotherLeavesLater() {
    Plan withoutSeoul = after(1, FROZEN.catalog(), without(SEOUL)).plan();
    RunningPlan running = new RunningPlan(FROZEN, PLAN, withoutSeoul, 2);

    CatalogueChange change =
        CatalogueChange.of(running, FROZEN.catalog(), without(SEOUL, CAPE_TOWN));

    assertThat(change.regions()).containsExactly(new Skipped(CAPE_TOWN, 3), new Skipped(SEOUL, 5));
    assertThat(change.plan().regions()).doesNotContain(SEOUL, CAPE_TOWN).hasSize(9);
  }

  @Test
  void answer_thatWasFollowed_isGivenAgain_andAsksForNothingMore() {
    CatalogueChange first = after(2, FROZEN.catalog(), without(SEOUL, CAPE_TOWN));

    for (int begun = 2; begun <= first.plan().waves().size(); begun++) {
      RunningPlan followed = new RunningPlan(FROZEN, PLAN, first.plan(), begun);
      assertThat(CatalogueChange.of(followed, FROZEN.catalog(), without(SEOUL, CAPE_TOWN)))
          .isEqualTo(new CatalogueChange(first.regions(), first.plan(), false));
    }
  }

  @Test
  void everyRegionThatWaits_left_leavesOnlyWhatHasBegun() {
    List<Presence> staging =
        FROZEN.presences().stream().filter(presence -> !presence.role().hasUsers()).toList();

    CatalogueChange change = after(1, FROZEN.catalog(), staging);

    assertThat(change.regions()).hasSize(10).allMatch(Skipped.class::isInstance);
    assertThat(change.plan().waves()).isEqualTo(PLAN.waves().subList(0, 1));
  }

  @Test
  void region_describedOtherwise_goesOnAsFrozen_andIsListed() {
    Region seoul = FROZEN.catalog().region(SEOUL);
    TreeMap<String, String> traits = new TreeMap<>(seoul.traits());
    traits.put("hardware", "arm64");
    List<String> laws = seoul.mayReceiveFrom();

    CatalogueChange wider = withSeoul(changed("elsewhere", traits, withLaw(laws, "nz")));
    CatalogueChange narrower = withSeoul(changed(seoul.cluster(), seoul.traits(), List.of("kr")));
    CatalogueChange renamed = withSeoul(changed(seoul.cluster(), seoul.traits(), laws));

    assertThat(wider.regions())
        .containsExactly(
            new GoesOnAsFrozen(SEOUL, List.of("cluster", "mayReceiveFrom", "traits"), false));
    assertThat(wider.plan()).isEqualTo(PLAN);
    assertThat(narrower.regions())
        .containsExactly(new GoesOnAsFrozen(SEOUL, List.of("mayReceiveFrom"), true));
    assertThat(narrower.regions().getFirst().sentence())
        .isEqualTo(
            "ap-northeast-2 is described otherwise now (mayReceiveFrom): this release goes on as"
                + " frozen; it may receive fewer users now, and a person has to decide about"
                + " evacuations");
    assertThat(renamed.regions()).isEmpty();
  }

  @Test
  void nonsense_isRefused() {
    assertThatThrownBy(() -> new RunningPlan(FROZEN, PLAN, PLAN, 11))
        .hasMessage("waves begun should be 0 to 10: was 11");
    assertThatThrownBy(() -> new GoesOnAsFrozen(SEOUL, List.of(), false))
        .hasMessageContaining("nothing differs");
  }

  private static CatalogueChange after(int begun, RegionCatalog catalog, List<Presence> presences) {
    return CatalogueChange.of(new RunningPlan(FROZEN, PLAN, PLAN, begun), catalog, presences);
  }

  private static CatalogueChange withSeoul(Region seoul) {
    List<Region> regions = new ArrayList<>(FROZEN.catalog().regions());
    regions.replaceAll(region -> region.code().equals(SEOUL) ? seoul : region);
    return after(2, new RegionCatalog(regions), FROZEN.presences());
  }

  private static Region changed(
      String cluster, SortedMap<String, String> traits, List<String> mayReceiveFrom) {
    Region seoul = FROZEN.catalog().region(SEOUL);
    return new Region(
        SEOUL,
        "서울",
        seoul.zone(),
        seoul.position(),
        cluster,
        seoul.metrics(),
        seoul.registry(),
        seoul.failureDomain(),
        seoul.peers(),
        seoul.jurisdiction(),
        mayReceiveFrom,
        traits);
  }

  private static List<String> withLaw(List<String> laws, String another) {
    List<String> more = new ArrayList<>(laws);
    more.add(another);
    return more;
  }

  private static List<Presence> without(RegionCode... codes) {
    return FROZEN.presences().stream()
        .filter(presence -> !List.of(codes).contains(presence.region()))
        .toList();
  }

  private static List<String> codes(Plan plan) {
    return plan.regions().stream().map(RegionCode::value).toList();
  }

  private static List<Long> newcomersByWave(Plan plan) {
    return plan.waves().stream()
        .map(wave -> wave.placements().stream().filter(p -> !p.reason().adds().isEmpty()).count())
        .toList();
  }
}
