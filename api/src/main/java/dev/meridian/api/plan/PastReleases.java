package dev.meridian.api.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.region.ServiceName;
import dev.meridian.region.plan.PastRelease;
import dev.meridian.region.plan.Plan;
import dev.meridian.release.ReleaseOutcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The newest releases of a service that completed, each with the plan that it froze. */
@Singleton
final class PastReleases {
  /** Older ones say little about how long the next one takes. */
  private static final int REMEMBERED = 10;

  private static final int LOOKED_THROUGH = 200;
  private static final ObjectMapper JSON = MeridianJson.mapper();

  private final Releases releases;

  PastReleases(Releases releases) {
    this.releases = releases;
  }

  List<PastRelease> of(ServiceName service) {
    return releases.list(Optional.of(service), Optional.empty(), LOOKED_THROUGH).stream()
        .filter(row -> row.outcome().filter(ReleaseOutcome.COMPLETED::equals).isPresent())
        .limit(REMEMBERED)
        .flatMap(this::past)
        .toList();
  }

  private Stream<PastRelease> past(ReleaseRow row) {
    Instant ended = row.endedAt().orElse(row.startedAt());
    return releases.plan(row.id()).stream()
        .map(tree -> JSON.convertValue(tree, Plan.class))
        .filter(plan -> !plan.waves().isEmpty())
        .map(plan ->
            PastRelease.of(row.startedAt(), Duration.between(row.startedAt(), ended), plan));
  }
}
