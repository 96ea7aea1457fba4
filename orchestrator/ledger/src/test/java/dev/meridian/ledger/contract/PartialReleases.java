package dev.meridian.ledger.contract;

import static dev.meridian.ledger.contract.Samples.CHECKOUT;
import static dev.meridian.ledger.contract.Samples.FRANKFURT;
import static dev.meridian.ledger.contract.Samples.PARIS;
import static dev.meridian.ledger.contract.Samples.TOKYO;
import static dev.meridian.ledger.contract.Samples.event;
import static dev.meridian.ledger.contract.Samples.newRelease;
import static dev.meridian.ledger.contract.Samples.release;

import dev.meridian.ledger.Releases.Started;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.admission.LiveRevision;
import dev.meridian.service.RevisionId;
import java.util.List;
import java.util.Optional;

/** Releases of one service to three regions, stopped by a person before they were everywhere. */
public final class PartialReleases {
  private final Ports ports;

  public PartialReleases(Ports ports) {
    this.ports = ports;
  }

  /** The first reached Frankfurt and Tokyo, the second Tokyo; nobody was ever in Paris. */
  public void twoStoppedHalfWay() {
    stoppedIn(1, "1", FRANKFURT, TOKYO);
    stoppedIn(2, "2", TOKYO);
  }

  /** What a third revision is told. */
  public Started third() {
    return start(3, "3");
  }

  Started start(int number, String digit) {
    return ports
        .releases()
        .start(
            Samples.bringing(
                revision(digit), newRelease(release(number), CHECKOUT, FRANKFURT, TOKYO, PARIS)),
            Optional.empty());
  }

  private void stoppedIn(int number, String digit, RegionCode... regions) {
    start(number, digit);
    for (RegionCode region : regions) {
      record(number, "deploy/" + region, new RegionEvent.DeployIntended(region, 1, "00"));
    }
    record(number, "end", new ReleaseEvent.ReleaseEnded(ReleaseOutcome.STOPPED, "enough"));
  }

  private void record(int number, String key, ReleaseEvent event) {
    ports.releaseLedger().record(release(number), 1, "meridian", event(number + "/" + key, event));
  }

  static LiveRevision live(String digit, int by, RegionCode... regions) {
    return new LiveRevision(
        Optional.of(revision(digit)), Optional.of(release(by)), List.of(regions));
  }

  private static RevisionId revision(String digit) {
    return new RevisionId(digit.repeat(64));
  }
}
