package dev.meridian.worker.metrics;

import dev.meridian.gate.bake.Standing;
import dev.meridian.gate.change.OutsideChange;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.knowledge.RecordedChange;
import dev.meridian.region.RegionCode;
import dev.meridian.region.change.RegionChange;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.frozen.FrozenRollout;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the ledger says about a release's regions at an instant: past instants do not change.
 *
 * @param older history of the release that this one started behind; empty when there was none
 * @param changes of others, as far as they are recent enough to matter
 */
record ReleaseFacts(
    List<Recorded<ReleaseEvent>> history,
    List<Recorded<ReleaseEvent>> older,
    List<RecordedChange> changes) {
  /** Newest changes that are looked at. */
  static final int MOST_CHANGES = 200;

  ReleaseFacts {
    history = List.copyOf(history);
    older = List.copyOf(older);
    changes = List.copyOf(changes);
  }

  /** Nothing else has changed. */
  ReleaseFacts(List<Recorded<ReleaseEvent>> history) {
    this(history, List.of(), List.of());
  }

  /** The release that one with this history started behind. */
  static Optional<ReleaseId> behind(List<Recorded<ReleaseEvent>> history) {
    return history.stream()
        .flatMap(recorded ->
            recorded.event() instanceof ReleaseEvent.ReleaseStarted started
                ? started.behind().stream()
                : Stream.empty())
        .findFirst();
  }

  /**
   * Changes where the region is judged, that began or became known after {@code from} and not after
   * {@code until}.
   */
  List<OutsideChange> changes(FrozenRollout frozen, Instant from, Instant until) {
    return changes.stream()
        .filter(recorded -> recorded.change().concerns(frozen.service().name(), frozen.together()))
        .filter(recorded -> {
          Instant begun = recorded.change().begun(recorded.at());
          return begun.isAfter(from) && !begun.isAfter(until);
        })
        .map(RecordedChange::change)
        .toList();
  }

  /** When the release began: not when it was wished for, if it had to wait. */
  Optional<Instant> began() {
    return history.stream()
        .filter(recorded -> !(recorded.event() instanceof ReleaseEvent.ReleaseWaits))
        .map(Recorded::at)
        .findFirst();
  }

  /** Whether an attempt is over. */
  boolean ended(RegionAttempt rollout) {
    return history.stream()
        .map(Recorded::event)
        .anyMatch(event ->
            event instanceof RegionEvent.RegionEnded ended
                && ended.region().equals(rollout.region())
                && ended.attempt() == rollout.attempt());
  }

  /**
   * Full exposure of the contender in one attempt; where a younger release has been since, it began
   * again when that one had left.
   */
  Optional<Instant> exposedAt(RegionAttempt rollout) {
    return leftAt(rollout.region()).or(() -> deployedAt(rollout));
  }

  /** When the last of those that came on top had left; empty where none has. */
  private Optional<Instant> leftAt(RegionCode region) {
    Set<ReleaseId> guests = new TreeSet<>();
    Optional<Instant> left = Optional.empty();
    for (Recorded<ReleaseEvent> recorded : history) {
      if (recorded.event() instanceof ReleaseEvent.YoungerEntered younger
          && younger.regions().contains(region)) {
        guests.add(younger.younger());
      }
      if (recorded.event() instanceof ReleaseEvent.YoungerLeft gone
          && guests.contains(gone.younger())) {
        left = Optional.of(recorded.at());
      }
    }
    return left;
  }

  private Optional<Instant> deployedAt(RegionAttempt rollout) {
    return history.stream()
        .map(Recorded::event)
        .filter(RegionEvent.Deployed.class::isInstance)
        .map(RegionEvent.Deployed.class::cast)
        .filter(deployed -> deployed.region().equals(rollout.region()))
        .filter(deployed -> deployed.attempt() == rollout.attempt())
        .map(RegionEvent.Deployed::exposedAt)
        .reduce((first, last) -> last);
  }

  /** When an attempt first changed the region, as far as it has; or a younger one had left it. */
  Optional<Instant> touchedAt(RegionAttempt rollout) {
    return leftAt(rollout.region()).or(() -> intendedAt(rollout));
  }

  private Optional<Instant> intendedAt(RegionAttempt rollout) {
    return history.stream()
        .filter(recorded ->
            recorded.event() instanceof RegionEvent.DeployIntended intended
                && intended.region().equals(rollout.region())
                && intended.attempt() == rollout.attempt())
        .map(Recorded::at)
        .findFirst();
  }

  /** Whether every other region with users may serve as control. */
  SortedMap<RegionCode, Standing> standings(FrozenRollout frozen, Instant at) {
    SortedMap<RegionCode, Standing> standings = new TreeMap<>();
    frozen.service().presences().stream()
        .filter(presence -> presence.role().hasUsers())
        .filter(presence -> !presence.region().equals(frozen.region().code()))
        .forEach(presence -> standings.put(presence.region(), Standing.UNTOUCHED));
    SortedMap<RegionCode, Boolean> evacuated = new TreeMap<>();
    fold(older, at, standings, evacuated);
    standings.replaceAll((_, its) -> its == Standing.PASSED ? Standing.UNTOUCHED : its);
    fold(history, at, standings, evacuated);
    evacuated.forEach((region, away) -> {
      if (away) {
        frozen
            .catalog()
            .region(region)
            .peers()
            .forEach(peer -> standings.replace(peer, Standing.UNSUITABLE));
      }
    });
    disturb(frozen, at, standings);
    return standings;
  }

  private static void fold(
      List<Recorded<ReleaseEvent>> history,
      Instant at,
      SortedMap<RegionCode, Standing> standings,
      SortedMap<RegionCode, Boolean> evacuated) {
    for (Recorded<ReleaseEvent> recorded : history) {
      if (!recorded.at().isAfter(at)) {
        apply(recorded.event(), standings, evacuated);
      }
    }
  }

  /** A region in which something else changes is nothing to compare with. */
  private void disturb(
      FrozenRollout frozen, Instant at, SortedMap<RegionCode, Standing> standings) {
    for (RecordedChange recorded : changes) {
      OutsideChange change = recorded.change();
      if (change.disturbs(at, recorded.at())
          && change.concerns(frozen.service().name(), standings.keySet())) {
        change.regions().forEach(region -> standings.replace(region, Standing.UNSUITABLE));
      }
    }
  }

  /** A wave's regions are about to change as soon as it starts; who has left may be anything. */
  private static void apply(
      ReleaseEvent event,
      SortedMap<RegionCode, Standing> standings,
      SortedMap<RegionCode, Boolean> evacuated) {
    switch (event) {
      case ReleaseEvent.WaveStarted wave ->
          wave.regions().forEach(region -> standings.replace(region, Standing.UNSUITABLE));
      case ReleaseEvent.YoungerEntered younger ->
          younger.regions().forEach(region -> standings.replace(region, Standing.UNSUITABLE));
      case ReleaseEvent.CatalogueChanged changed ->
          changed.regions().stream()
              .filter(RegionChange.Skipped.class::isInstance)
              .forEach(left -> standings.replace(left.region(), Standing.UNSUITABLE));
      case RegionEvent.EvacuationIntended moving -> {
        evacuated.put(moving.region(), true);
        standings.replace(moving.region(), Standing.UNSUITABLE);
      }
      case RegionEvent.Returned back -> evacuated.put(back.region(), false);
      case RegionEvent.RegionEnded ended ->
          standings.replace(
              ended.region(),
              ended.end() == RegionEnd.PASSED ? Standing.PASSED : Standing.UNSUITABLE);
      case RegionEvent other -> standings.replace(other.region(), touched(other, standings));
      case ReleaseEvent.OfRelease other -> {}
    }
  }

  /** Looking at a region, or waiting for it, does not touch it. */
  private static Standing touched(RegionEvent event, SortedMap<RegionCode, Standing> standings) {
    boolean onlyLooks =
        event instanceof RegionEvent.RegionObserved
            || event instanceof RegionEvent.BakeProgressed
            || event instanceof RegionEvent.RegionHeld;
    Standing now = standings.getOrDefault(event.region(), Standing.UNSUITABLE);
    return onlyLooks ? now : Standing.UNSUITABLE;
  }
}
