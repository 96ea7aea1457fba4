package dev.meridian.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.bake.BakeDecision;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.gate.bake.BakeStep;
import dev.meridian.gate.bake.GateState;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.ledger.knowledge.Changes;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.sandbox.world.Defect;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.frozen.FrozenRollout;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A bake is rebuilt by asking the past again: same samples, same verdict. */
@Timeout(60)
class RegionBakeTest {
  private static final RegionAttempt SEOUL = FrozenExample.attempt(BakeScene.SEOUL);

  private final BakeScene scene =
      new BakeScene(
          new Defect.Errors(
              new Defect.When(
                  Optional.empty(), Optional.empty(), Optional.of(Duration.ofMinutes(50))),
              0.05));
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() {
    scene.close();
    threads.shutdownNow();
  }

  private RegionBake bake(Optional<BakeState> checkpoint) {
    return bake(scene.frozen(SEOUL), checkpoint);
  }

  private RegionBake bake(FrozenRollout frozen, Optional<BakeState> checkpoint) {
    ReleaseFacts facts = facts();
    return new RegionBake(
        frozen, scene.sources(threads), facts, facts.exposedAt(SEOUL).orElseThrow(), checkpoint);
  }

  private ReleaseFacts facts() {
    return new BakeRecords(
            scene.ports.releaseLedger(),
            scene.ports.artifacts(),
            new Changes(scene.ports.ledger()),
            scene.clock)
        .facts(FrozenExample.RELEASE);
  }

  /**
   * Polls as if it were a little later each time, until there is a verdict or the end is reached.
   */
  private Optional<BakeStep.Verdict> run(RegionBake bake, Duration poll, Instant end)
      throws InterruptedException {
    BakeSources sources = scene.sources(threads);
    for (Instant now = bake.state().at().plus(poll); !now.isAfter(end); now = now.plus(poll)) {
      Optional<Tiling> due = bake.due(now.plus(RegionBake.SETTLE));
      if (due.isPresent()) {
        Tiling steps = due.orElseThrow();
        RawReads reads = sources.reads(bake.frozen(), bake.neededFrom(steps), steps.until());
        List<BakeStep> said =
            bake.advance(
                reads,
                steps,
                facts(),
                (subject, state) -> BakeDecision.decide(subject, state, bake.terms()));
        if (!said.isEmpty() && said.getLast() instanceof BakeStep.Verdict verdict) {
          return Optional.of(verdict);
        }
      }
    }
    return Optional.empty();
  }

  private void awaitWorld(Instant instant) throws InterruptedException {
    while (scene.clock.now().isBefore(instant)) {
      scene.clock.sleep(Duration.between(scene.clock.now(), instant));
    }
  }

  @Test
  void advance_whateverThePollsAndCheckpoints_givesTheSameVerdict() throws InterruptedException {
    Instant exposedAt = scene.exposed(BakeScene.SEOUL);
    Instant end = exposedAt.plus(Duration.ofHours(2));
    awaitWorld(end.plus(Duration.ofMinutes(1)));
    RegionBake fine = bake(Optional.empty());
    RegionBake coarse = bake(Optional.empty());
    BakeStep.Verdict verdict = run(fine, Duration.ofSeconds(45), end).orElseThrow();
    assertThat(run(coarse, Duration.ofMinutes(7), end)).contains(verdict);

    RegionBake halfway = bake(Optional.empty());
    assertThat(run(halfway, Duration.ofMinutes(3), exposedAt.plus(Duration.ofMinutes(31))))
        .isEmpty();
    BakeState checkpoint = BakeRecords.state(BakeRecords.json(halfway.state()));
    RegionBake resumed = bake(Optional.of(checkpoint));

    assertThat(checkpoint.gridIndex()).isBetween(100L, 124L);
    assertThat(run(resumed, Duration.ofMinutes(2), end)).contains(verdict);
    assertThat(verdict.sentence()).startsWith("errors: ");
    assertThat(resumed.state()).isEqualTo(fine.state());
  }

  @Test
  void pooledWave_countsTheContenderInAllItsRegionsAsOne() throws InterruptedException {
    RegionCode other = new RegionCode("sa-east-1");
    Instant exposedAt = scene.exposed(other.value());
    scene.exposed(BakeScene.SEOUL);
    Instant end = exposedAt.plus(Duration.ofMinutes(20));
    awaitWorld(end.plus(Duration.ofMinutes(5)));
    RegionBake alone = bake(Optional.empty());
    RegionBake pooled =
        bake(
            scene.pooled(SEOUL, List.of(other, new RegionCode(BakeScene.SEOUL))), Optional.empty());

    assertThat(run(alone, Duration.ofMinutes(5), end)).isEmpty();
    assertThat(run(pooled, Duration.ofMinutes(5), end)).isEmpty();

    assertThat(pooled.state().gridIndex()).isEqualTo(alone.state().gridIndex()).isPositive();
    assertThat(requests(pooled)).isGreaterThan(requests(alone) * 1.05);
    assertThat(pooled.terms().mayPassUnproven()).isTrue();
    assertThat(alone.terms().mayPassUnproven()).isFalse();
  }

  private static double requests(RegionBake bake) {
    return bake.state().gates().stream()
        .filter(GateState.Ratio.class::isInstance)
        .map(GateState.Ratio.class::cast)
        .findFirst()
        .orElseThrow()
        .contender()
        .all();
  }

  @Test
  void terms_comeFromThePlanAndThePolicy() {
    Instant exposedAt = scene.exposed(BakeScene.SEOUL);

    assertThat(bake(Optional.empty()).terms())
        .satisfies(terms -> {
          assertThat(Duration.between(exposedAt, terms.until()))
              .isBetween(Duration.ofMinutes(119), Duration.ofHours(2));
          assertThat(terms.deadline()).isEqualTo(Duration.ofHours(1));
          assertThat(terms.minimumRequests()).isEqualTo(1000);
        });
  }
}
