package dev.meridian.gate.bake;

import dev.meridian.gate.sample.SampleCounters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One drawn bake through the fold and its decision, beside {@link BakeOracle} at every interval.
 */
public final class BakeChecker {
  private static final int MOST_INTERVALS = 160;

  private final BakeTale tale;
  private final BakeOracle oracle;
  private final BakeFold fold;
  private BakeState state;
  private boolean crossed;

  private BakeChecker(long seed) {
    tale = new BakeTale(seed);
    oracle = new BakeOracle(tale);
    fold = new BakeFold(tale.subject);
    state = fold.begin(tale.standings());
  }

  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String what) {
      super(what);
    }
  }

  /** What the judge gets wrong in this seed's bake, if it does. */
  public static Optional<String> violation(long seed) {
    try {
      new BakeChecker(seed).run();
      return Optional.empty();
    } catch (RuntimeException broken) {
      return Optional.of(String.valueOf(broken.getMessage()));
    }
  }

  private void require(String law, Object seen, Object right) {
    if (!seen.equals(right)) {
      throw new Broken(law + " at " + state.gridIndex() + ": " + seen + ", not " + right);
    }
  }

  private void near(String law, double seen, double right) {
    if (Math.abs(seen - right) > 1e-6 * (1 + Math.abs(right))) {
      throw new Broken(law + " at " + state.gridIndex() + ": " + seen + ", not " + right);
    }
  }

  private GateState.Ratio errors() {
    return (GateState.Ratio) state.gates().getFirst();
  }

  private void run() {
    boolean spoken = false;
    for (int i = 0; i < MOST_INTERVALS && !spoken; i++) {
      ControlSet control = errors().control();
      GridObservations grid = tale.next(state.at());
      boolean answers = tale.clusterAnswers();
      Instant at = grid.until();
      state = fold.fold(state, grid).clusterSeen(answers, at);
      oracle.observed(
          grid,
          new BakeOracle.Control(control.members(), control.expected(), control.calibration()));
      oracle.clusterSeen(answers, at);
      counted();
      controlled(grid);
      if (i % 8 == 0 || oracle.crosses()) {
        figures();
      }
      crossed |= oracle.crosses();
      require("errors crossed", errors().crossing().isPresent(), crossed);
      require("cpu crossed", state.gates().get(1).crossing().isPresent(), oracle.cpu().crosses());
      spoken = decided();
    }
  }

  private void counted() {
    SampleCounters counters = errors().samples().counters();
    require("good", counters.good(), oracle.good);
    require("bad", counters.bad(), oracle.bad);
    require("no data", counters.noData(), oracle.noData);
    require("query errors", counters.queryErrors(), oracle.errors);
    require("without control", errors().uncontrolled(), oracle.uncontrolled);
    require("good cpu", state.gates().get(1).samples().counters().good(), oracle.cpu().good());
    near("requests", errors().contender().all(), oracle.requests);
  }

  private void controlled(GridObservations grid) {
    List<String> members = codes(errors().control().members());
    require("control", members, codes(oracle.members(grid.standings())));
    require("control expected", errors().control().expected(), oracle.expected(grid.standings()));
  }

  private static List<String> codes(List<?> regions) {
    return regions.stream().map(String::valueOf).collect(Collectors.toList());
  }

  private void figures() {
    near("E of the paired test", errors().paired().logValue(), oracle.naive.logPaired());
    near("E of the ceiling", errors().ceiling().logValue(), oracle.naive.logCeiling());
    near("H", errors().health().logValue(), oracle.naive.logHealth());
  }

  /** True when there is a verdict. */
  private boolean decided() {
    BakeStep step = BakeDecision.decide(tale.subject, state, tale.terms);
    String right = oracle.says(crossed);
    String said =
        switch (step) {
          case BakeStep.KeepMeasuring _ -> "KeepMeasuring";
          case BakeStep.Hold hold -> hold.reason().name();
          case BakeStep.Verdict verdict -> verdict.cause().name();
        };
    boolean verdict = step instanceof BakeStep.Verdict;
    boolean held = step instanceof BakeStep.Hold;
    switch (right) {
      case "any verdict" -> {
        boolean passes = said.equals("PROVEN") || said.equals("UNPROVEN");
        require("a verdict, not a pass", verdict && !passes, true);
      }
      case "TOO_FEW_REQUESTS held", "CLUSTER_AWAY held" ->
          require("held", held ? said + " held" : said, right);
      default -> require("decision", said, right);
    }
    return verdict;
  }
}
