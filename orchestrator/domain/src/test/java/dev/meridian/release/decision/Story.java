package dev.meridian.release.decision;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.ServiceName;
import dev.meridian.region.Share;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import dev.meridian.service.ImageReference;
import dev.meridian.service.Overlap;
import dev.meridian.service.RevisionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A release told event by event. Four waves: staging {@code s}; canary {@code c}; low-traffic
 * {@code l1} and {@code l2}; high-traffic {@code h}, which carries half of the world.
 */
final class Story {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private ReleaseState state;

  private Story(ReleaseState state) {
    this.state = state;
  }

  private static final ReleaseEvent.ReleaseStarted START =
      new ReleaseEvent.ReleaseStarted(
          new ServiceName("checkout"),
          new RevisionId("a".repeat(64)),
          ImageReference.parse("shop/checkout@sha256:" + "1".repeat(64)),
          1,
          1,
          List.of(
              planned("s", 1, Role.STAGING, 0),
              planned("c", 2, Role.CANARY, 50_000),
              planned("l1", 3, Role.PRODUCTION, 150_000),
              planned("l2", 3, Role.PRODUCTION, 200_000),
              planned("h", 4, Role.PRODUCTION, 600_000)),
          Share.ofFraction(0.33),
          "ada",
          "a new checkout");

  static Story begins() {
    return new Story(ReleaseState.of(START));
  }

  /** Where the policy lets the next release follow. */
  static Story followable() {
    return new Story(
        ReleaseState.of(
            new ReleaseEvent.ReleaseStarted(
                START.service(),
                START.contender(),
                START.image(),
                1,
                1,
                START.schedule(),
                START.restoreShare(),
                START.by(),
                START.reason(),
                List.of(),
                Overlap.CANARY,
                Optional.empty())));
  }

  /** While an older release has not ended. */
  static Story behind(ReleaseId older) {
    return new Story(ReleaseState.of(START.after(older)));
  }

  private static PlannedRegion planned(String code, int wave, Role role, int ppm) {
    return new PlannedRegion(new RegionCode(code), wave, role, new Share(ppm), "domain-" + code);
  }

  Story then(ReleaseEvent... events) {
    for (ReleaseEvent event : events) {
      state = state.after(event);
    }
    return this;
  }

  ReleaseState state() {
    return state;
  }

  RegionProgress region(String code) {
    return state.region(new RegionCode(code));
  }

  ReleaseStep next() {
    return ReleaseDecision.next(state);
  }

  /** Waves 1 to {@code last} started, every region deployed and passed. */
  static Story passedThrough(int last) {
    return begins().passThrough(last);
  }

  /** The same of this one. */
  Story passThrough(int last) {
    for (int wave = 1; wave <= last; wave++) {
      started(wave);
      for (RegionProgress progress : state.inWave(wave)) {
        String region = progress.region().value();
        then(exposed(region), ended(region, RegionEnd.PASSED));
      }
      then(new ReleaseEvent.WavePassed(wave, "passed"));
    }
    return this;
  }

  Story started(int wave) {
    return then(
        new ReleaseEvent.WaveStarted(
            wave, ReleaseDecision.codes(state.inWave(wave)), "wave " + wave));
  }

  /** The step that restores these, side by side. */
  static ReleaseStep restore(String reason, String... regions) {
    return new ReleaseStep.Restore(List.of(regions).stream().map(RegionCode::new).toList(), reason);
  }

  static RegionEvent intended(String region) {
    return new RegionEvent.DeployIntended(new RegionCode(region), 1, "manifests");
  }

  static RegionEvent exposed(String region) {
    return new RegionEvent.Deployed(new RegionCode(region), 1, NOON);
  }

  static RegionEvent verdict(String region, VerdictCause cause) {
    return new RegionEvent.VerdictGiven(new RegionCode(region), 1, cause, "evidence", "5 % bad");
  }

  static RegionEvent verdictAfterAChange(String region, VerdictCause cause) {
    return new RegionEvent.VerdictGiven(
        new RegionCode(region), 1, cause, "evidence", "5 % bad", true);
  }

  static RegionEvent failed(String region, String step, FailureCode code) {
    return new RegionEvent.StepFailed(new RegionCode(region), 1, step, code, step + " failed");
  }

  static RegionEvent observed(String region, boolean cluster, boolean service) {
    return new RegionEvent.RegionObserved(
        new RegionCode(region), 1, cluster, service, "looked at from outside");
  }

  static RegionEvent restored(String region) {
    return new RegionEvent.Restored(new RegionCode(region), 1, List.of(), "the incumbent serves");
  }

  static RegionEvent owed(String region) {
    return new RegionEvent.RegionOwed(new RegionCode(region), 1, "its cluster is away");
  }

  static RegionEvent evacuated(String region, String... receivers) {
    return new RegionEvent.Evacuated(
        new RegionCode(region),
        1,
        7,
        "weights",
        "its traffic is elsewhere",
        Stream.of(receivers).map(RegionCode::new).toList());
  }

  static RegionEvent returned(String region) {
    return new RegionEvent.Returned(new RegionCode(region), 1, 8, "its traffic is back");
  }

  static RegionEvent ended(String region, RegionEnd end) {
    return new RegionEvent.RegionEnded(new RegionCode(region), 1, end, "it " + end);
  }
}
