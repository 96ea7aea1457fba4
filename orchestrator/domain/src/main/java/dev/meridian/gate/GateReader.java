package dev.meridian.gate;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Value;
import dev.meridian.region.Share;
import dev.meridian.region.Slug;
import java.time.Duration;

/**
 * Reads one gate of a service. Refuses a gate without a limit: what can never be bad says nothing.
 */
public final class GateReader {
  /** Where {@code ${labels}} stands, the presence's matchers are written. */
  public static final String LABELS = "${labels}";

  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(15);
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(5);
  private static final Share USUAL_GOOD = Share.ofFraction(0.5);
  private static final int LONGEST_WINDOW = 240;

  private enum Kind {
    RATIO,
    VALUE,
    TREND,
    DISTRIBUTION,
    ALARM
  }

  private GateReader() {}

  /** Reads the object of one gate and notes every problem with it. */
  public static Value<GateSpec> read(DocumentReader gate) {
    Value<Kind> kind = gate.required("kind").oneOf(Kind.class);
    Shared shared = Shared.read(gate);
    if (kind.maybe().isEmpty()) {
      gate.leaveRestAlone();
      return gate.build(() -> {
        throw new IllegalStateException(kind.get() + " has been noted");
      });
    }
    return switch (kind.get()) {
      case RATIO -> RatioGateReader.read(gate, shared);
      case VALUE -> value(gate, shared);
      case TREND -> trend(gate, shared);
      case DISTRIBUTION -> DistributionGateReader.read(gate, shared);
      case ALARM -> AlarmGateReader.read(gate, shared);
    };
  }

  /** What every kind has. */
  record Shared(
      Value<String> name, Value<Boolean> critical, Value<Duration> interval, Value<Share> good) {
    private static Shared read(DocumentReader gate) {
      return new Shared(
          gate.required("name")
              .text()
              .check(
                  Slug::matches,
                  "should be 1 to 63 of a-z, 0-9 and -",
                  "Write it in lower case, words joined by hyphens."),
          gate.optional("critical").flag(),
          gate.optional("interval")
              .duration()
              .check(
                  GateReader::onGrid,
                  "should be a multiple of PT5S between PT5S and PT5M",
                  "Write the scrape interval, for example PT15S."),
          gate.optional("minimumGood")
              .number()
              .check(
                  share -> share > 0 && share <= 1,
                  "should be above 0, at most 1",
                  "Write the least share of grid instants with a good sample, for example 0.5.")
              .map(Share::ofFraction));
    }

    boolean isCritical() {
      return critical.or(true);
    }

    Duration every() {
      return interval.or(USUAL_INTERVAL);
    }

    Share minimumGood() {
      return good.or(USUAL_GOOD);
    }
  }

  private static boolean onGrid(Duration interval) {
    return interval.compareTo(STEP) >= 0
        && interval.compareTo(LONGEST_INTERVAL) <= 0
        && interval.toNanos() % STEP.toNanos() == 0;
  }

  private static Value<GateSpec> value(DocumentReader gate, Shared shared) {
    Value<String> query = query(gate);
    Value<Double> max = gate.required("max").number();
    Value<Double> overIncumbent =
        gate.optional("maxOverIncumbent")
            .number()
            .check(
                factor -> factor > 1,
                "should be above 1",
                "Write how many times the incumbent's value is too much, for example 1.5.");
    Value<Integer> bad = gate.required("bad").integer();
    Value<Integer> of = gate.required("of").integer();
    of.check(
        window -> window >= 1 && window <= LONGEST_WINDOW,
        "should be 1 to " + LONGEST_WINDOW,
        "Write how many grid instants are looked at together.");
    bad.check(
        count -> count >= 1 && count <= of.maybe().orElse(LONGEST_WINDOW),
        "should be 1 to the value of \"of\"",
        "Write on which bad grid instant the gate fails.");
    return gate.build(() ->
        new GateSpec.Value(
            shared.name().get(),
            shared.isCritical(),
            query.get(),
            max.get(),
            overIncumbent.maybe(),
            bad.get(),
            of.get(),
            shared.every(),
            shared.minimumGood()));
  }

  private static Value<GateSpec> trend(DocumentReader gate, Shared shared) {
    Value<String> query = query(gate);
    Value<Double> limit = gate.required("limit").number();
    Value<Duration> horizon =
        gate.required("horizon")
            .duration()
            .check(
                Duration::isPositive,
                "should be longer than nothing",
                "Write how near the limit may come, for example PT12H.");
    return gate.build(() ->
        new GateSpec.Trend(
            shared.name().get(),
            shared.isCritical(),
            query.get(),
            limit.get(),
            horizon.get(),
            shared.every(),
            shared.minimumGood()));
  }

  static Value<String> query(DocumentReader gate) {
    return gate.required("query")
        .text()
        .check(
            text -> text.contains(LABELS),
            "should contain " + LABELS,
            "Write " + LABELS + " among the matchers of each selector.");
  }
}
