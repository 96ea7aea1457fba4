package dev.meridian.simulation;

import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.change.RegionChange;
import dev.meridian.release.PauseCause;
import dev.meridian.release.PlanRevision;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an observer knows of a release: bookkeeping of its own, which never asks the state that the
 * decisions are made from.
 */
final class Witness {
  private final Places<Seen> regions;
  private Collection<Seen> planned;
  int wave;
  int wavesPassed;
  Optional<PauseCause> paused = Optional.empty();
  boolean stopped;
  boolean aborted;
  boolean recovering;

  /** The newest verdict was that nothing can be seen anywhere. */
  boolean blind;

  /** An older release had not ended when this one started, and no more has been said of it. */
  boolean behind;

  boolean olderTakenBack;
  boolean ended;
  int planRevision = PlanRevision.FIRST;
  List<RegionChange> changes = List.of();

  Witness(SimulatedWorld world) {
    List<RegionCode> order =
        world.regions().stream().map(region -> region.planned().region()).toList();
    this.regions =
        new Places<>(
            world, region -> new Seen(region.planned(), order.indexOf(region.planned().region())));
    this.planned = regions.all();
  }

  Seen at(RegionCode region) {
    return regions.at(region);
  }

  /** Those that the release goes to. */
  Collection<Seen> all() {
    return planned;
  }

  boolean any(Predicate<Seen> what) {
    for (Seen seen : planned) {
      if (what.test(seen)) {
        return true;
      }
    }
    return false;
  }

  /** The environment is suspected, and no person has said what should become of the release. */
  boolean suspects() {
    return !aborted && !stopped && !olderTakenBack && any(seen -> seen.suspect);
  }

  /** It may have to wait for another release, for whom a person may have to act. */
  boolean beside() {
    return behind || any(seen -> seen.beneath);
  }

  /** Those of whom something is so, the newest first. */
  List<Seen> newestFirst(Predicate<Seen> what) {
    return planned.stream()
        .filter(what)
        .sorted(Comparator.comparingInt((Seen seen) -> seen.place).reversed())
        .toList();
  }

  /** Whether a region carries traffic that was moved away from another one. */
  boolean receives(Seen region) {
    return any(other -> other.receivers.contains(region.planned.region()));
  }

  void note(ReleaseEvent event) {
    switch (event) {
      case RegionEvent e -> inRegion(e);
      case ReleaseEvent.OfRelease e -> ofRelease(e);
    }
  }

  private void inRegion(RegionEvent event) {
    if (event instanceof RegionEvent.VerdictGiven verdict) {
      blind = verdict.cause() == VerdictCause.EVERYTHING_SILENT;
    }
    at(event.region()).note(event);
  }

  private void ofRelease(ReleaseEvent.OfRelease event) {
    switch (event) {
      case ReleaseEvent.ReleaseWaits _, ReleaseEvent.Paged _ -> {}
      case ReleaseEvent.ReleaseStarted e -> behind = e.behind().isPresent();
      case ReleaseEvent.YoungerStarted e -> e.regions().forEach(it -> at(it).beneath = true);
      case ReleaseEvent.YoungerEntered e -> e.regions().forEach(it -> at(it).entered = true);
      case ReleaseEvent.YoungerLeft _ -> regions.all().forEach(Seen::alone);
      case ReleaseEvent.OlderEnded _ -> behind = false;
      case ReleaseEvent.OlderTakenBack _ -> olderTakenBack = true;
      case ReleaseEvent.CatalogueChanged e -> {
        changes = e.regions();
        e.revised().ifPresent(this::revised);
      }
      case ReleaseEvent.WaveStarted e -> {
        wave = e.wave();
        e.regions().forEach(region -> begun(region, 1));
      }
      case ReleaseEvent.WavePassed e -> wavesPassed = e.wave();
      case ReleaseEvent.Paused e -> paused = Optional.of(e.cause());
      case ReleaseEvent.Resumed _ -> resumed();
      case ReleaseEvent.StopRequested _ -> {
        stopped = true;
        blind = false;
        paused = Optional.empty();
      }
      case ReleaseEvent.AbortRequested _ -> {
        aborted = true;
        paused = Optional.empty();
      }
      case ReleaseEvent.RetryRequested e -> {
        begun(e.region(), e.attempt());
        paused = Optional.empty();
      }
      case ReleaseEvent.RecoveryStarted _ -> {
        recovering = true;
        paused = Optional.empty();
      }
      case ReleaseEvent.ReleaseEnded _ -> ended = true;
    }
  }

  private void revised(PlanRevision revision) {
    planRevision = revision.number();
    planned.forEach(seen -> seen.skipped = true);
    for (PlannedRegion region : revision.schedule()) {
      Seen seen = at(region.region());
      seen.planned = region;
      seen.place = revision.schedule().indexOf(region);
      seen.skipped = false;
    }
    planned = planned.stream().filter(seen -> !seen.skipped).toList();
  }

  private void begun(RegionCode region, int attempt) {
    at(region).begun(attempt);
    blind = false;
  }

  private void resumed() {
    if (paused.equals(Optional.of(PauseCause.RESTORE_FAILED))) {
      planned.forEach(Seen::mayTryAgain);
    }
    if (paused.equals(Optional.of(PauseCause.ENVIRONMENT_SUSPECTED))) {
      regions.all().forEach(seen -> seen.suspect = false);
    }
    paused = Optional.empty();
  }
}
