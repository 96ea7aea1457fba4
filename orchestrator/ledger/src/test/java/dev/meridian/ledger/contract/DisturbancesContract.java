package dev.meridian.ledger.contract;

import static dev.meridian.ledger.contract.Samples.CHECKOUT;
import static dev.meridian.ledger.contract.Samples.FRANKFURT;
import static dev.meridian.ledger.contract.Samples.NOON;
import static dev.meridian.ledger.contract.Samples.SEARCH;
import static dev.meridian.ledger.contract.Samples.TOKYO;
import static dev.meridian.ledger.contract.Samples.newRelease;
import static dev.meridian.ledger.contract.Samples.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.change.Disturbance;
import dev.meridian.gate.change.OutsideChange;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.knowledge.Changes;
import dev.meridian.ledger.knowledge.Changes.NewChange;
import dev.meridian.ledger.knowledge.Disturbances;
import dev.meridian.ledger.knowledge.Incidents;
import dev.meridian.ledger.knowledge.Incidents.NewIncident;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.region.incident.Incident;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Disturbances} promise on every ledger. */
abstract class DisturbancesContract {
  private static final Duration WEEK = Duration.ofDays(7);

  abstract Ports ports();

  private Disturbances disturbances() {
    return new Disturbances(
        ports().releases(),
        ports().releaseLedger(),
        new Incidents(ports().ledger()),
        new Changes(ports().ledger()));
  }

  private static Instant hour(int hour) {
    return NOON.plus(Duration.ofHours(hour));
  }

  private void record(int hour, ReleaseEvent event) {
    ports()
        .releaseLedger()
        .record(release(1), 1, "meridian", new Keyed<>("at " + hour, hour(hour), event));
  }

  private void incident(int from, int until, int recorded) {
    new Incidents(ports().ledger())
        .add(
            new NewIncident(
                CHECKOUT,
                new Incident(
                    TOKYO,
                    Incident.Kind.ERRORS,
                    Duration.ofHours((long) until - from),
                    hour(until),
                    Incident.Source.REPORT,
                    Optional.empty(),
                    "seen"),
                Optional.empty(),
                "ada",
                hour(recorded)),
            new IdempotencyKey("incident", "h"));
  }

  @Test
  void itsOwn_releaseThatEnded_isToldForTheTimeInWhichItWasInARegion() {
    ports().releases().start(newRelease(release(1), CHECKOUT, FRANKFURT, TOKYO), Optional.empty());
    record(1, new RegionEvent.RegionStarted(FRANKFURT, 1, "wave 1"));
    record(9, new RegionEvent.RegionEnded(FRANKFURT, 1, RegionEnd.PASSED, "well"));
    record(10, new ReleaseEvent.ReleaseEnded(ReleaseOutcome.COMPLETED, "all passed", false));

    assertThat(disturbances().itsOwn(CHECKOUT, hour(48), WEEK))
        .containsExactly(new Disturbance(List.of(FRANKFURT), hour(1), hour(9)));
    assertThat(disturbances().itsOwn(CHECKOUT, hour(9).plus(WEEK), WEEK)).isEmpty();
    assertThat(disturbances().itsOwn(SEARCH, hour(48), WEEK)).isEmpty();
  }

  @Test
  void itsOwn_incident_isToldFromItsBeginningOnceItIsKnown() {
    incident(1, 4, 30);

    assertThat(disturbances().itsOwn(CHECKOUT, hour(31), WEEK))
        .containsExactly(new Disturbance(List.of(TOKYO), hour(1), hour(4)));
    assertThat(disturbances().itsOwn(CHECKOUT, hour(29), WEEK)).isEmpty();
  }

  @Test
  void before_changeOfOthers_isToldToo() {
    new Changes(ports().ledger())
        .add(
            new NewChange(
                new OutsideChange(
                    OutsideChange.Kind.CAMPAIGN,
                    List.of(TOKYO),
                    hour(1),
                    Optional.of(hour(2)),
                    "spring sale",
                    Optional.empty()),
                "ada",
                hour(1)),
            new IdempotencyKey("change", "h"));

    assertThat(disturbances().before(CHECKOUT, hour(5), WEEK))
        .containsExactly(new Disturbance(List.of(TOKYO), hour(1), hour(2)));
    assertThat(disturbances().itsOwn(CHECKOUT, hour(5), WEEK)).isEmpty();
  }
}
