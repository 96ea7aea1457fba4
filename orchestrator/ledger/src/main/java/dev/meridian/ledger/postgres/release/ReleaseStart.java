package dev.meridian.ledger.postgres.release;

import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Releases.Started;
import dev.meridian.ledger.entry.ReleaseHappened;
import dev.meridian.ledger.json.CanonicalJson;
import dev.meridian.ledger.postgres.chain.ChainWriter;
import dev.meridian.ledger.projection.ReleaseProjection;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.release.ReleaseEvent.ReleaseStarted;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.Admission;
import dev.meridian.release.admission.LiveRevision;
import dev.meridian.release.admission.Wish;
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
  private final ServiceWorld worlds;
  private final PlanRepository plans;
  private final OwedRepository owed;
  private final BadMarkRepository marks;
  private final KeyRepository keys;
  private final ChainWriter chains;

  ReleaseStart(
      ReleaseRepository releases,
      ServiceWorld worlds,
      PlanRepository plans,
      OwedRepository owed,
      BadMarkRepository marks,
      KeyRepository keys,
      ChainWriter chains) {
    this.releases = releases;
    this.worlds = worlds;
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
        .or(() -> notAdmitted(release))
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

  private Optional<Started> notAdmitted(NewRelease release) {
    ServiceName service = release.started().service();
    Wish wish = Wish.of(release.id(), release.started());
    return switch (Admission.of(wish, worlds.of(service))) {
      case Admission.Starts _ -> Optional.empty();
      case Admission.Waits _ -> worlds.active(service).map(Started.Busy::new);
      case Admission.Refused(List<LiveRevision> live, String reason) ->
          Optional.of(new Started.TooManyRevisions(live, reason));
    };
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
