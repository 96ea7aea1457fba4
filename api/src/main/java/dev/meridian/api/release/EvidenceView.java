package dev.meridian.api.release;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.VerdictKind;
import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.release.RegionEvent.VerdictGiven;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A verdict with the numbers behind it.
 *
 * @param sentence the one that people read everywhere
 * @param evidenceId under which the evidence is stored
 * @param evidence queries, samples, counters, e-values and bounds, as they were stored
 */
record EvidenceView(
    long seq,
    Instant at,
    String region,
    int attempt,
    VerdictKind verdict,
    VerdictCause cause,
    String sentence,
    String evidenceId,
    @JsonRawValue @Schema(type = "object") String evidence) {
  static EvidenceView of(Recorded<?> recorded, VerdictGiven verdict, Artifacts artifacts) {
    return new EvidenceView(
        recorded.seq(),
        recorded.at(),
        verdict.region().value(),
        verdict.attempt(),
        verdict.cause().kind(),
        verdict.cause(),
        verdict.sentence(),
        verdict.evidence(),
        artifacts.load(verdict.evidence()).orElse("null"));
  }
}
