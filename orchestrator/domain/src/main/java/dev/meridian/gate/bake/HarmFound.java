package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.region.incident.Incident;
import dev.meridian.region.incident.Incident.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a gate found, as an incident for the service's record: later bakes count with it. */
public final class HarmFound {
  private HarmFound() {}

  /** A gate that was crossed. */
  private record Crossed(String gate, Instant at) {}

  /**
   * The harm behind a verdict, by the critical gate that was crossed first: a ratio of slow
   * requests is latency and a trend is a leak; everything else shows as quickly as errors do. Empty
   * when the verdict came from no gate: a dark region says nothing about how long a bad revision
   * goes unnoticed.
   *
   * @param gates of the service, as the release froze them
   * @param contender hash of its revision
   */
  public static Optional<Incident> in(Evidence evidence, List<GateSpec> gates, String contender) {
    if (!evidence.cause().ofGate()) {
      return Optional.empty();
    }
    return evidence.gates().stream()
        .filter(GateEvidence::critical)
        .flatMap(HarmFound::crossed)
        .min(Comparator.comparing(Crossed::at))
        .map(crossed -> incident(evidence, crossed, kind(crossed.gate(), gates), contender));
  }

  private static Stream<Crossed> crossed(GateEvidence gate) {
    return gate.state().crossing().stream()
        .map(crossing -> new Crossed(gate.name(), crossing.at()));
  }

  private static Incident incident(
      Evidence evidence, Crossed crossed, Kind kind, String contender) {
    String note = evidence.sentence();
    return new Incident(
        evidence.region(),
        kind,
        Duration.between(evidence.exposedAt(), crossed.at()),
        crossed.at(),
        Incident.Source.GATE,
        Optional.of(contender),
        note.substring(0, Math.min(note.length(), Incident.LONGEST_NOTE)));
  }

  private static Kind kind(String gate, List<GateSpec> gates) {
    return gates.stream()
        .filter(spec -> spec.name().equals(gate))
        .findFirst()
        .map(HarmFound::kind)
        .orElse(Kind.ERRORS);
  }

  private static Kind kind(GateSpec gate) {
    return switch (gate) {
      case GateSpec.Ratio ratio ->
          switch (ratio.events()) {
            case GateSpec.Events.Latency _ -> Kind.LATENCY;
            case GateSpec.Events.Counters _ -> Kind.ERRORS;
          };
      case GateSpec.Value _, GateSpec.Distribution _, GateSpec.Alarm _ -> Kind.ERRORS;
      case GateSpec.Trend _ -> Kind.LEAK;
    };
  }
}
