package dev.meridian.evacuation;

import dev.meridian.evacuation.EvacuationPlan.Cause;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One random evacuation: capacity (P19), answers (P20), receivers (P21), law (P32), the way back.
 */
public final class EvacuationChecker {
  private final EvacuationRequest request;
  private final EvacuationOracle oracle;
  private final EvacuationPlan plan;

  private EvacuationChecker(EvacuationRequest request) {
    this.request = request;
    this.oracle = new EvacuationOracle(request);
    this.plan = Evacuation.solve(request);
  }

  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String what) {
      super(what);
    }
  }

  /** The law that the evacuation of this seed breaks, if it breaks one. */
  public static Optional<String> violation(long seed) {
    try {
      SplittableRandom random = new SplittableRandom(seed);
      EvacuationRequest drawn = Worlds.drawn(random);
      List<Serving> regions = drawn.regions().stream().map(it -> moved(it, random)).toList();
      EvacuationRules rules =
          new EvacuationRules(
              Share.ofFraction(random.nextDouble(0.4)),
              Share.ofFraction(random.nextDouble(0.5)),
              random.nextInt(1, 4));
      new EvacuationChecker(
              new EvacuationRequest(drawn.leaving(), drawn.releaseSuspected(), regions, rules))
          .check();
      ramp(new Weight(random.nextInt(256)));
      standing(random);
      return Optional.empty();
    } catch (RuntimeException broken) {
      return Optional.of(String.valueOf(broken.getMessage()));
    }
  }

  /** Some regions are in the middle of a return or have received before; laws are one-sided. */
  private static Serving moved(Serving serving, SplittableRandom random) {
    boolean usual = random.nextInt(5) > 0 || serving.weight().value() == 0;
    boolean open = random.nextInt(10) == 0;
    return new Serving(
        serving.region(),
        usual ? serving.weight() : new Weight(random.nextInt(1, 256)),
        serving.usualWeight(),
        serving.demand(),
        serving.capacity(),
        serving.standing(),
        open ? new Serving.Law("us", List.of("eu", "far")) : serving.law());
  }

  private static void require(String law, boolean holds, Object seen) {
    if (!holds) {
      throw new Broken(law + ": " + seen);
    }
  }

  private void check() {
    switch (plan) {
      case EvacuationPlan.Refused refused -> refused(refused.cause());
      case EvacuationPlan.Move move -> {
        if (request.left().weight().value() > 0) {
          moved(move);
        } else {
          require("P20 nothing to move", move.weights().isEmpty(), move);
        }
      }
    }
  }

  private void refused(Cause cause) {
    switch (cause) {
      case NOBODY_LEFT, LAW, NO_RECEIVER ->
          require("refused for " + cause, oracle.obstacle().equals(Optional.of(cause)), request);
      case SPILL, NO_ROOM -> {
        require("refused in vain", oracle.obstacle().isEmpty(), oracle.obstacle());
        require("refused where there is room", oracle.best().isEmpty(), cause);
      }
    }
  }

  private void moved(EvacuationPlan.Move move) {
    int[] now = oracle.weightsNow();
    int[] after = now.clone();
    for (int i = 0; i < now.length; i++) {
      Serving serving = request.regions().get(i);
      Map<RegionCode, Weight> changed = move.weights();
      after[i] = changed.getOrDefault(serving.region(), serving.weight()).value();
    }
    Optional<Cause> obstacle = oracle.obstacle();
    boolean unlawful = obstacle.equals(Optional.of(Cause.LAW));
    require("P32 users arrive where they may not", !unlawful, move);
    boolean nobody = obstacle.equals(Optional.of(Cause.NOBODY_LEFT));
    require("P20 too few would answer", !nobody, move);
    require("P21 no receiver is fit", obstacle.isEmpty(), move);
    for (int i = 0; i < now.length; i++) {
      region(i, now[i], after);
      Serving serving = request.regions().get(i);
      double said = move.predicted().getOrDefault(serving.region(), -1.0);
      double right = oracle.peak(i, after);
      require("predicted " + said, Math.abs(said - right) <= 1e-6 * (1 + right), right);
    }
    long spill = Math.round(1e6 * oracle.spill(after));
    require("P21 spill " + spill, spill <= request.rules().spill().ppm(), move);
    require("spill told", move.spill().ppm() == spill, move.spill());
    int[] least = oracle.best().orElse(now);
    require("raised by more than is needed", java.util.Arrays.equals(least, after), move);
  }

  private void region(int i, int before, int[] after) {
    Serving serving = request.regions().get(i);
    if (serving.region().equals(request.leaving())) {
      require("P20 the region is left", after[i] == 0, serving);
      return;
    }
    require("P20 a weight was lowered", after[i] >= before, serving);
    boolean raised = after[i] > before;
    require("P21 raised and not fit", !raised || (oracle.free(i) && before > 0), serving);
    boolean room = after[i] == 0 || oracle.left(i, after) >= -1e-6;
    require("P19 head-room lost", room, serving);
  }

  /** P17: rungs ascend, none is nobody, the last is the whole. */
  private static void ramp(Weight recorded) {
    int last = 0;
    for (ReturnRamp.Step step : ReturnRamp.steps(recorded)) {
      int weight = step.weight().value();
      double exact = recorded.value() * step.percent() / 100.0;
      require("P17 rungs ascend", weight > last, step);
      require("P17 rung", weight >= exact && weight < exact + 1, step);
      last = weight;
    }
    require("P17 the last rung is the whole", last == recorded.value(), last);
    boolean slow = recorded.value() < 20 || ReturnRamp.steps(recorded).size() == 3;
    require("P17 three rungs", slow, recorded);
  }

  /** P21: who may receive, by what has happened there. */
  private static void standing(SplittableRandom random) {
    RegionCode code = new RegionCode("r1");
    RegionProgress progress = RegionProgress.untouched(code);
    boolean begun = random.nextBoolean();
    boolean deployed = begun && random.nextBoolean();
    boolean harmed = deployed && random.nextInt(3) == 0;
    boolean ended = deployed && random.nextBoolean();
    boolean restored = deployed && random.nextInt(3) == 0;
    boolean away = begun && random.nextInt(4) == 0;
    boolean evacuated = random.nextInt(6) == 0;
    progress = begun ? progress.after(new RegionEvent.RegionStarted(code, 1, "")) : progress;
    progress =
        deployed ? progress.after(new RegionEvent.Deployed(code, 1, Instant.EPOCH)) : progress;
    VerdictCause cause = harmed ? VerdictCause.GATE : VerdictCause.PROVEN;
    progress =
        harmed || ended
            ? progress.after(new RegionEvent.VerdictGiven(code, 1, cause, "", ""))
            : progress;
    progress =
        restored ? progress.after(new RegionEvent.Restored(code, 1, List.of(), "")) : progress;
    RegionEnd how = harmed ? RegionEnd.DEGRADED : RegionEnd.PASSED;
    progress = ended ? progress.after(new RegionEvent.RegionEnded(code, 1, how, "")) : progress;
    progress =
        away ? progress.after(new RegionEvent.RegionObserved(code, 1, false, true, "")) : progress;
    progress =
        evacuated
            ? progress.after(new RegionEvent.Evacuated(code, 1, 1, "", "", List.of()))
            : progress;
    boolean incumbent = restored ? ended : !begun;
    boolean proven = deployed && !restored && ended && !harmed;
    boolean safe = !evacuated && !away && incumbent;
    boolean contender = !evacuated && !away && proven;
    Standing standing = Standing.of(progress);
    require("P21 may receive from a suspect", standing.free(true) == safe, progress);
    require("P21 may receive", standing.free(false) == (safe || contender), progress);
  }
}
