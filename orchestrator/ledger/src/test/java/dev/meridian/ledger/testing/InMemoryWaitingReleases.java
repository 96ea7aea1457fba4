package dev.meridian.ledger.testing;

import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Releases.Started;
import dev.meridian.ledger.WaitingReleases;
import dev.meridian.ledger.entry.ReleaseHappened;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.Admission;
import dev.meridian.release.admission.LiveRevision;
import dev.meridian.release.admission.Wish;
import java.util.List;
import java.util.Optional;

/** Those of the rows in memory that wait. */
final class InMemoryWaitingReleases implements WaitingReleases {
  private final InMemoryLedger ledger;
  private final InMemoryReleases releases;

  InMemoryWaitingReleases(InMemoryLedger ledger, InMemoryReleases releases) {
    this.ledger = ledger;
    this.releases = releases;
  }

  @Override
  public List<ReleaseRow> due() {
    synchronized (ledger) {
      return releases.rows().stream()
          .filter(row -> row.phase() == Phase.WAITING)
          .filter(row ->
              releases.world().active(row.service()).stream()
                  .allMatch(InMemoryWaitingReleases::letsFollow))
          .filter(row -> releases.owed(row.service()).isEmpty())
          .toList();
    }
  }

  private static boolean letsFollow(ReleaseRow active) {
    return active.phase() == Phase.RUNNING && active.place().letsFollow();
  }

  @Override
  public Turn start(NewRelease planned) {
    synchronized (ledger) {
      return waiting(planned.id()).isPresent() ? turn(planned) : new Turn.Gone();
    }
  }

  private Turn turn(NewRelease planned) {
    return releases
        .markedBad(planned.started())
        .<Turn>map(Turn.NotTaken::new)
        .orElseGet(() -> admitted(planned));
  }

  private Optional<ReleaseRow> waiting(ReleaseId release) {
    return releases.find(release).filter(row -> row.phase() == Phase.WAITING);
  }

  private Turn admitted(NewRelease planned) {
    Wish wish = Wish.of(planned.id(), planned.started());
    return switch (Admission.of(wish, releases.world().of(planned.started().service()))) {
      case Admission.Starts starts ->
          releases
              .owing(planned.started())
              .<Turn>map(Turn.NotTaken::new)
              .orElseGet(() -> begun(releases.placed(planned, starts.behind())));
      case Admission.Waits waits ->
          new Turn.NotTaken(new Started.Busy(releases.find(waits.behind()).orElseThrow()));
      case Admission.Refused(List<LiveRevision> live, String reason) ->
          new Turn.NotTaken(new Started.TooManyRevisions(live, reason));
    };
  }

  private Turn begun(NewRelease planned) {
    releases.freeze(planned);
    record(planned.id(), planned.started().by(), ReleaseHappened.start(planned));
    return new Turn.Began(releases.find(planned.id()).orElseThrow());
  }

  @Override
  public boolean end(ReleaseId release, Unstarted end) {
    synchronized (ledger) {
      boolean waits = waiting(release).isPresent();
      if (waits) {
        end.events(release).forEach(event -> record(release, end.by(), event));
      }
      return waits;
    }
  }

  private void record(ReleaseId release, String actor, Keyed<? extends ReleaseEvent> event) {
    LedgerEntry entry = ledger.append(ReleaseHappened.entry(release, 1, actor, event));
    releases.project(release, ReleaseHappened.recorded(entry));
  }
}
