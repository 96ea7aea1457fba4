package dev.meridian.release.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.region.change.CatalogueChange;
import dev.meridian.region.change.RegionChange;
import dev.meridian.region.change.RegionChange.GoesOnAsFrozen;
import dev.meridian.region.change.RegionChange.Skipped;
import dev.meridian.region.change.RegionChange.StaysWatched;
import dev.meridian.region.change.RegionChange.WaitsForNext;
import dev.meridian.region.plan.BakeTime;
import dev.meridian.region.plan.Placement;
import dev.meridian.region.plan.PlacementReason;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.Wave;
import dev.meridian.region.plan.WaveGroup;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseEvent.CatalogueChanged;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.CatalogueDecision.Compared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The release of {@link Story}: s, then c, then l1 and l2 together, then h. */
@Timeout(10)
class CatalogueDecisionTest {
  private static final Compared COMPARED = new Compared(5, 7, "plan");
  private static final RegionCode L1 = new RegionCode("l1");
  private static final Skipped L1_SKIPPED = new Skipped(L1, 3);

  @Test
  void regionThatHasLeft_isNoPartOfTheReleaseAnyMore() {
    Story story = Story.passedThrough(2).then(skipped(L1_SKIPPED, "s", "c", "h", "l2"));

    assertThat(story.state().planRevision()).isEqualTo(2);
    assertThat(story.state().changes()).containsExactly(L1_SKIPPED);
    assertThat(story.state().regions())
        .extracting(RegionProgress::region)
        .doesNotContain(L1)
        .hasSize(4);
    assertThat(story.next())
        .isEqualTo(new ReleaseStep.StartWave(3, codes("h"), "every region of wave 2 passed"));
  }

  @Test
  void regionThatHasLeft_keepsNothingButItsWaveFromChanging() {
    ReleaseState before = Story.passedThrough(2).state();
    ReleaseState after =
        Story.passedThrough(2).then(skipped(L1_SKIPPED, "s", "c", "h", "l2")).state();

    RegionCode h = new RegionCode("h");
    assertThat(after.planned(h)).isEqualTo(before.planned(h).in(3));
    assertThat(after.region(new RegionCode("c"))).isEqualTo(before.region(new RegionCode("c")));
  }

  @Test
  void release_withoutThoseThatLeft_completesAndSaysSo() {
    Story story = Story.passedThrough(2).then(skipped(L1_SKIPPED, "s", "c"));

    assertThat(story.next())
        .isEqualTo(
            new ReleaseStep.End(
                ReleaseOutcome.COMPLETED, "all 2 regions passed; 1 had left and are not gone to"));
  }

  @Test
  void release_thatEverybodyLeft_hasCompletedNothing() {
    Story story = Story.begins().then(skipped(L1_SKIPPED));

    assertThat(story.next())
        .isEqualTo(
            new ReleaseStep.End(
                ReleaseOutcome.STOPPED,
                "every region has left before its wave: it has gone nowhere"));
  }

  @Test
  void recovery_takesBackWhatWasTouched_andNotWhoWasSkipped() {
    Story story =
        Story.passedThrough(3)
            .then(skipped(new Skipped(new RegionCode("h"), 4), "s", "c", "l1", "l2"))
            .then(new ReleaseEvent.RecoveryStarted(RecoveryCause.ABORTED, "aborted"));

    assertThat(story.next())
        .isEqualTo(new ReleaseStep.Restore(codes("l2"), "one healthy region first, as proof"));
    assertThat(story.state().regions())
        .extracting(RegionProgress::region)
        .containsExactlyElementsOf(codes("s", "c", "l1", "l2"));
  }

  @Test
  void change_thatIsOnRecord_isNoNews() {
    ReleaseState state = Story.passedThrough(2).state();
    CatalogueChange first = listed(new StaysWatched(new RegionCode("c"), 2));
    ReleaseState told = state.after(CatalogueDecision.record(state, first, COMPARED));

    assertThat(CatalogueDecision.isNews(state, listed())).isFalse();
    assertThat(CatalogueDecision.isNews(state, first)).isTrue();
    assertThat(CatalogueDecision.isNews(told, first)).isFalse();
    assertThat(CatalogueDecision.isNews(told, listed())).isTrue();
    assertThat(told.planRevision()).isEqualTo(1);
  }

