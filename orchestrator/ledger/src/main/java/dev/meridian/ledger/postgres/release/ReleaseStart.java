package dev.meridian.ledger.postgres.release;

import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Releases.Started;
import dev.meridian.ledger.WaitingReleases;
import dev.meridian.ledger.WaitingReleases.Unstarted;
import dev.meridian.ledger.entry.ReleaseHappened;
import dev.meridian.ledger.json.CanonicalJson;
import dev.meridian.ledger.postgres.chain.ChainWriter;
import dev.meridian.ledger.projection.ReleaseProjection;
import dev.meridian.release.ReleaseEvent.ReleaseStarted;
import dev.meridian.release.ReleaseEvent.ReleaseWaits;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.Admission;
import dev.meridian.release.admission.LiveRevision;
import dev.meridian.release.admission.Wish;
import dev.meridian.service.WhileActive;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Starting a release, within the transaction of the caller: the first answer that applies. */
@Singleton
final class ReleaseStart {
  private static final Duration KEPT = Duration.ofHours(24);

  /** Keys are held until commit, and always before the service. */
  private static final int KEYS = 1;

  private final ReleaseRepository releases;
  private final ServiceWorld worlds;
  private final Obstacles obstacles;
  private final WaitingReleases waiting;
  private final Followers followers;
  private final PlanRepository plans;
  private final KeyRepository keys;
  private final ChainWriter chains;

  ReleaseStart(
      ReleaseRepository releases,
      ServiceWorld worlds,
      Obstacles obstacles,
      WaitingReleases waiting,
      Followers followers,
      PlanRepository plans,
      KeyRepository keys,
      ChainWriter chains) {
    this.releases = releases;
    this.worlds = worlds;
    this.obstacles = obstacles;
    this.waiting = waiting;
    this.followers = followers;
    this.plans = plans;
    this.keys = keys;
    this.chains = chains;
  }

  Started start(NewRelease release, Optional<IdempotencyKey> idempotencyKey) {
    idempotencyKey.ifPresent(key -> releases.hold(KEYS, key.key()));
    worlds.hold(release.started().service());
    keys.deleteByExpiresAtLessThanEquals(release.at());
    return idempotencyKey
        .flatMap(key -> answered(key, release.at()))
        .or(() -> obstacles.markedBad(release.started()))
        .orElseGet(() -> admitted(inOrder(release), idempotencyKey));
  }

  /** Ids are made before the service is held, and by the clocks of several machines. */
  private NewRelease inOrder(NewRelease release) {
    return releases
        .newest(release.started().service().value())
        .map(newest -> release.newerThan(newest.row().id()))
        .orElse(release);
  }

  /** The first answer under a key that is still kept. */
  Optional<Started> answered(IdempotencyKey key, Instant now) {
    return keys.findByKey(key.key())
        .filter(first -> now.isBefore(first.expiresAt()))
        .map(first ->
            first.requestHash().equals(key.requestHash())
                ? new Started.Repeated(row(new ReleaseId(first.release())))
                : new Started.KeyReused(key.key()));
  }

  private Started admitted(NewRelease release, Optional<IdempotencyKey> key) {
    ReleaseStarted started = release.started();
    Wish wish = Wish.of(release.id(), started);
    return switch (Admission.of(wish, worlds.of(started.service()))) {
      case Admission.Starts starts ->
          obstacles
              .inTheWay(started)
              .<Started>map(refused -> refused)
              .orElseGet(() -> {
                supersede(starts.replaces(), release);
                return accept(followers.placed(release, starts.behind()), key);
              });
      case Admission.Waits waits when release.whileActive() == WhileActive.WAIT -> {
        supersede(waits.replaces(), release);
        yield postpone(release, waits, key);
      }
      case Admission.Waits waits -> new Started.Busy(row(waits.behind()));
      case Admission.Refused(List<LiveRevision> live, String reason) ->
          new Started.TooManyRevisions(live, reason);
    };
  }

  private ReleaseRow row(ReleaseId release) {
    return releases.findById(release.value()).orElseThrow().row();
  }

  private void supersede(Optional<ReleaseId> older, NewRelease newer) {
    older.ifPresent(release -> waiting.end(release, Unstarted.superseded(newer)));
  }

  private Started accept(NewRelease release, Optional<IdempotencyKey> key) {
    ReleaseRow row = ReleaseProjection.first(release);
    releases.save(StoredRelease.of(row));
    plans.save(new StoredPlan(row.id().value(), CanonicalJson.of(release.plan())));
    chains.append(ReleaseHappened.started(release));
    keep(key, release);
    return new Started.Accepted(row);
  }

  private Started postpone(
      NewRelease release, Admission.Waits waits, Optional<IdempotencyKey> key) {
    ReleaseRow row = ReleaseProjection.waiting(release);
    releases.save(StoredRelease.of(row));
    chains.append(
        ReleaseHappened.waits(
            release, ReleaseWaits.of(release.started(), waits.behind(), waits.reason())));
    keep(key, release);
    return new Started.Waits(row);
  }

  private void keep(Optional<IdempotencyKey> idempotencyKey, NewRelease release) {
    idempotencyKey.ifPresent(key ->
        keys.save(
            new StoredKey(
                key.key(), key.requestHash(), release.id().value(), release.at().plus(KEPT))));
  }
}
