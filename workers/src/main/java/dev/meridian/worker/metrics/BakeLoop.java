package dev.meridian.worker.metrics;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.bake.BakeDecision;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.gate.bake.BakeStep;
import dev.meridian.gate.bake.Evidence;
import dev.meridian.gate.bake.HoldReason;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.worker.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The bake of one region: poll, fold, look from outside, write down; until there is a verdict. */
final class BakeLoop {
  private final RegionBake bake;
  private final BakeRecords records;
  private final OutsideLooks looks;
  private final Rhythm rhythm;
  private final Clock clock;
  private final SortedMap<HoldReason, Integer> held = new TreeMap<>();

  BakeLoop(RegionBake bake, BakeRecords records, OutsideLooks looks, Rhythm rhythm, Clock clock) {
    this.bake = bake;
    this.records = records;
    this.looks = looks;
    this.rhythm = rhythm;
    this.clock = clock;
  }

  RegionEvent.VerdictGiven run(Beat beat, BakeSources sources) throws InterruptedException {
    records.started(rollout(), bake.subject().exposedAt(), bake.terms());
    while (true) {
      looks.tick(clock.now());
      looks.clusterAnswers().ifPresent(answers -> bake.clusterSeen(answers, clock.now()));
      Optional<BakeStep.Verdict> verdict = dark();
      if (verdict.isEmpty()) {
        looks.clusterAway().ifPresent(this::holdAway);
        verdict = alarmed();
      }
      if (verdict.isEmpty()) {
        verdict = polled(beat, sources);
      }
      if (verdict.isPresent()) {
        records.checkpoint(rollout(), bake.state());
        return records.verdict(rollout(), verdict.orElseThrow());
      }
      if (rhythm.checkpointDue(clock.now())) {
        records.checkpoint(rollout(), bake.state());
      }
      beat.sleep(rhythm.pollPause());
    }
  }

  private Optional<BakeStep.Verdict> polled(Beat beat, BakeSources sources)
      throws InterruptedException {
    Optional<Tiling> due = bake.due(clock.now());
    if (due.isEmpty()) {
      return Optional.empty();
    }
    Tiling steps = due.orElseThrow();
    ReleaseFacts facts = records.facts(rollout().release());
    List<BakeStep> said =
        beat.await(
            sources
                .threads()
                .submit(() ->
                    bake.advance(
                        sources.reads(bake.frozen(), bake.neededFrom(steps), steps.until()),
                        steps,
                        facts,
                        (subject, state) -> BakeDecision.decide(subject, state, bake.terms()))));
    for (BakeStep step : said) {
      switch (step) {
        case BakeStep.KeepMeasuring on -> {}
        case BakeStep.Hold hold -> hold(hold);
        case BakeStep.Verdict verdict -> {
          return confirmed(verdict, beat);
        }
      }
    }
    return Optional.empty();
  }

  /** Nothing passes while its cluster is away: it could not be taken back. */
  private Optional<BakeStep.Verdict> confirmed(BakeStep.Verdict verdict, Beat beat)
      throws InterruptedException {
    if (!verdict.cause().passes()) {
      return Optional.of(verdict);
    }
    looks.fresh(clock::now, beat);
    Optional<String> away = looks.away();
    away.ifPresent(this::holdAway);
    return away.isPresent() ? Optional.empty() : Optional.of(verdict);
  }

  /** An alarm does not wait for the end of an interval. */
  private Optional<BakeStep.Verdict> alarmed() {
    Optional<BakeStep> said = bake.glance(clock.now(), () -> records.facts(rollout().release()));
    if (said.isPresent() && said.orElseThrow() instanceof BakeStep.Hold hold) {
      hold(hold);
    }
    return said.filter(BakeStep.Verdict.class::isInstance).map(BakeStep.Verdict.class::cast);
  }

  private Optional<BakeStep.Verdict> dark() {
    BakeState state = bake.state();
    return looks
        .dark()
        .map(sentence ->
            new BakeStep.Verdict(
                VerdictCause.DARK,
                sentence,
                Evidence.of(bake.subject(), state, VerdictCause.DARK, sentence)));
  }

  private void holdAway(String sentence) {
    hold(new BakeStep.Hold(HoldReason.CLUSTER_AWAY, sentence));
  }

  /** Each reason once, but each time that the bake began anew. */
  private void hold(BakeStep.Hold hold) {
    int time = hold.reason() == HoldReason.RESTARTED ? bake.state().around().restarts() : 1;
    if (held.getOrDefault(hold.reason(), 0) < time) {
      held.put(hold.reason(), time);
      records.held(rollout(), hold, time);
    }
  }

  private RegionAttempt rollout() {
    return bake.frozen().rollout();
  }
}
