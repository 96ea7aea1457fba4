package dev.meridian.simulation.judge;

import dev.meridian.region.Trait;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Draws what is wrong with the contender: nothing in every second world. */
final class DefectDraw {
  private final SplittableRandom random;
  private final List<Place> places;

  DefectDraw(SplittableRandom random, List<Place> places) {
    this.random = random;
    this.places = places;
  }

  Optional<Defect> drawn() {
    return random.nextBoolean() ? Optional.empty() : Optional.of(defect());
  }

  private Defect defect() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> new Defect.Errors(when(), logarithmic(0.002, 0.1));
      case 5, 6, 7 -> new Defect.Slow(when(), logarithmic(0.01, 0.3));
      default -> new Defect.Leak(new When.Always(), logarithmic(20, 200));
    };
  }

  private When when() {
    Place place = places.get(random.nextInt(places.size()));
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> new When.Always();
      case 3, 4, 5 ->
          new When.OfTrait(new Trait("script", place.traits().getOrDefault("script", "latin")));
      case 6, 7 -> new When.AboveLoad(place.mean() * (0.8 + 0.7 * random.nextDouble()));
      case 8 -> new When.AfterAge((long) logarithmic(600, 28_800));
      default -> new When.InHours(random.nextInt(24), 2 + random.nextInt(7));
    };
  }

  private double logarithmic(double least, double most) {
    double low = Math.log(least);
    return Math.exp(low + (Math.log(most) - low) * random.nextDouble());
  }
}
