package dev.meridian.bench.missing;

import dev.meridian.gate.sample.Measured;
import java.util.SplittableRandom;

/** What a query for one number answers. */
final class Numbers {
  private Numbers() {}

  static Measured<Double> measured(
      Shape shape, double usual, SplittableRandom random, int interval) {
    Measured<Double> there = new Measured.Seen<>(usual * random.nextDouble(0.98, 1.02));
    return switch (shape) {
      case NOTHING_MISSING, RESET_ONLY, DUPLICATE -> there;
      case NEVER_THERE, STOPS, WRONG_REVISION -> new Measured.NoData<>("no series");
      case STALE, LATE -> new Measured.NoData<>("stale");
      case GAPS -> interval % 4 == 0 ? there : new Measured.NoData<>("no series");
      case NAN -> new Measured.Seen<>(Double.NaN);
      case INFINITY ->
          new Measured.Seen<>(
              random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
      case PARTIAL -> new Measured.NoData<>("2 series");
      case QUERY_ERROR -> new Measured.QueryError<>("503");
      case WRONG_CLOCK ->
          WrongClock.trouble(random).<Measured<Double>>map(Measured.QueryError::new).orElse(there);
    };
  }
}
