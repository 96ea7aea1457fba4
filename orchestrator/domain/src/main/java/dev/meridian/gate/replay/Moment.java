package dev.meridian.gate.replay;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.meridian.gate.sample.Counts;
import java.time.Instant;

/** Where a gate stood in a few intervals that follow each other. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Moment.Counted.class, name = "counted"),
  @JsonSubTypes.Type(value = Moment.Read.class, name = "read"),
  @JsonSubTypes.Type(value = Moment.Unseen.class, name = "unseen")
})
public sealed interface Moment {
  /** End of the last of them. */
  Instant until();

  /** One moment of both, {@code next} being the later one. */
  default Moment joined(Moment next) {
    return switch (next) {
      case Counted counted -> this instanceof Counted before ? before.plus(counted) : counted;
      case Read read -> this instanceof Read before ? before.higher(read) : read;
      case Unseen unseen -> at(unseen.until());
    };
  }

  private Moment at(Instant later) {
    return switch (this) {
      case Counted counted ->
          new Counted(
              later,
              counted.contender(),
              counted.control(),
              counted.pairedEValue(),
              counted.ceilingEValue());
      case Read read -> new Read(later, read.value(), read.bound());
      case Unseen _ -> new Unseen(later);
    };
  }

  /**
   * A ratio gate.
   *
   * @param contender what was counted in these intervals
   * @param control the same of its control
   * @param pairedEValue the highest that it reached in them
   * @param ceilingEValue the highest that it reached in them
   */
  record Counted(
      Instant until, Counts contender, Counts control, double pairedEValue, double ceilingEValue)
      implements Moment {
    private Counted plus(Counted next) {
      return new Counted(
          next.until,
          contender.plus(next.contender),
          control.plus(next.control),
          Math.max(pairedEValue, next.pairedEValue),
          Math.max(ceilingEValue, next.ceilingEValue));
    }
  }

  /**
   * An expression.
   *
   * @param value the highest reading in these intervals
   * @param bound that held for it; for a distribution gate the incumbent's reading
   */
  record Read(Instant until, double value, double bound) implements Moment {
    private Read higher(Read next) {
      return value > next.value
          ? new Read(next.until, value, bound)
          : new Read(next.until, next.value, next.bound);
    }
  }

  /** Nothing was seen of the region. */
  record Unseen(Instant until) implements Moment {}
}
