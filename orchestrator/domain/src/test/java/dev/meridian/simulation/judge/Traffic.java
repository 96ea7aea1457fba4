package dev.meridian.simulation.judge;

import dev.meridian.simulation.judge.Defect.Moment;
import java.util.Optional;

/** What users really meet: the same for whoever looks, and whatever metrics say of it. */
public final class Traffic {
  private static final double MEMORY_NOISE = 0.01;

  private final JudgedWorld world;
  private final Weather weather;

  /** The traffic of a world. */
  public Traffic(JudgedWorld world) {
    this.world = world;
    this.weather = world.weather();
  }

  /**
   * One place in one interval.
   *
   * @param all requests
   * @param failing of them
   * @param slow of them
   * @param memory of a pod, MiB
   */
  public record Sample(double all, double failing, double slow, double memory) {
    Sample plus(Sample earlier) {
      return new Sample(all + earlier.all, failing + earlier.failing, slow + earlier.slow, memory);
    }
  }

  /** What is counted in the seconds after {@code from}. */
  public Sample sample(Place place, long from, int seconds, Serving serving) {
    long second = world.ofDay(from);
    double rate = serving.share() * place.rate(second) + serving.moved();
    Chance chance = Chance.of(world.seed(), place.number(), from);
    Moment moment = new Moment(rate, from - serving.since(), place.hour(second));
    double failing = place.failing() * weather.failing(place.number(), second);
    double slow = place.slow() * weather.slow(place.number(), second);
    double memory = Place.MEMORY;
    if (world.defect().isPresent() && moment.age() >= 0) {
      Defect defect = world.defect().orElseThrow();
      failing += defect.failing(place, moment);
      slow += defect.slow(place, moment);
      memory += defect.memory(place, moment);
    }
    double requests = rate * seconds;
    double all = chance.poisson(requests);
    return new Sample(
        all,
        Math.min(all, chance.poisson(requests * Math.min(1, failing))),
        Math.min(all, chance.poisson(requests * Math.min(1, slow))),
        memory * (1 + MEMORY_NOISE * chance.gaussian()));
  }

  /**
   * Requests/s that fail or are slow because of the contender, on average.
   *
   * @param since second at which it began to serve there
   */
  public double harm(Place place, long second, long since) {
    Optional<Defect> defect = world.defect();
    if (defect.isEmpty() || second < since) {
      return 0;
    }
    long ofDay = world.ofDay(second);
    double rate = place.rate(ofDay);
    Moment moment = new Moment(rate, second - since, place.hour(ofDay));
    return rate
        * Math.min(1, defect.get().failing(place, moment) + defect.get().slow(place, moment));
  }

  /** A block of five minutes before the release, everywhere on the incumbent. */
  Sample before(Place place, int block) {
    return sample(place, block * Weather.BLOCK, (int) Weather.BLOCK, Serving.USUAL);
  }
}
