package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.sample.Measured;
import dev.meridian.region.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Missing, stale, NaN or unparsable data never passes, whatever its shape. */
class MissingDataTest {
  private static final int HOUR = BakeWorld.HOUR;
  private static final RegionCode SEOUL = BakeWorld.SEOUL;

  /** A shape of missing data, for a while that no pass may survive. */
  record Shape(String name, UnaryOperator<GridObservations> what) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>(stale());
    shapes.add(new Shape("idle", Unseen.idle()));
    shapes.add(new Shape("control silent", Unseen.silent(region -> !region.equals(SEOUL))));
    return shapes;
  }

  /** Shapes that silence makes too old for a pass, however much was seen before. */
  private static List<Shape> stale() {
    return List.of(
        new Shape("contender silent", Unseen.silent(SEOUL::equals)),
        new Shape("everything silent", Unseen.silent(region -> true)),
        new Shape("unanswered", Unseen.unanswered()),
        new Shape("no memory", Unseen.silentGate("memory", new Measured.NoData<>("none"))),
        new Shape("NaN memory", Unseen.silentGate("memory", new Measured.Seen<>(Double.NaN))),
        new Shape(
            "infinite cpu",
            Unseen.silentGate("cpu", new Measured.Seen<>(Double.POSITIVE_INFINITY))),
        new Shape("refused cpu", Unseen.silentGate("cpu", new Measured.QueryError<>("422"))),
        new Shape("gates not read", MissingDataTest::notRead));
  }

  private static GridObservations notRead(GridObservations grid) {
    return new GridObservations(grid.from(), grid.until(), grid.standings(), new TreeMap<>());
  }

  private static boolean passes(BakeFold fold, BakeState state) {
    return BakeDecision.decide(fold.subject(), state, BakeWorld.twoHours())
            instanceof BakeStep.Verdict verdict
        && verdict.cause() == VerdictCause.PROVEN;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void shape_allTheTime_neverPasses(Shape shape) {
    BakeWorld world = new BakeWorld(1);
    BakeFold fold = new BakeFold(world.subject(BakeWorld.gates()));
    world.seen = shape.what();
    BakeState state = fold.begin(world.standings);
    for (int i = 0; i < 3 * HOUR; i++) {
      state = world.run(fold, state, 1);
      assertThat(passes(fold, state)).as("interval %d", i).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("stale")
  void shape_fromSomeMomentOn_neverPassesOnOldData(Shape shape) {
    SplittableRandom random = new SplittableRandom(9);
    for (int run = 0; run < 2; run++) {
      BakeWorld world = new BakeWorld(run);
      BakeFold fold = new BakeFold(world.subject(BakeWorld.gates()));
      int until = random.nextInt(HOUR, 2 * HOUR - 25);
      BakeState state = world.run(fold, fold.begin(world.standings), until);
      world.seen = shape.what();
      for (int i = until; i < 3 * HOUR; i++) {
        state = world.run(fold, state, 1);
        assertThat(passes(fold, state)).as("run %d, interval %d", run, i).isFalse();
      }
    }
  }

  /** A frozen exporter says what an empty region says: here 250 requests come in an interval. */
  @Test
  void counters_thatStandStillInABusyRegion_areMissing() {
    BakeWorld world = new BakeWorld(3);
    BakeFold fold = new BakeFold(world.subject(BakeWorld.gates()));
    BakeState state = world.run(fold, fold.begin(world.standings), 2 * HOUR / 5 * 2);
    world.seen = Unseen.idle();
    for (int i = 2 * HOUR / 5 * 2; i < 3 * HOUR; i++) {
      state = world.run(fold, state, 1);
      assertThat(passes(fold, state)).as("interval %d", i).isFalse();
    }
  }
}
