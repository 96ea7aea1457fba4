package dev.meridian.api.knowledge;

import dev.meridian.gate.change.OutsideChange;
import dev.meridian.ledger.knowledge.RecordedChange;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change on record.
 *
 * @param seq number of its entry in the chain of changes: what {@code before} takes
 * @param regions where, sorted
 * @param from when it began, or will begin
 * @param until when it ended, or will end; null while nobody knows, and for what stays
 * @param source who or what changed it
 * @param service the only one that it concerns; null where it concerns all
 */
@Schema(name = "Change")
record ChangeView(
    long seq,
    OutsideChange.Kind kind,
    List<String> regions,
    Instant from,
    Optional<Instant> until,
    String source,
    Optional<String> service,
    String recordedBy,
    Instant recordedAt) {
  static ChangeView of(RecordedChange recorded) {
    OutsideChange change = recorded.change();
    return new ChangeView(
        recorded.seq(),
        change.kind(),
        change.regions().stream().map(RegionCode::value).toList(),
        change.from(),
        change.until(),
        change.source(),
        change.service().map(ServiceName::value),
        recorded.actor(),
        recorded.at());
  }
}
