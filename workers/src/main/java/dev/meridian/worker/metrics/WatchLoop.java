package dev.meridian.worker.metrics;

import dev.meridian.gate.bake.BakeDecision;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.gate.bake.BakeStep;
import dev.meridian.gate.bake.BakeSubject;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.release.RegionEvent;
import dev.meridian.worker.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The watch over regions that have passed: their bakes go on from where they stood, until one is
 * degraded. Raw samples are read once for all of them.
 */
final class WatchLoop {
  private final List<RegionBake> bakes;
  private final BakeRecords records;
  private final Rhythm rhythm;
  private final Clock clock;

  /** One region with the steps that it can fold now. */
  private record Due(RegionBake bake, Tiling steps) {}

  WatchLoop(List<RegionBake> bakes, BakeRecords records, Rhythm rhythm, Clock clock) {
    this.bakes = List.copyOf(bakes);
    this.records = records;
    this.rhythm = rhythm;
    this.clock = clock;
  }

  RegionEvent.VerdictGiven run(Beat beat, BakeSources sources) throws InterruptedException {
    while (true) {
      Optional<RegionEvent.VerdictGiven> verdict =
          beat.await(sources.threads().submit(() -> round(sources)));
      if (verdict.isPresent()) {
        return verdict.orElseThrow();
      }
      if (rhythm.checkpointDue(clock.now())) {
        bakes.forEach(bake -> records.checkpoint(bake.frozen().rollout(), bake.state()));
      }
      beat.sleep(rhythm.pollPause());
    }
  }

  private Optional<RegionEvent.VerdictGiven> round(BakeSources sources)
      throws InterruptedException {
    List<Due> due = due();
    if (due.isEmpty()) {
      return Optional.empty();
    }
    Instant from =
        due.stream()
            .map(each -> each.bake().neededFrom(each.steps()))
            .min(Instant::compareTo)
            .orElseThrow();
    Instant until =
        due.stream().map(each -> each.steps().until()).max(Instant::compareTo).orElseThrow();
    RawReads reads = sources.reads(due.getFirst().bake().frozen(), from, until);
    ReleaseFacts facts = records.facts(due.getFirst().bake().frozen().rollout().release());
    for (Due each : due) {
      List<BakeStep> said = each.bake().advance(reads, each.steps(), facts, WatchLoop::degraded);
      if (!said.isEmpty() && said.getLast() instanceof BakeStep.Verdict verdict) {
        records.checkpoint(each.bake().frozen().rollout(), each.bake().state());
        return Optional.of(records.watchVerdict(each.bake().frozen().rollout(), verdict));
      }
    }
    return Optional.empty();
  }

  private List<Due> due() {
    Instant now = clock.now();
    List<Due> due = new ArrayList<>();
    for (RegionBake bake : bakes) {
      bake.due(now).ifPresent(steps -> due.add(new Due(bake, steps)));
    }
    return due;
  }

  private static BakeStep degraded(BakeSubject subject, BakeState state) {
    return BakeDecision.degraded(subject, state)
        .<BakeStep>map(verdict -> verdict)
        .orElseGet(BakeStep.KeepMeasuring::new);
  }

  /** Where each region stands, for people who look at the activity. */
  Object progress() {
    SortedMap<String, Instant> progress = new TreeMap<>();
    bakes.forEach(bake -> progress.put(bake.frozen().region().code().value(), bake.state().at()));
    return BakeRecords.json(progress);
  }
}
