package dev.meridian.simulation;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.gate.bake.BakeStep;
import dev.meridian.gate.bake.History;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseState;
import dev.meridian.simulation.judge.JudgedWorld;
import dev.meridian.simulation.judge.RegionJudge;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Bakes end as the real judge says of samples drawn one by one. While a region is in bake or
 * watched, every interval is read when it has settled, folded for each of them and decided upon. A
 * judge that was killed begins again at its newest checkpoint and reads the past.
 */
final class JudgedBakes implements Bakes {
  private static final long CHECKPOINT = 300;

  /** A person who is paged acts after so long; until then the watch goes on. */
  private static final long PERSON = 1_800;

  private final JudgedWorld world;
  private final Agenda agenda;
  private final Clusters clusters;
  private final Book book;
  private final Samples samples;
  private final SortedMap<String, History> histories;
  private final Map<RegionCode, Judged> judged = new TreeMap<>();
  private long pausedSince;
  private long folded;
  private boolean ticking;

  /** One attempt under judgement. */
  private static final class Judged {
    final RegionJudge judge;
    RegionAttempt rollout;
    BakeState checkpoint;
    Optional<Consumer<VerdictCause>> bake = Optional.empty();
    Optional<Runnable> watch = Optional.empty();

    Judged(RegionAttempt rollout, RegionJudge judge) {
      this.rollout = rollout;
      this.judge = judge;
      this.checkpoint = judge.state();
    }

    /** A newer run takes it up. */
    void by(RegionAttempt newer) {
      if (newer.epoch() > rollout.epoch()) {
        judge.resume(checkpoint);
      }
      rollout = newer;
    }
  }

  JudgedBakes(JudgedWorld world, Agenda agenda, Clusters clusters, Book book) {
    this.world = world;
    this.agenda = agenda;
    this.clusters = clusters;
    this.book = book;
    this.samples = new Samples(world, clusters, book);
    this.histories = samples.histories();
  }

  @Override
  public long judged() {
    return folded;
  }

  @Override
  public void bake(RegionAttempt rollout, Consumer<VerdictCause> then) {
    Judged known = judged.get(rollout.region());
    if (known == null || known.rollout.attempt() != rollout.attempt()) {
      known = new Judged(rollout, begun(rollout));
      judged.put(rollout.region(), known);
    }
    known.by(rollout);
    known.bake = Optional.of(then);
    Judged here = known;
    long dark = clusters.region(rollout.region()).foundDark(agenda.now());
    if (dark != Long.MAX_VALUE) {
      agenda.at(
          dark,
          () ->
              here.bake
                  .filter(then::equals)
                  .ifPresent(_ -> {
                    if (baking(here)) {
                      ended(here, VerdictCause.DARK);
                    }
                  }));
    }
    tickOn();
  }

  private RegionJudge begun(RegionAttempt rollout) {
    RegionEvent.Deployed deployed =
        (RegionEvent.Deployed) book.find(rollout.key("deployed")).orElseThrow().event();
    long origin = samples.from(deployed.exposedAt().getEpochSecond());
    return new RegionJudge(
        world,
        histories,
        rollout.region(),
        rollout.attempt(),
        origin,
        samples.standings().beside(rollout.region()));
  }

  @Override
  public void watch(RegionAttempt rollout, Runnable then) {
    Judged known = judged.get(rollout.region());
    if (known != null) {
      known.by(rollout);
      known.watch = Optional.of(then);
      tickOn();
    }
  }

  private void tickOn() {
    if (!ticking) {
      ticking = true;
      agenda.at(samples.nextSettled(), this::tick);
    }
  }

  private void tick() {
    samples.readUntil(agenda.now());
    judged.values().forEach(this::advance);
    ticking = goesOn();
    if (ticking) {
      agenda.at(samples.nextSettled(), this::tick);
    }
  }

  private boolean goesOn() {
    ReleaseState state = book.state();
    pausedSince = state.paused().isEmpty() ? agenda.now() : pausedSince;
    boolean patient = agenda.now() - pausedSince < PERSON;
    return judged.values().stream().anyMatch(each -> baking(each) || (patient && watched(each)));
  }

  private boolean baking(Judged each) {
    RegionProgress progress = book.state().region(each.rollout.region());
    return each.bake.isPresent()
        && each.rollout.epoch() == book.epoch()
        && progress.open()
        && progress.attempt() == each.rollout.attempt();
  }

  private boolean watched(Judged each) {
    ReleaseState state = book.state();
    return each.watch.isPresent()
        && each.rollout.epoch() == book.epoch()
        && state.outcome().isEmpty()
        && state.recovery().isEmpty()
        && state.region(each.rollout.region()).passed();
  }

  private void advance(Judged each) {
    boolean baking = baking(each);
    if (!baking && !watched(each)) {
      return;
    }
    boolean goesOn = true;
    while (goesOn && samples.has(each.judge.at())) {
      samples.fold(each.judge, each.rollout.region());
      folded++;
      goesOn = baking ? bakes(each) : isWell(each);
      if (each.judge.at() % CHECKPOINT == 0) {
        each.checkpoint = each.judge.state();
      }
    }
  }

  private boolean bakes(Judged each) {
    return switch (each.judge.decide(!clusters.unseen(each.rollout.region()))) {
      case BakeStep.KeepMeasuring _, BakeStep.Hold _ -> true;
      case BakeStep.Verdict verdict -> {
        ended(each, verdict.cause());
        yield false;
      }
    };
  }

  /** What follows is on the agenda, so that whoever it fails does not fail the others. */
  private void ended(Judged each, VerdictCause cause) {
    Consumer<VerdictCause> then = each.bake.orElseThrow();
    each.bake = Optional.empty();
    each.checkpoint = each.judge.state();
    agenda.after(0, () -> then.accept(cause));
  }

  private boolean isWell(Judged each) {
    if (!each.judge.degraded()) {
      return true;
    }
    each.watch.ifPresent(then -> agenda.after(0, then));
    each.watch = Optional.empty();
    return false;
  }
}
