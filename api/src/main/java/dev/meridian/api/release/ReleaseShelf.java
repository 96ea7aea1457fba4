package dev.meridian.api.release;

import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Subject;
import dev.meridian.region.ServiceName;
import dev.meridian.release.ReleaseEvent.ReleaseStarted;
import dev.meridian.release.ReleaseId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds releases, and waits for news of them. */
@Singleton
public final class ReleaseShelf {
  private static final int PAGE = 200;

  private final Releases releases;
  private final ReleaseLedger history;
  private final Ledger ledger;

  ReleaseShelf(Releases releases, ReleaseLedger history, Ledger ledger) {
    this.releases = releases;
    this.history = history;
    this.ledger = ledger;
  }

  /**
   * @throws ProblemException when there is no such release
   */
  public ReleaseRow row(String id) {
    return parse(id)
        .flatMap(releases::find)
        .orElseThrow(() ->
            ProblemException.of(
                ProblemType.UNKNOWN_RELEASE,
                "GET /api/v1/releases lists every release, newest first."));
  }

  private static Optional<ReleaseId> parse(String id) {
    try {
      return Optional.of(ReleaseId.parse(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The regions that a release is planned for, sorted. */
  public List<String> regions(ReleaseRow row) {
    return history.history(row.id()).stream()
        .map(Recorded::event)
        .filter(ReleaseStarted.class::isInstance)
        .flatMap(started -> ((ReleaseStarted) started).schedule().stream())
        .map(planned -> planned.region().value())
        .sorted()
        .toList();
  }

  ReleaseView view(ReleaseRow row) {
    return ReleaseView.of(row, history.history(row.id()));
  }

  /**
   * Newest first, after the cursor; one more than asked for tells whether there is another page.
   */
  List<ReleaseRow> list(
      Optional<ServiceName> service, Optional<Phase> phase, Optional<String> before, int limit) {
    List<ReleaseRow> found = new ArrayList<>();
    Optional<ReleaseId> cursor = before.flatMap(ReleaseShelf::parse);
    while (found.size() <= limit) {
      List<ReleaseRow> page = releases.list(service, cursor, PAGE);
      page.stream()
          .filter(row -> phase.isEmpty() || phase.get() == row.phase())
          .forEach(found::add);
      if (page.size() < PAGE) {
        break;
      }
      cursor = Optional.of(page.getLast().id());
    }
    return found.subList(0, Math.min(found.size(), limit + 1));
  }

  /**
   * Waits until a release has what {@code wish} asks for, and at most until {@code deadline} of the
   * wall clock; then the release as it stands.
   */
  ReleaseView await(String id, Wish wish, Instant deadline) {
    while (true) {
      ReleaseView view = view(row(id));
      Duration left = Duration.between(Instant.now(), deadline);
      if (wish.grantedBy(view) || !left.isPositive() || Thread.currentThread().isInterrupted()) {
        return view;
      }
      Subject subject = Subject.release(ReleaseId.parse(id));
      ledger.await(subject, view.summary().seq(), 1, left);
    }
  }

  /**
   * What a long poll waits for.
   *
   * @param after something newer than this entry, where no point is named
   * @param until a point of the way; also granted when it cannot be reached without a person
   */
  record Wish(long after, Optional<Until> until) {
    boolean grantedBy(ReleaseView view) {
      Phase phase = view.summary().phase();
      if (phase == Phase.ENDED) {
        return true;
      }
      return until
          .map(point -> view.has(point) || phase == Phase.PAUSED)
          .orElseGet(() -> view.summary().seq() > after);
    }
  }
}
