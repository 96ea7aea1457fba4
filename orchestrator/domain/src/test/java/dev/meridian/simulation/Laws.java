package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.ReleaseStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The properties of the safety document, checked from outside before every entry is believed, after
 * every effect and at every choice. {@link Witness} is all that is known; each {@link Chapter}
 * judges by it.
 */
final class Laws {
  private final Witness witness;
  private final LivenessLaws liveness;
  private final List<Chapter> chapters;

  Laws(SimulatedWorld world) {
    this(world, _ -> List.of());
  }

  /**
   * @param more laws, checked before those of every release
   */
  Laws(SimulatedWorld world, Function<Witness, List<Chapter>> more) {
    witness = new Witness(world);
    liveness = new LivenessLaws(witness);
    chapters = new ArrayList<>(more.apply(witness));
    chapters.addAll(
        List.of(
            new WaveLaws(witness),
            new PlanLaws(witness, world),
            new VerdictLaws(witness),
            new PeopleLaws(witness),
            new RecoveryLaws(witness),
            new OrderLaws(witness, Simulation.RESTORE_SHARE),
            new TrafficLaws(witness),
            new EffectLaws(witness),
            liveness));
  }

  void recorded(ReleaseEvent event) {
    chapters.forEach(chapter -> chapter.recorded(event));
    witness.note(event);
  }

  /** What the release does next. */
  void chosen(ReleaseStep step) {
    chapters.forEach(chapter -> chapter.chosen(step));
  }

  /** A region has decided. */
  void decided() {
    liveness.decided();
  }

  void applied(RegionCode region, Clusters.Running running, long fence) {
    Seen seen = witness.at(region);
    seen.contender = running == Clusters.Running.CONTENDER;
    chapters.forEach(chapter -> chapter.applied(seen, fence));
  }

  void moved(RegionCode region, boolean served, long serving) {
    chapters.forEach(chapter -> chapter.moved(region, served, serving));
  }

  /** Nothing more happens: it has ended, or a person must act. */
  void stands(ReleaseState state) {
    boolean same =
        witness.ended == state.outcome().isPresent()
            && witness.paused.isPresent() == state.paused().isPresent();
    Chapter.require("P26", same, "the fold says otherwise than the history: " + state);
    stands();
  }

  void stands() {
    chapters.forEach(Chapter::stands);
  }
}
