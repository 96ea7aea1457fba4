package dev.meridian.worker.check;

import dev.meridian.check.Incumbent;
import dev.meridian.check.LoadEvidence;
import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent.CheckEnded;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.cluster.Predecessors;
import java.util.Optional;

/** What load checks wrote down, of this revision and of the one before it. */
public final class LoadRecords {
  private final ReleaseLedger ledger;
  private final Artifacts artifacts;
  private final Predecessors predecessors;

  public LoadRecords(ReleaseLedger ledger, Artifacts artifacts) {
    this.ledger = ledger;
    this.artifacts = artifacts;
    this.predecessors = new Predecessors(ledger, artifacts);
  }

  /** Keeps the figures and returns the id under which they are found. */
  String keep(LoadEvidence evidence) {
    return artifacts.store("load-check", MeridianJson.text(evidence));
  }

  /** The record of what ran in the region before this release came. */
  Incumbent incumbent(RegionAttempt rollout, String check) {
    Optional<ReleaseId> before = predecessors.of(rollout.release(), rollout.region());
    if (before.isEmpty()) {
      return new Incumbent.Unrecorded("what ran here before came by no release that is recorded");
    }
    String release = "release " + before.orElseThrow();
    return ledger.history(before.orElseThrow()).stream()
        .map(Recorded::event)
        .filter(CheckEnded.class::isInstance)
        .map(CheckEnded.class::cast)
        .filter(ended -> ended.region().equals(rollout.region()) && ended.check().equals(check))
        .filter(CheckEnded::passed)
        .reduce((_, newer) -> newer)
        .flatMap(ended -> artifacts.load(ended.evidence()))
        .map(json -> MeridianJson.read(json, LoadEvidence.class))
        .<Incumbent>map(evidence -> new Incumbent.Recorded(release, evidence.contender()))
        .orElseGet(() ->
            new Incumbent.Unrecorded(
                release + ", which brought the incumbent, has no figures of this check"));
  }
}
