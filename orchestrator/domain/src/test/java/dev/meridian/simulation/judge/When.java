package dev.meridian.simulation.judge;

import dev.meridian.region.Trait;
import dev.meridian.simulation.judge.Defect.Moment;

/** Where and when a defect shows. */
public sealed interface When {
  /** Whether it does. */
  boolean holds(Place place, Moment moment);

  /** For tables. */
  default String words() {
    return switch (this) {
      case Always _ -> "always";
      case OfTrait _ -> "by trait";
      case AboveLoad _ -> "by load";
      case AfterAge _ -> "by age";
      case InHours _ -> "by time of day";
    };
  }

  /** Everywhere, at once. */
  record Always() implements When {
    @Override
    public boolean holds(Place place, Moment moment) {
      return true;
    }
  }

  /** Where users or machines are of a kind. */
  record OfTrait(Trait trait) implements When {
    @Override
    public boolean holds(Place place, Moment moment) {
      return trait.value().equals(place.traits().get(trait.name()));
    }
  }

  /** Where more than so many requests come in a second. */
  record AboveLoad(double rate) implements When {
    @Override
    public boolean holds(Place place, Moment moment) {
      return moment.rate() > rate;
    }
  }

  /** Where it has served for so many seconds. */
  record AfterAge(long seconds) implements When {
    @Override
    public boolean holds(Place place, Moment moment) {
      return moment.age() >= seconds;
    }
  }

  /** For so many hours of the local day. */
  record InHours(int from, int count) implements When {
    @Override
    public boolean holds(Place place, Moment moment) {
      return Math.floorMod(moment.hour() - from, 24) < count;
    }
  }
}
