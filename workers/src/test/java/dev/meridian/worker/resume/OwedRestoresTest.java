package dev.meridian.worker.resume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.OwedRegion;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.ServiceName;
import dev.meridian.region.Share;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.service.ImageReference;
import dev.meridian.service.Overlap;
import dev.meridian.service.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OwedRestoresTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final ReleaseId RELEASE = ReleaseId.parse("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final ReleaseId YOUNGER = ReleaseId.parse("01890a5e-ac96-774b-bcce-b302099a8057");
  private static final ServiceName CHECKOUT = new ServiceName("checkout");
  private static final RegionCode TOKYO = new RegionCode("ap-northeast-1");
  private static final OwedRegion OWED = new OwedRegion(RELEASE, CHECKOUT, TOKYO, 1);

  /** An engine that answers, or does not, and tells what it was asked to start. */
  private static final class ToldRuns implements OwedRuns {
    private final List<OwedRegion> started = new ArrayList<>();
    private boolean away;

    @Override
    public boolean start(OwedRegion region) {
      if (!away) {
        started.add(region);
      }
      return !away;
    }
  }

  private final Ports ports = Ports.inMemory();
  private final ToldRuns runs = new ToldRuns();
  private final OwedRestores restores = new OwedRestores(ports.releases(), runs);

  private void start(ReleaseId release, String revision) {
    ports
        .releases()
        .start(
            new NewRelease(
                release,
                new ReleaseEvent.ReleaseStarted(
                    CHECKOUT,
                    new RevisionId(revision.repeat(64)),
                    ImageReference.parse("shop/checkout@sha256:" + "2".repeat(64)),
                    1,
                    1,
                    List.of(new PlannedRegion(TOKYO, 1, Role.CANARY, new Share(1_000_000), "d")),
                    Share.ofFraction(0.33),
                    "ada",
                    "a new checkout",
                    List.of(),
                    Overlap.CANARY,
                    Optional.empty()),
                Map.of(),
                Map.of(),
                NOON),
            Optional.empty());
  }

  private void record(ReleaseId release, ReleaseEvent event) {
    ports
        .releaseLedger()
        .record(
            release, 1, "meridian", new Keyed<>(release + event.getClass().getName(), NOON, event));
  }

  private void end(ReleaseId release) {
    record(release, new RegionEvent.RegionOwed(TOKYO, 1, "away at the deadline"));
    record(release, new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ROLLED_BACK, "1 still owed"));
  }

  private void end() {
    start(RELEASE, "a");
    end(RELEASE);
  }

  @Test
  void owedRegion_whileItsReleaseIsStillRunning_isLeftToTheRelease() {
    start(RELEASE, "a");
    record(RELEASE, new RegionEvent.RegionOwed(TOKYO, 1, "away at the deadline"));
    restores.round(NOON);
    assertThat(runs.started).isEmpty();
  }

  @Test
  void owedRegion_ofAnEndedRelease_getsOneRunAndAnotherAfterFiveMinutes() {
    end();
    restores.round(NOON);
    restores.round(NOON.plusSeconds(299));
    assertThat(runs.started).containsExactly(OWED);
    restores.round(NOON.plus(Duration.ofMinutes(5)));
    assertThat(runs.started).containsExactly(OWED, OWED);
  }

  @Test
  void owedRegion_whileTheEngineIsAway_isTriedInEveryRound() {
    end();
    runs.away = true;
    restores.round(NOON);
    runs.away = false;
    restores.round(NOON.plusSeconds(1));
    assertThat(runs.started).containsExactly(OWED);
  }

  @Test
  void owedRegion_seenByANewProcess_getsARunAtOnce() {
    end();
    restores.round(NOON);
    new OwedRestores(ports.releases(), runs).round(NOON.plusSeconds(1));
    assertThat(runs.started).containsExactly(OWED, OWED);
  }

  @Test
  void owedRegion_settled_getsNoFurtherRun() {
    end();
    restores.round(NOON);
    record(RELEASE, new RegionEvent.RegionSettled(TOKYO, 1, "nothing is owed any more"));
    restores.round(NOON.plus(Duration.ofHours(1)));
    assertThat(runs.started).containsExactly(OWED);
  }

  @Test
  void region_owedByTwoReleases_isRestoredByTheYoungerFirst() {
    start(RELEASE, "a");
    record(RELEASE, new ReleaseEvent.WaveStarted(1, List.of(TOKYO), "it begins"));
    record(RELEASE, new RegionEvent.RegionEnded(TOKYO, 1, RegionEnd.PASSED, "proven"));
    record(RELEASE, new ReleaseEvent.WavePassed(1, "passed"));
    start(YOUNGER, "b");
    end(YOUNGER);
    end(RELEASE);
    OwedRegion onTop = new OwedRegion(YOUNGER, CHECKOUT, TOKYO, 1);
    assertThat(ports.releases().owed()).containsExactly(OWED, onTop);

    restores.round(NOON);
    assertThat(runs.started).containsExactly(onTop);
    record(YOUNGER, new RegionEvent.RegionSettled(TOKYO, 1, "it is what it was"));
    restores.round(NOON.plusSeconds(1));
    assertThat(runs.started).containsExactly(onTop, OWED);
  }
}
