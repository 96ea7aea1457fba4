package dev.meridian.sandbox.prometheus;

import dev.meridian.sandbox.loopback.Asked;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The parameters of the API, read as Prometheus reads them. */
record Parameters(Asked asked) {
  private static final int MOST_STEPS = 11_000;

  /** The parsed {@code query}. */
  Expression query() {
    return Parser.read(asked.parameter("query").orElse(""));
  }

  /** Milliseconds since the epoch. */
  long time(String name, Instant otherwise) {
    Optional<String> text = asked.parameter(name);
    if (text.isEmpty()) {
      return otherwise.toEpochMilli();
    }
    return readTime(text.get())
        .orElseThrow(
            () -> invalid(name, "cannot parse \"" + text.get() + "\" to a valid timestamp"));
  }

  /** Milliseconds since the epoch. */
  long requiredTime(String name) {
    if (asked.parameter(name).isEmpty()) {
      throw invalid(name, "cannot parse \"\" to a valid timestamp");
    }
    return time(name, Instant.EPOCH);
  }

  /** Milliseconds from one evaluation to the next. */
  long step(long from, long to) {
    String text = asked.parameter("step").orElse("");
    long step =
        Durations.read(text)
            .or(() -> Numbers.read(text).map(seconds -> Math.round(seconds * 1000)))
            .orElseThrow(
                () -> invalid("step", "cannot parse \"" + text + "\" to a valid duration"));
    if (step <= 0) {
      throw invalid(
          "step",
          "zero or negative query resolution step widths are not accepted. Try a positive"
              + " integer");
    }
    if (to < from) {
      throw invalid("end", "end timestamp must not be before start time");
    }
    if ((to - from) / step > MOST_STEPS) {
      throw QueryException.badData(
          "exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query"
              + " resolution (?step=XX)");
    }
    return step;
  }

  private static Optional<Long> readTime(String text) {
    Optional<Double> seconds = Numbers.read(text).filter(Double::isFinite);
    if (seconds.isPresent()) {
      return Optional.of(Math.round(seconds.get() * 1000));
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant().toEpochMilli());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static QueryException invalid(String name, String why) {
    return QueryException.badData("invalid parameter \"" + name + "\": " + why);
  }
}
