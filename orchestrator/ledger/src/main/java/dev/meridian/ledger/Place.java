package dev.meridian.ledger;

import dev.meridian.region.Role;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseEvent.ReleaseStarted;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.Overlap;
import java.util.List;
import java.util.Optional;

/**
 * Where a release stands among those of its service: a projection of its events.
 *
 * @param behind the older release, until that one or this one has ended
 * @param followedBy the younger release, until that one has left or this one has ended
 * @param canaryWaves how many waves there are before the first with a production region; 0 where
 *     the next release may not use them before this one has ended
 * @param wavesPassed how many waves have passed
 */
public record Place(
    Optional<ReleaseId> behind, Optional<ReleaseId> followedBy, int canaryWaves, int wavesPassed) {
  /** With nobody before it, and nobody may follow. */
  public static final Place ALONE = new Place(Optional.empty(), Optional.empty(), 0, 0);

  /** Before anything but the start has happened. */
  public static Place of(ReleaseStarted started) {
    return new Place(
        started.behind(),
        Optional.empty(),
        started.overlap() == Overlap.CANARY ? beforeProduction(started.schedule()) : 0,
        0);
  }

  /** What is true after an event of the same release. */
  public Place after(ReleaseEvent event) {
    return switch (event) {
      case ReleaseEvent.CatalogueChanged e ->
          e.revised().map(revision -> planned(revision.schedule())).orElse(this);
      case ReleaseEvent.WavePassed e -> new Place(behind, followedBy, canaryWaves, e.wave());
      case ReleaseEvent.YoungerStarted e -> between(behind, Optional.of(e.younger()));
      case ReleaseEvent.YoungerLeft _ -> between(behind, Optional.empty());
      case ReleaseEvent.OlderEnded _ -> between(Optional.empty(), followedBy);
      case ReleaseEvent.ReleaseEnded _ -> between(Optional.empty(), Optional.empty());
      case ReleaseEvent _ -> this;
    };
  }

  private Place between(Optional<ReleaseId> older, Optional<ReleaseId> younger) {
    return new Place(older, younger, canaryWaves, wavesPassed);
  }

  private Place planned(List<PlannedRegion> schedule) {
    return new Place(
        behind, followedBy, canaryWaves == 0 ? 0 : beforeProduction(schedule), wavesPassed);
  }

  private static int beforeProduction(List<PlannedRegion> schedule) {
    return schedule.stream()
        .takeWhile(planned -> planned.role() != Role.PRODUCTION)
        .mapToInt(PlannedRegion::wave)
        .max()
        .orElse(0);
  }

  /** Whether staging and canary are free for the next release, as far as a row can tell. */
  public boolean letsFollow() {
    return behind.isEmpty()
        && followedBy.isEmpty()
        && canaryWaves > 0
        && wavesPassed >= canaryWaves;
  }
}