  @Test
  void reason_saysOnlyWhatIsNew() {
    ReleaseState state = Story.passedThrough(2).state();
    RegionChange watched = new StaysWatched(new RegionCode("c"), 2);
    ReleaseState told = state.after(CatalogueDecision.record(state, listed(watched), COMPARED));
    RegionChange narrower = new GoesOnAsFrozen(L1, List.of("mayReceiveFrom"), true);

    assertThat(CatalogueDecision.record(told, listed(watched, narrower), COMPARED).reason())
        .isEqualTo(narrower.sentence());
    assertThat(CatalogueDecision.record(told, listed(), COMPARED).reason())
        .isEqualTo("what was said of a region does not hold any more");
  }

  @Test
  void reason_ofMany_namesTheFirstAndCountsTheOthers() {
    RegionChange[] joined =
        IntStream.range(0, 8)
            .mapToObj(i -> new WaitsForNext(new RegionCode("x" + i)))
            .toArray(RegionChange[]::new);

    assertThat(CatalogueDecision.record(Story.begins().state(), listed(joined), COMPARED).reason())
        .startsWith("x0 has joined")
        .contains("; x4 has joined")
        .endsWith("; and 3 more");
  }

  @Test
  void revision_thatWasMadeForAnotherPlan_doesNotStand() {
    Story story = Story.passedThrough(2);
    CatalogueChanged revision = skipped(L1_SKIPPED, "s", "c", "h", "l2");
    assertThat(ReleaseDecision.stands(story.state(), revision)).isTrue();

    story.then(revision);
    assertThat(ReleaseDecision.stands(story.state(), revision)).isFalse();
  }

  @Test
  void wave_ofAnOlderPlan_doesNotStand() {
    Story story = Story.passedThrough(2);
    ReleaseEvent.WaveStarted wave =
        new ReleaseEvent.WaveStarted(3, codes("l1", "l2"), "every region of wave 2 passed");
    assertThat(ReleaseDecision.stands(story.state(), wave)).isTrue();

    story.then(skipped(L1_SKIPPED, "s", "c", "h", "l2"));
    assertThat(ReleaseDecision.stands(story.state(), wave)).isFalse();
  }

  @Test
  void documents_areNotFollowedInsideAWaveOrOnTheWayBack() {
    CatalogueChanged revision = skipped(L1_SKIPPED, "s", "c", "h", "l2");
    Story back =
        Story.passedThrough(2)
            .then(new ReleaseEvent.RecoveryStarted(RecoveryCause.ABORTED, "aborted"));

    assertThat(ReleaseDecision.stands(Story.passedThrough(2).started(3).state(), revision))
        .isFalse();
    assertThat(ReleaseDecision.stands(back.state(), revision)).isFalse();
  }

  private static CatalogueChange listed(RegionChange... changes) {
    return new CatalogueChange(List.of(changes), new Plan(List.of(), List.of()), false);
  }

  /** Planned again: these regions, each in a wave of its own. */
  private static CatalogueChanged skipped(Skipped left, String... regions) {
    List<Wave> waves = new ArrayList<>();
    for (String region : regions) {
      waves.add(wave(waves.size() + 1, region));
    }
    CatalogueChange change = new CatalogueChange(List.of(left), new Plan(waves, List.of()), true);
    return CatalogueDecision.record(Story.begins().state(), change, COMPARED);
  }

  private static Wave wave(int number, String region) {
    Placement placement =
        new Placement(
            new RegionCode(region),
            Role.PRODUCTION,
            Share.NONE,
            new BakeTime(Duration.ZERO, Duration.ZERO, 0, List.of()),
            new PlacementReason(List.of(), Optional.empty(), Share.NONE, false, "told"));
    return new Wave(number, WaveGroup.LOW_TRAFFIC, List.of(placement), Share.NONE);
  }

  private static List<RegionCode> codes(String... codes) {
    return List.of(codes).stream().map(RegionCode::new).toList();
  }
}
