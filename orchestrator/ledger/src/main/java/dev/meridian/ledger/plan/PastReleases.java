package dev.meridian.ledger.plan;

import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.region.ServiceName;
import dev.meridian.region.plan.PastRelease;
import dev.meridian.release.ReleaseOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The newest releases of a service that completed, each with the plan that it followed. */
final class PastReleases {
  /** Older ones say little about how long the next one takes. */
  private static final int REMEMBERED = 10;

  private static final int LOOKED_THROUGH = 200;

  private final Releases releases;
  private final Plans plans;

  PastReleases(Releases releases, Plans plans) {
    this.releases = releases;
    this.plans = plans;
  }

  /** Those that had ended at an instant. */
  List<PastRelease> of(ServiceName service, Instant asOf) {
    return releases.list(Optional.of(service), Optional.empty(), LOOKED_THROUGH).stream()
        .filter(row -> row.outcome().filter(ReleaseOutcome.COMPLETED::equals).isPresent())
        .filter(row -> row.endedAt().filter(asOf::isBefore).isEmpty())
        .limit(REMEMBERED)
        .flatMap(this::past)
        .toList();
  }

  private Stream<PastRelease> past(ReleaseRow row) {
    Instant ended = row.endedAt().orElse(row.startedAt());
    return plans.standing(row.id()).stream()
        .filter(plan -> !plan.waves().isEmpty())
        .map(plan ->
            PastRelease.of(row.startedAt(), Duration.between(row.startedAt(), ended), plan));
  }
}
