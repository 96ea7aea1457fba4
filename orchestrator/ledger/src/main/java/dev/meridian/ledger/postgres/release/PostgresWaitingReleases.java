package dev.meridian.ledger.postgres.release;

import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Releases.Started;
import dev.meridian.ledger.WaitingReleases;
import dev.meridian.ledger.entry.ReleaseHappened;
import dev.meridian.ledger.json.CanonicalJson;
import dev.meridian.ledger.postgres.LedgerTransactions;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.Admission;
import dev.meridian.release.admission.LiveRevision;
import dev.meridian.release.admission.Wish;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Rows in phase {@code WAITING}; each changes only while its service is held. */
@Singleton
final class PostgresWaitingReleases implements WaitingReleases {
  private final LedgerTransactions transactions;
  private final ReleaseRepository releases;
  private final ServiceWorld worlds;
  private final Obstacles obstacles;
  private final Followers followers;
  private final PlanRepository plans;
  private final ReleaseLedger ledger;

  PostgresWaitingReleases(
      LedgerTransactions transactions,
      ReleaseRepository releases,
      ServiceWorld worlds,
      Obstacles obstacles,
      Followers followers,
      PlanRepository plans,
      ReleaseLedger ledger) {
    this.transactions = transactions;
    this.releases = releases;
    this.worlds = worlds;
    this.obstacles = obstacles;
    this.followers = followers;
    this.plans = plans;
    this.ledger = ledger;
  }

  @Override
  public List<ReleaseRow> due() {
    return transactions.read(() -> releases.due().stream().map(StoredRelease::row).toList());
  }

  @Override
  public Turn start(NewRelease planned) {
    return transactions.write(
        () -> held(planned.id()).isPresent() ? turn(planned) : new Turn.Gone());
  }

  private Turn turn(NewRelease planned) {
    return obstacles
        .markedBad(planned.started())
        .<Turn>map(Turn.NotTaken::new)
        .orElseGet(() -> admitted(planned));
  }

  /** The release with its service held, if it waits. */
  private Optional<ReleaseRow> held(ReleaseId release) {
    find(release).map(ReleaseRow::service).ifPresent(worlds::hold);
    return find(release).filter(row -> row.phase() == Phase.WAITING);
  }

  private Optional<ReleaseRow> find(ReleaseId release) {
    return releases.findById(release.value()).map(StoredRelease::row);
  }

  private Turn admitted(NewRelease planned) {
    Wish wish = Wish.of(planned.id(), planned.started());
    return switch (Admission.of(wish, worlds.of(planned.started().service()))) {
      case Admission.Starts starts ->
          obstacles
              .inTheWay(planned.started())
              .<Turn>map(Turn.NotTaken::new)
              .orElseGet(() -> begun(followers.placed(planned, starts.behind())));
      case Admission.Waits waits ->
          new Turn.NotTaken(new Started.Busy(find(waits.behind()).orElseThrow()));
      case Admission.Refused(List<LiveRevision> live, String reason) ->
          new Turn.NotTaken(new Started.TooManyRevisions(live, reason));
    };
  }

  private Turn begun(NewRelease planned) {
    plans.save(new StoredPlan(planned.id().value(), CanonicalJson.of(planned.plan())));
    ledger.record(planned.id(), 1, planned.started().by(), ReleaseHappened.start(planned));
    return new Turn.Began(find(planned.id()).orElseThrow());
  }

  @Override
  public boolean end(ReleaseId release, Unstarted end) {
    return transactions.write(() -> {
      Optional<ReleaseRow> waiting = held(release);
      if (waiting.isPresent()) {
        for (Keyed<?> event : end.events(release)) {
          ledger.record(release, 1, end.by(), event);
        }
      }
      return waiting.isPresent();
    });
  }
}
