package dev.meridian.ledger.postgres.release;

import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Releases.Started;
import dev.meridian.ledger.entry.ReleaseHappened;
import dev.meridian.ledger.json.CanonicalJson;
import dev.meridian.ledger.postgres.chain.ChainWriter;
import dev.meridian.ledger.projection.ReleaseProjection;
import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseEvent.ReleaseStarted;
import dev.meridian.release.ReleaseId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starting a release, within the transaction of the caller: the first answer that applies. */
@Singleton
final class ReleaseStart {
  private static final Duration KEPT = Duration.ofHours(24);

  /** Spaces of names that are held until commit, always in this order. */
  private static final int KEYS = 1;

  private static final int SERVICES = 2;

  private final ReleaseRepository releases;
  private final PlanRepository plans;
  private final OwedRepository owed;
  private final BadMarkRepository marks;
  private final KeyRepository keys;
  private final ChainWriter chains;

  ReleaseStart(
      ReleaseRepository releases,
      PlanRepository plans,
      OwedRepository owed,
      BadMarkRepository marks,
      KeyRepository keys,
      ChainWriter chains) {
    this.releases = releases;
    this.plans = plans;
    this.owed = owed;
    this.marks = marks;
    this.keys = keys;
    this.chains = chains;
  }

  Started start(NewRelease release, Optional<IdempotencyKey> idempotencyKey) {
    ReleaseStarted started = release.started();
    idempotencyKey.ifPresent(key -> releases.hold(KEYS, key.key()));
    releases.hold(SERVICES, started.service().value());
    keys.deleteByExpiresAtLessThanEquals(release.at());
    return idempotencyKey
        .flatMap(key -> answered(key, release.at()))
        .or(() -> busy(started))
        .or(() -> owing(started))
        .or(() -> markedBad(started))
        .orElseGet(() -> accept(release, idempotencyKey));
  }

  /** The first answer under a key that is still kept. */
  Optional<Started> answered(IdempotencyKey key, Instant now) {
    return keys.findByKey(key.key())
        .filter(first -> now.isBefore(first.expiresAt()))
        .map(first ->
            first.requestHash().equals(key.requestHash())
                ? new Started.Repeated(releases.findById(first.release()).orElseThrow().row())
                : new Started.KeyReused(key.key()));
  }

  private Optional<Started> busy(ReleaseStarted started) {
    return releases
        .findByServiceAndPhaseNotEquals(started.service().value(), Phase.ENDED.name())
        .map(active -> new Started.Busy(active.row()));
  }

  /** Regions that this release would touch and that the oldest owing release still owes. */
  private Optional<Started> owing(ReleaseStarted started) {
    List<String> schedule =
        started.schedule().stream().map(planned -> planned.region().value()).toList();
    List<StoredOwed> inTheWay =
        owed.of(started.service().value()).stream()
            .filter(region -> schedule.contains(region.region()))
            .toList();
    if (inTheWay.isEmpty()) {
      return Optional.empty();
    }
    UUID by = inTheWay.getFirst().release();
    return Optional.of(
        new Started.Owed(
            new ReleaseId(by),
            inTheWay.stream()
                .filter(region -> region.release().equals(by))
                .map(region -> new RegionCode(region.region()))
                .toList()));
  }

  private Optional<Started> markedBad(ReleaseStarted started) {
    return marks
        .lock(started.service().value(), started.contender().hash())
        .map(mark -> new Started.MarkedBad(mark.mark()));
  }

  private Started accept(NewRelease release, Optional<IdempotencyKey> idempotencyKey) {
    ReleaseRow row = ReleaseProjection.first(release);
    releases.save(StoredRelease.of(row));
    plans.save(new StoredPlan(row.id().value(), CanonicalJson.of(release.plan())));
    chains.append(ReleaseHappened.started(release));
    idempotencyKey.ifPresent(key ->
        keys.save(
            new StoredKey(
                key.key(), key.requestHash(), row.id().value(), release.at().plus(KEPT))));
    return new Started.Accepted(row);
  }
}
