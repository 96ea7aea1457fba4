package dev.meridian.worker.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.pace.Pace;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.ServiceName;
import dev.meridian.region.Share;
import dev.meridian.release.Neighbours;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.service.ImageReference;
import dev.meridian.service.Overlap;
import dev.meridian.service.RevisionId;
import dev.meridian.worker.Clock;
import dev.meridian.worker.Pulse;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An older release that has passed its canary {@code c}, and a younger one that is there now. */
@Timeout(30)
class LedgerNeighboursTest {
  private static final ReleaseId OLDER = new ReleaseId(new UUID(0, 1));
  private static final ReleaseId YOUNGER = new ReleaseId(new UUID(0, 2));
  private static final RegionCode CANARY = new RegionCode("c");
  private static final RegionCode WORLD = new RegionCode("w");

  private final Ports ports = Ports.inMemory();
  private final ReleaseLedger ledger = ports.releaseLedger();
  private final LedgerNeighbours neighbours =
      new LedgerNeighbours(
          ledger, new Clock(new Pace(Instant.now(), Instant.EPOCH, 1)), Pulse::silent);

  @BeforeEach
  void theYoungerIsInTheCanaryOfTheOlder() {
    start(OLDER, "a");
    record(OLDER, new ReleaseEvent.WaveStarted(1, List.of(CANARY), "it begins"));
    record(OLDER, new RegionEvent.Deployed(CANARY, 1, Instant.EPOCH));
    record(OLDER, new RegionEvent.RegionEnded(CANARY, 1, RegionEnd.PASSED, "proven"));
    record(OLDER, new ReleaseEvent.WavePassed(1, "passed"));
    start(YOUNGER, "b");
    assertThat(ledger.state(YOUNGER).neighbours().older())
        .map(Neighbours.Older::release)
        .contains(OLDER);
    assertThat(ledger.state(OLDER).neighbours().shared(CANARY)).isTrue();
  }

  private void start(ReleaseId id, String revision) {
    ReleaseEvent.ReleaseStarted started =
        new ReleaseEvent.ReleaseStarted(
            new ServiceName("checkout"),
            new RevisionId(revision.repeat(64)),
            ImageReference.parse("shop/checkout@sha256:" + "2".repeat(64)),
            1,
            1,
            List.of(
                new PlannedRegion(CANARY, 1, Role.CANARY, Share.ofFraction(0.1), "c"),
                new PlannedRegion(WORLD, 2, Role.PRODUCTION, Share.ofFraction(0.9), "w")),
            Share.ofFraction(0.5),
            "ada",
            "to see",
            List.of(),
            Overlap.CANARY,
            Optional.empty());
    ports
        .releases()
        .start(new NewRelease(id, started, Map.of(), Map.of(), Instant.EPOCH), Optional.empty());
  }

  private void record(ReleaseId release, ReleaseEvent event) {
    String key = release + "/" + ledger.history(release).size();
    ledger.record(release, 1, "meridian", new Keyed<>(key, Instant.EPOCH, event));
  }

  private void awaitOlder() {
    neighbours.awaitNews(YOUNGER, 1, ledger.state(YOUNGER).neighbours());
  }

  private void awaitYounger() {
    neighbours.awaitNews(OLDER, 1, ledger.state(OLDER).neighbours());
  }

  private void takeBackTheOlder() {
    record(OLDER, new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "harm"));
  }

  @Test
  void older_thatCompletes_freesTheYounger() {
    record(OLDER, new ReleaseEvent.ReleaseEnded(ReleaseOutcome.COMPLETED, "everywhere"));
    awaitOlder();
    assertThat(ledger.state(YOUNGER).neighbours()).isEqualTo(Neighbours.NONE);
  }

  @Test
  void older_thatIsTakenBack_isToldOnce() {
    Neighbours known = ledger.state(YOUNGER).neighbours();
    takeBackTheOlder();
    neighbours.awaitNews(YOUNGER, 1, known);
    neighbours.awaitNews(YOUNGER, 1, known);
    assertThat(ledger.state(YOUNGER).neighbours().older())
        .contains(new Neighbours.Older(OLDER, true));
    assertThat(ledger.history(YOUNGER))
        .filteredOn(it -> it.event() instanceof ReleaseEvent.OlderTakenBack)
        .hasSize(1);
  }

  @Test
  void older_thatSomebodyAborts_isBeingTakenBack() {
    record(OLDER, new ReleaseEvent.AbortRequested("ada", "no"));
    awaitOlder();
    assertThat(ledger.state(YOUNGER).neighbours().older())
        .contains(new Neighbours.Older(OLDER, true));
  }

  @Test
  void olderRun_thatWasTakenOver_tellsNothing() {
    ports.releases().raiseEpoch(YOUNGER, 1);
    takeBackTheOlder();
    assertThatThrownBy(this::awaitOlder)
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> assertThat(failure.getType()).isEqualTo(FailureCode.SUPERSEDED.name()));
  }

  @Test
  void younger_thatBegins_isToldWhere() {
    record(YOUNGER, new ReleaseEvent.WaveStarted(1, List.of(CANARY), "it begins"));
    awaitYounger();
    assertThat(ledger.state(OLDER).neighbours().entered(CANARY)).isTrue();
  }

  @Test
  void younger_thatHasStartedSince_isNewsByItself() {
    neighbours.awaitNews(OLDER, 1, Neighbours.NONE);
    assertThat(ledger.state(OLDER).neighbours().younger()).isPresent();
  }

  @Test
  void younger_thatWasTakenBack_hasLeft() {
    record(YOUNGER, new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ROLLED_BACK, "undone"));
    awaitYounger();
    assertThat(ledger.state(OLDER).neighbours()).isEqualTo(Neighbours.NONE);
  }

  @Test
  void younger_thatStillOwesWhereTheOlderMustRestore_isOwedByTheOlderToo() {
    record(YOUNGER, new RegionEvent.RegionOwed(CANARY, 1, "its cluster is away"));
    record(YOUNGER, new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ROLLED_BACK, "1 owed"));
    takeBackTheOlder();
    awaitYounger();
    assertThat(ports.releases().owed(new ServiceName("checkout"))).containsExactly(CANARY);
    assertThat(ledger.history(OLDER))
        .extracting(it -> it.event().getClass().getSimpleName())
        .endsWith("RecoveryStarted", "RegionOwed", "YoungerLeft");
  }
}
