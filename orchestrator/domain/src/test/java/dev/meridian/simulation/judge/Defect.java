package dev.meridian.simulation.judge;

/** What is wrong with the contender: it shows where and when its condition holds, from then on. */
public sealed interface Defect {
  /** Where and when. */
  When when();

  /** Share of requests, 0 to 1, that fail beyond the usual. */
  double failing(Place place, Moment moment);

  /** Share of requests, 0 to 1, that are slow beyond the usual. */
  double slow(Place place, Moment moment);

  /** MiB beyond the usual. */
  double memory(Place place, Moment moment);

  /** For tables. */
  default String words() {
    String what =
        switch (this) {
          case Errors _ -> "errors";
          case Slow _ -> "latency";
          case Leak _ -> "leak";
        };
    return what + ", " + when().words();
  }

  /**
   * What a condition may depend on.
   *
   * @param rate requests/s that the place serves
   * @param age seconds since the contender served there
   * @param hour of the local day, 0 to 23
   */
  record Moment(double rate, long age, int hour) {}

  /** Requests fail. */
  record Errors(When when, double share) implements Defect {
    @Override
    public double failing(Place place, Moment moment) {
      return when.holds(place, moment) ? share : 0;
    }

    @Override
    public double slow(Place place, Moment moment) {
      return 0;
    }

    @Override
    public double memory(Place place, Moment moment) {
      return 0;
    }
  }

  /** Requests are slow. */
  record Slow(When when, double share) implements Defect {
    @Override
    public double failing(Place place, Moment moment) {
      return 0;
    }

    @Override
    public double slow(Place place, Moment moment) {
      return when.holds(place, moment) ? share : 0;
    }

    @Override
    public double memory(Place place, Moment moment) {
      return 0;
    }
  }

  /**
   * Memory grows; at its limit pods are killed in turn, and a share of the requests with them.
   *
   * @param anHour MiB
   */
  record Leak(When when, double anHour) implements Defect {
    private static final double KILLED = 0.03;

    @Override
    public double failing(Place place, Moment moment) {
      return Place.MEMORY + memory(place, moment) >= Place.MEMORY_LIMIT ? KILLED : 0;
    }

    @Override
    public double slow(Place place, Moment moment) {
      return 0;
    }

    @Override
    public double memory(Place place, Moment moment) {
      double grown = when.holds(place, moment) ? anHour * moment.age() / 3600 : 0;
      return Math.min(Place.MEMORY_LIMIT - Place.MEMORY, grown);
    }
  }
}
