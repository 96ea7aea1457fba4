package dev.meridian.gate;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Value;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads a gate of kind ratio: two counters, or a histogram with a limit. */
final class RatioGateReader {
  /** A metric name and one pair of braces; a brace inside quotes is text. */
  private static final Pattern SELECTOR =
      Pattern.compile(
          "[a-zA-Z_:][a-zA-Z0-9_:]*\\{(?:[^{}\"]|\\$\\{labels}|\"(?:[^\"\\\\]|\\\\.)*\")*}");

  private static final Pattern SUFFIX =
      Pattern.compile(".*_(bucket|count|sum)\\{.*", Pattern.DOTALL);
  private static final double HIGHEST_CEILING = 0.5;

  private RatioGateReader() {}

  static Value<GateSpec> read(DocumentReader gate, GateReader.Shared shared) {
    Value<GateSpec.Events> events = events(gate);
    Value<Share> ceiling =
        gate.required("ceiling")
            .number()
            .check(
                share -> share > 0 && share <= HIGHEST_CEILING,
                "should be above 0, at most " + HIGHEST_CEILING,
                "Write the share of bad events that is too much anywhere, for example 0.01.")
            .map(Share::ofFraction);
    Value<Boolean> control = gate.optional("control").flag();
    return gate.build(() ->
        new GateSpec.Ratio(
            shared.name().get(),
            shared.isCritical(),
            events.get(),
            ceiling.get(),
            control.or(true),
            shared.every(),
            shared.minimumGood()));
  }

  private static Value<GateSpec.Events> events(DocumentReader gate) {
    boolean counters = gate.has("all") || gate.has("bad");
    boolean latency = gate.has("histogram") || gate.has("limit");
    if (counters && latency) {
      gate.also("all", "bad", "histogram", "limit");
      gate.problem(
          "",
          "names counters and a histogram",
          "Keep \"all\" and \"bad\", or \"histogram\" and \"limit\".");
      return gate.build(RatioGateReader::undecided);
    }
    if (!counters && !latency) {
      gate.problem(
          "",
          "does not say what it counts",
          "Add \"all\" and \"bad\", or \"histogram\" and \"limit\".");
      return gate.build(RatioGateReader::undecided);
    }
    return latency ? latency(gate) : counters(gate);
  }

  private static GateSpec.Events undecided() {
    throw new IllegalStateException("what is counted has been noted as a problem");
  }

  private static Value<GateSpec.Events> counters(DocumentReader gate) {
    Value<String> all = selector(gate, "all");
    Value<String> bad = selector(gate, "bad");
    return gate.build(() -> new GateSpec.Events.Counters(all.get(), bad.get()));
  }

  private static Value<GateSpec.Events> latency(DocumentReader gate) {
    Value<String> histogram =
        selector(gate, "histogram")
            .check(
                text -> !SUFFIX.matcher(text).matches(),
                "should be the histogram's name without _bucket, _count or _sum",
                "Remove the suffix.");
    Value<Duration> limit =
        gate.required("limit")
            .duration()
            .check(
                Duration::isPositive,
                "should be longer than nothing",
                "Write a bucket boundary, for example PT0.3S.");
    return gate.build(() -> new GateSpec.Events.Latency(histogram.get(), limit.get()));
  }

  private static Value<String> selector(DocumentReader gate, String name) {
    return gate.required(name)
        .text()
        .check(
            text -> SELECTOR.matcher(text).matches() && text.contains(GateReader.LABELS),
            "should be a selector with " + GateReader.LABELS + ", not an expression",
            "Write for example http_requests_total{" + GateReader.LABELS + "}.");
  }
}
