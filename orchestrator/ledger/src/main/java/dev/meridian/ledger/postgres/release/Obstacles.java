package dev.meridian.ledger.postgres.release;

import dev.meridian.ledger.Releases.Started;
import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseEvent.ReleaseStarted;
import dev.meridian.release.ReleaseId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What earlier releases have left in the way of a start. */
@Singleton
final class Obstacles {
  private final OwedRepository owed;
  private final BadMarkRepository marks;

  Obstacles(OwedRepository owed, BadMarkRepository marks) {
    this.owed = owed;
    this.marks = marks;
  }

  /** To be asked when nothing of the service can end any more: a mark may have come just before. */
  Optional<Started.Refused> inTheWay(ReleaseStarted started) {
    return markedBad(started).or(() -> owing(started));
  }

  /** Regions that this release would touch and that the oldest owing release still owes. */
  private Optional<Started.Refused> owing(ReleaseStarted started) {
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

  /** Locked until commit: nobody lifts it meanwhile. */
  Optional<Started.Refused> markedBad(ReleaseStarted started) {
    return marks
        .lock(started.service().value(), started.contender().hash())
        .map(mark -> new Started.MarkedBad(mark.mark()));
  }
}
