package dev.meridian.ledger.postgres.release;

import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases.BadMark;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.projection.ReleaseProjection;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import jakarta.inject.Singleton;

/** Draws an event onto the rows of its release, within the transaction that appended it. */
@Singleton
final class ReleaseDrawing {
  private final ReleaseRepository releases;
  private final OwedRepository owed;
  private final BadMarkRepository marks;
  private final RegionRevisionRepository revisions;

  ReleaseDrawing(
      ReleaseRepository releases,
      OwedRepository owed,
      BadMarkRepository marks,
      RegionRevisionRepository revisions) {
    this.releases = releases;
    this.owed = owed;
    this.marks = marks;
    this.revisions = revisions;
  }

  /** A chain without a row is left as it is. */
  void draw(ReleaseId id, Recorded<ReleaseEvent> recorded) {
    releases
        .findById(id.value())
        .map(StoredRelease::row)
        .ifPresent(row -> {
          releases.update(StoredRelease.of(ReleaseProjection.after(row, recorded)));
          ReleaseProjection.badMark(row, recorded).ifPresent(this::mark);
          drawOwed(row, recorded.event());
          drawRevision(row, recorded.event());
        });
  }

  private void mark(BadMark mark) {
    marks.mark(
        new StoredBadMark(
            mark.service().value(),
            mark.revision().hash(),
            mark.by().value(),
            mark.reason(),
            mark.at()));
  }

  private void drawOwed(ReleaseRow row, ReleaseEvent event) {
    if (event instanceof RegionEvent.RegionOwed owing) {
      owed.owe(row.id().value(), row.service().value(), owing.region().value());
    }
    if (event instanceof RegionEvent.RegionSettled settled) {
      owed.settle(row.id().value(), settled.region().value());
    }
  }

  /** From the intention on the contender may be there. */
  private void drawRevision(ReleaseRow row, ReleaseEvent event) {
    if (event instanceof RegionEvent.DeployIntended deploy) {
      revisions.bring(
          new StoredRegionRevision(
              row.id().value(),
              row.service().value(),
              deploy.region().value(),
              row.contender().hash()));
    }
    if (event instanceof RegionEvent.Restored restored) {
      revisions.takeBack(row.id().value(), restored.region().value());
    }
  }
}
