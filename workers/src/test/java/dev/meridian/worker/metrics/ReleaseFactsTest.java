package dev.meridian.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.bake.Standing;
import dev.meridian.gate.change.OutsideChange;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.knowledge.RecordedChange;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.region.change.RegionChange;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.worker.frozen.FrozenExample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ReleaseFactsTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final RegionCode CAPE = new RegionCode("af-south-1");
  private static final RegionCode DUBAI = new RegionCode("me-central-1");
  private static final RegionCode MUMBAI = new RegionCode("ap-south-1");

  private final List<Recorded<ReleaseEvent>> history = new ArrayList<>();

  private void at(int minute, ReleaseEvent event) {
    history.add(new Recorded<>(history.size() + 1, START.plusSeconds(60L * minute), event));
  }

  private Standing standing(RegionCode region, int minute) {
    return new ReleaseFacts(history)
        .standings(FrozenExample.checkout().of(BakeScene.SEOUL), START.plusSeconds(60L * minute))
        .getOrDefault(region, Standing.UNSUITABLE);
  }

  @Test
  void standings_ofAnInstant_knowOnlyWhatHadHappened() {
    at(0, new ReleaseEvent.WaveStarted(1, List.of(CAPE), "first"));
    at(10, new RegionEvent.RegionEnded(CAPE, 1, RegionEnd.PASSED, "bake over"));

    assertThat(standing(CAPE, -1)).isEqualTo(Standing.UNTOUCHED);
    assertThat(standing(CAPE, 0)).isEqualTo(Standing.UNSUITABLE);
    assertThat(standing(CAPE, 9)).isEqualTo(Standing.UNSUITABLE);
    assertThat(standing(CAPE, 10)).isEqualTo(Standing.PASSED);
    assertThat(standing(DUBAI, 10)).isEqualTo(Standing.UNTOUCHED);
  }

  @Test
  void standings_regionThatIsSkipped_isUnsuitable_andOneThatIsOnlyDescribedOtherwiseIsNot() {
    at(
        5,
        new ReleaseEvent.CatalogueChanged(
            2,
            1,
            List.of(
                new RegionChange.Skipped(CAPE, 3),
                new RegionChange.GoesOnAsFrozen(DUBAI, List.of("capacity"), false)),
            Optional.empty(),
            "because"));

    assertThat(standing(CAPE, 4)).isEqualTo(Standing.UNTOUCHED);
    assertThat(standing(CAPE, 5)).isEqualTo(Standing.UNSUITABLE);
    assertThat(standing(DUBAI, 5)).isEqualTo(Standing.UNTOUCHED);
  }

  @Test
  void standings_whereTheOlderReleaseChanges_areUnsuitable_andWhereItPassedRunTheIncumbent() {
    at(0, new ReleaseEvent.WaveStarted(3, List.of(CAPE), "on its way"));
    at(10, new RegionEvent.RegionEnded(CAPE, 1, RegionEnd.PASSED, "bake over"));
    at(10, new ReleaseEvent.WaveStarted(4, List.of(DUBAI), "on its way"));

    assertThat(standings(new ReleaseFacts(List.of(), history, List.of()), 10))
        .containsEntry(CAPE, Standing.UNTOUCHED)
        .containsEntry(DUBAI, Standing.UNSUITABLE)
        .containsEntry(MUMBAI, Standing.UNTOUCHED);
  }

  @Test
  void standings_whereTheYoungerReleaseIs_areUnsuitable() {
    at(0, new ReleaseEvent.WaveStarted(2, List.of(CAPE), "first"));
    at(10, new RegionEvent.RegionEnded(CAPE, 1, RegionEnd.PASSED, "bake over"));
    at(20, new ReleaseEvent.YoungerEntered(FrozenExample.NEXT_RELEASE, List.of(CAPE), "next"));

    assertThat(standing(CAPE, 19)).isEqualTo(Standing.PASSED);
    assertThat(standing(CAPE, 20)).isEqualTo(Standing.UNSUITABLE);
  }

  @Test
  void exposure_whereAYoungerReleaseHasBeen_beginsAgainWhenItHasLeft() {
    RegionAttempt cape = FrozenExample.attempt("af-south-1");
    at(0, new ReleaseEvent.WaveStarted(2, List.of(CAPE), "first"));
    at(1, new RegionEvent.DeployIntended(CAPE, 1, "manifests"));
    at(2, new RegionEvent.Deployed(CAPE, 1, START.plusSeconds(90)));
    at(20, new ReleaseEvent.YoungerEntered(FrozenExample.NEXT_RELEASE, List.of(CAPE), "next"));
    assertThat(new ReleaseFacts(history).exposedAt(cape)).contains(START.plusSeconds(90));

    at(50, new ReleaseEvent.YoungerLeft(FrozenExample.NEXT_RELEASE, "it was taken back"));
    assertThat(new ReleaseFacts(history).exposedAt(cape)).contains(START.plusSeconds(50 * 60));
    assertThat(new ReleaseFacts(history).touchedAt(cape)).contains(START.plusSeconds(50 * 60));
  }

  private static SortedMap<RegionCode, Standing> standings(ReleaseFacts facts, int minute) {
    return facts.standings(
        FrozenExample.checkout().of(BakeScene.SEOUL), START.plusSeconds(60L * minute));
  }

  private static Standing beside(OutsideChange change, int minute) {
    RecordedChange recorded = new RecordedChange(1, change, "anna", START.plusSeconds(120));
    return new ReleaseFacts(List.of(), List.of(), List.of(recorded))
        .standings(FrozenExample.checkout().of(BakeScene.SEOUL), START.plusSeconds(60L * minute))
        .getOrDefault(CAPE, Standing.UNSUITABLE);
  }

  private static OutsideChange flag(Optional<Instant> until, Optional<ServiceName> service) {
    return new OutsideChange(
        OutsideChange.Kind.FLAG, List.of(CAPE), START, until, "new basket", service);
  }

  @Test
  void standings_regionUnderAChange_isUnsuitableFromWhenItIsKnownToItsEnd() {
    OutsideChange change = flag(Optional.of(START.plusSeconds(1_200)), Optional.empty());

    assertThat(beside(change, 1)).isEqualTo(Standing.UNTOUCHED);
    assertThat(beside(change, 2)).isEqualTo(Standing.UNSUITABLE);
    assertThat(beside(change, 19)).isEqualTo(Standing.UNSUITABLE);
    assertThat(beside(change, 20)).isEqualTo(Standing.UNTOUCHED);
  }

  @Test
  void standings_changeWithoutEnd_disturbsForFiveMinutes() {
    assertThat(beside(flag(Optional.empty(), Optional.empty()), 6)).isEqualTo(Standing.UNSUITABLE);
    assertThat(beside(flag(Optional.empty(), Optional.empty()), 7)).isEqualTo(Standing.UNTOUCHED);
  }

  @Test
  void standings_changeOfAnotherService_disturbsNothing() {
    ServiceName other = new ServiceName("search");
    ServiceName own = new ServiceName("checkout");

    assertThat(beside(flag(Optional.empty(), Optional.of(other)), 3)).isEqualTo(Standing.UNTOUCHED);
    assertThat(beside(flag(Optional.empty(), Optional.of(own)), 3)).isEqualTo(Standing.UNSUITABLE);
  }

  @Test
  void standings_onlyLookedAt_areNotTouched() {
    at(0, new RegionEvent.RegionObserved(CAPE, 1, true, true, "well"));

    assertThat(standing(CAPE, 1)).isEqualTo(Standing.UNTOUCHED);
  }

  @Test
  void standings_regionsThatFailedOrAreRestored_areUnsuitable() {
    at(0, new RegionEvent.RegionEnded(CAPE, 1, RegionEnd.PASSED, "bake over"));
    at(5, new RegionEvent.RestoreIntended(CAPE, 1, "abc", "degraded elsewhere"));
    at(6, new RegionEvent.RegionEnded(DUBAI, 1, RegionEnd.FAILED, "not ready"));

    assertThat(standing(CAPE, 4)).isEqualTo(Standing.PASSED);
    assertThat(standing(CAPE, 5)).isEqualTo(Standing.UNSUITABLE);
    assertThat(standing(DUBAI, 6)).isEqualTo(Standing.UNSUITABLE);
  }

  @Test
  void standings_peersOfAnEvacuatedRegion_receiveItsUsersUntilTheyReturn() {
    at(0, new RegionEvent.EvacuationIntended(DUBAI, 1, "dark", 1, "{}"));
    at(60, new RegionEvent.Returned(DUBAI, 1, 2, "back"));

    assertThat(standing(DUBAI, 1)).isEqualTo(Standing.UNSUITABLE);
    assertThat(standing(MUMBAI, 1)).isEqualTo(Standing.UNSUITABLE);
    assertThat(standing(MUMBAI, 60)).isEqualTo(Standing.UNTOUCHED);
  }

  @Test
  void standings_haveNeitherTheContenderNorRegionsWithoutUsers() {
    assertThat(
            new ReleaseFacts(history)
                .standings(FrozenExample.checkout().of(BakeScene.SEOUL), START))
        .hasSize(9)
        .doesNotContainKeys(new RegionCode(BakeScene.SEOUL), new RegionCode("eu-west-3"));
  }

  @Test
  void exposedAt_ofAnAttempt_isItsOwn() {
    RegionAttempt second = new RegionAttempt(FrozenExample.RELEASE, CAPE, 2, 1);
    at(0, new RegionEvent.Deployed(CAPE, 1, START));
    at(9, new RegionEvent.Deployed(CAPE, 2, START.plusSeconds(500)));

    assertThat(new ReleaseFacts(history).exposedAt(second)).contains(START.plusSeconds(500));
    assertThat(new ReleaseFacts(history).exposedAt(FrozenExample.attempt("us-east-1"))).isEmpty();
    assertThat(new ReleaseFacts(history).began()).contains(START);
  }

  @Test
  void began_ofAReleaseThatWaited_isItsStartAndNotItsWish() {
    at(
        0,
        new ReleaseEvent.ReleaseWaits(
            FrozenExample.checkout().service().name(),
            FrozenExample.checkout().of(BakeScene.SEOUL).revision().id(),
            FrozenExample.checkout().image(),
            FrozenExample.RELEASE,
            "anna",
            "test",
            List.of(),
            "another is active"));
    assertThat(new ReleaseFacts(history).began()).isEmpty();
    at(90, new ReleaseEvent.WaveStarted(1, List.of(CAPE), "its turn"));

    assertThat(new ReleaseFacts(history).began()).contains(START.plusSeconds(90 * 60));
  }
}
