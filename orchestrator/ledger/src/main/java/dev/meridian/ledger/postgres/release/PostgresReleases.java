package dev.meridian.ledger.postgres.release;

import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.entry.BadMarkLifted;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.ledger.postgres.LedgerTransactions;
import dev.meridian.ledger.postgres.chain.ChainWriter;
import dev.meridian.ledger.projection.ReleaseProjection;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.release.ReleaseId;
import io.micronaut.data.model.Limit;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Releases in the table {@code release} and those beside it. */
@Singleton
final class PostgresReleases implements Releases {
  /** Above every id that a release can have. */
  private static final UUID NEWEST = new UUID(-1L, -1L);

  private final LedgerTransactions transactions;
  private final ReleaseStart start;
  private final ReleaseRepository releases;
  private final PlanRepository plans;
  private final OwedRepository owed;
  private final BadMarkRepository marks;
  private final ChainWriter chains;

  PostgresReleases(
      LedgerTransactions transactions,
      ReleaseStart start,
      ReleaseRepository releases,
      PlanRepository plans,
      OwedRepository owed,
      BadMarkRepository marks,
      ChainWriter chains) {
    this.transactions = transactions;
    this.start = start;
    this.releases = releases;
    this.plans = plans;
    this.owed = owed;
    this.marks = marks;
    this.chains = chains;
  }

  @Override
  public Started start(NewRelease release, Optional<IdempotencyKey> idempotencyKey) {
    return transactions.write(() -> start.start(release, idempotencyKey));
  }

  @Override
  public Optional<Started> answered(IdempotencyKey key, Instant now) {
    return transactions.read(() -> start.answered(key, now));
  }

  @Override
  public Optional<ReleaseRow> find(ReleaseId id) {
    return transactions.read(() -> releases.findById(id.value()).map(StoredRelease::row));
  }

  @Override
  public Optional<Map<String, Object>> plan(ReleaseId id) {
    return transactions.read(
        () -> plans.findByRelease(id.value()).map(plan -> MeridianJson.tree(plan.plan())));
  }

  @Override
  public List<ReleaseRow> list(
      Optional<ServiceName> service, Optional<ReleaseId> before, int limit) {
    UUID cursor = before.map(ReleaseId::value).orElse(NEWEST);
    Limit page = Limit.of(limit, 0);
    return transactions.read(() ->
        rows(
            service.isPresent()
                ? releases.findByServiceAndIdLessThanOrderByIdDesc(
                    service.get().value(), cursor, page)
                : releases.findByIdLessThanOrderByIdDesc(cursor, page)));
  }

  @Override
  public List<ReleaseRow> unfinished() {
    return transactions.read(() -> rows(releases.active()));
  }

  @Override
  public boolean raiseEpoch(ReleaseId id, int from) {
    return transactions.write(() -> {
      chains.lock(Subject.release(id));
      Optional<ReleaseRow> row =
          releases
              .findById(id.value())
              .map(StoredRelease::row)
              .filter(standing -> standing.epoch() == from && standing.phase().runs());
      row.ifPresent(standing -> raise(standing, from + 1));
      return row.isPresent();
    });
  }

  private void raise(ReleaseRow row, int epoch) {
    releases.update(StoredRelease.of(ReleaseProjection.inEpoch(row, epoch)));
    chains.raiseEpoch(Subject.release(row.id()), epoch);
  }

  @Override
  public List<RegionCode> owed(ServiceName service) {
    return transactions.read(() ->
        owed.of(service.value()).stream()
            .map(region -> new RegionCode(region.region()))
            .distinct()
            .sorted()
            .toList());
  }

  @Override
  public List<OwedRegion> owed() {
    return transactions.read(() ->
        owed.all().stream()
            .flatMap(region ->
                releases
                    .findById(region.release())
                    .map(StoredRelease::row)
                    .filter(row -> row.phase() == Phase.ENDED)
                    .map(row ->
                        new OwedRegion(
                            row.id(), row.service(), new RegionCode(region.region()), row.epoch()))
                    .stream())
            .toList());
  }

  @Override
  public List<BadMark> badMarks(ServiceName service) {
    return transactions.read(
        () -> marks.of(service.value()).stream().map(StoredBadMark::mark).toList());
  }

  @Override
  public boolean liftBadMark(LiftedMark lift) {
    return transactions.write(() -> {
      Optional<BadMark> standing =
          marks.lock(lift.service().value(), lift.revision().hash()).map(StoredBadMark::mark);
      standing.ifPresent(mark -> lift(lift, mark));
      return standing.isPresent();
    });
  }

  private void lift(LiftedMark lift, BadMark mark) {
    marks.lift(lift.service().value(), lift.revision().hash());
    chains.append(BadMarkLifted.entry(lift, mark));
  }

  private static List<ReleaseRow> rows(List<StoredRelease> stored) {
    return stored.stream().map(StoredRelease::row).toList();
  }
}
