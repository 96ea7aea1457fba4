package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;

/** One bake in a small world, as far as it has come. */
final class BakeStory {
  final BakeWorld world = new BakeWorld(42);
  final BakeFold fold = new BakeFold(world.subject(BakeWorld.gates()));
  BakeState state = fold.begin(world.standings);

  void run(int intervals) {
    state = world.run(fold, state, intervals);
  }

  /** From the exposure again, with the standings as they are now. */
  void beginAgain() {
    state = fold.begin(world.standings);
  }

  BakeStep decide() {
    return decide(BakeWorld.twoHours());
  }

  BakeStep decide(BakeTerms terms) {
    return BakeDecision.decide(fold.subject(), state, terms);
  }

  BakeStep.Verdict verdict() {
    assertThat(decide()).isInstanceOf(BakeStep.Verdict.class);
    return (BakeStep.Verdict) decide();
  }

  BakeStep.Hold hold() {
    assertThat(decide()).isInstanceOf(BakeStep.Hold.class);
    return (BakeStep.Hold) decide();
  }

  /** Runs until there is a verdict. */
  BakeStep.Verdict verdictWithin(int intervals) {
    for (int i = 0; i < intervals; i++) {
      run(1);
      if (decide() instanceof BakeStep.Verdict verdict) {
        return verdict;
      }
    }
    throw new AssertionError("no verdict within " + intervals + " intervals: " + decide());
  }

  ControlSet control() {
    return ((GateState.Ratio) state.gates().getFirst()).control();
  }
}
