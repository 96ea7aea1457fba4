package dev.meridian.api.gate;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.VerdictKind;
import dev.meridian.gate.bake.GateState;
import dev.meridian.gate.replay.Held;
import dev.meridian.gate.replay.Moment;
import dev.meridian.gate.replay.Replayed;
import dev.meridian.gate.sample.SampleCounters;
import dev.meridian.gate.sight.GateSight;
import dev.meridian.service.ServiceSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a gate would have decided.
 *
 * @param service as part of which it was tried
 * @param gate its name
 * @param critical whether its word would count in a release; here it does
 * @param region whose samples were judged
 * @param revision value of the revision label; null for whatever ran there
 * @param from the exposure
 * @param until end of the bake
 * @param verdict inconclusive when it would still have waited at the end
 * @param cause of the verdict; null when it would still have waited
 * @param at when it would have been given: end of that interval
 * @param after the exposure
 * @param sentence for people
 * @param samples of each of the four kinds
 * @param figures requests, e-values, limits and bounds by name
 * @param control whom the region was compared with; ratio gates only
 * @param sight what the gate could have detected with these requests; ratio gates only
 * @param holds what a release would have waited for, each reason once
 * @param notes what to know of the samples: why some are missing
 * @param queries as sent to the metrics system
 * @param course where the gate stood, in at most 200 moments
 */
@Schema(name = "GateTrial")
record TrialView(
    String service,
    String gate,
    boolean critical,
    String region,
    Optional<String> revision,
    Instant from,
    Instant until,
    VerdictKind verdict,
    Optional<VerdictCause> cause,
    Instant at,
    Duration after,
    String sentence,
    SampleCounters samples,
    SortedMap<String, Double> figures,
    Optional<ControlView> control,
    Optional<GateSight> sight,
    List<Held> holds,
    List<String> notes,
    List<String> queries,
    List<Moment> course) {
  static TrialView of(Trial trial, ServiceSpec service, Replayed replayed) {
    GateState state = replayed.evidence().state();
    return new TrialView(
        service.name().value(),
        trial.gate().name(),
        trial.gate().critical(),
        trial.region().value(),
        trial.revision(),
        trial.from(),
        trial.until(),
        replayed.verdict(),
        replayed.cause(),
        replayed.at(),
        Duration.between(trial.from(), replayed.at()),
        replayed.sentence(),
        state.samples().counters(),
        replayed.evidence().figures(),
        state instanceof GateState.Ratio ratio
            ? Optional.of(ControlView.of(ratio.control()))
            : Optional.empty(),
        replayed.sight(),
        replayed.holds(),
        replayed.notes(),
        replayed.evidence().queries(),
        replayed.course());
  }
}
