package dev.meridian.worker.metrics;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.bake.BakeDecision;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.gate.bake.BakeStep;
import dev.meridian.gate.bake.BakeTerms;
import dev.meridian.gate.bake.Evidence;
import dev.meridian.gate.bake.HoldReason;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.worker.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The bake of one region: poll, fold, look from outside, write down; until there is a verdict. */
final class BakeLoop {
  private final RegionBake bake;
  private final BakeRecords records;
  private final OutsideLooks looks;
  private final Rhythm rhythm;
  private final Clock clock;
  private final BakeTerms terms;
  private final Set<HoldReason> held = EnumSet.noneOf(HoldReason.class);

  BakeLoop(RegionBake bake, BakeRecords records, OutsideLooks looks, Rhythm rhythm, Clock clock) {
    this.bake = bake;
    this.records = records;
    this.looks = looks;
    this.rhythm = rhythm;
    this.clock = clock;
    this.terms = bake.terms();
  }

  RegionEvent.VerdictGiven run(Beat beat, BakeSources sources) throws InterruptedException {
    records.started(rollout(), bake.subject().exposedAt(), terms);
    while (true) {
      looks.tick(clock.now());
      looks.clusterAnswers().ifPresent(answers -> bake.clusterSeen(answers, clock.now()));
      Optional<BakeStep.Verdict> verdict = dark();
      if (verdict.isEmpty()) {
        looks.clusterAway().ifPresent(said -> hold(HoldReason.CLUSTER_AWAY, said));
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
                        (subject, state) -> BakeDecision.decide(subject, state, terms))));
    for (BakeStep step : said) {
      switch (step) {
        case BakeStep.KeepMeasuring on -> {}
        case BakeStep.Hold hold -> hold(hold.reason(), hold.sentence());
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
    away.ifPresent(said -> hold(HoldReason.CLUSTER_AWAY, said));
    return away.isPresent() ? Optional.empty() : Optional.of(verdict);
  }

  /** An alarm does not wait for the end of an interval. */
  private Optional<BakeStep.Verdict> alarmed() {
    Optional<BakeStep> said = bake.glance(clock.now(), () -> records.facts(rollout().release()));
    if (said.isPresent() && said.orElseThrow() instanceof BakeStep.Hold hold) {
      hold(hold.reason(), hold.sentence());
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

  /** Each reason once. */
  private void hold(HoldReason reason, String sentence) {
    if (held.add(reason)) {
      records.held(rollout(), reason, sentence);
    }
  }

  private RegionAttempt rollout() {
    return bake.frozen().rollout();
  }
}
