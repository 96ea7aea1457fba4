package dev.meridian.worker.traffic;

import dev.meridian.evacuation.EvacuationRequest;
import dev.meridian.evacuation.EvacuationRules;
import dev.meridian.evacuation.Serving;
import dev.meridian.evacuation.Standing;
import dev.meridian.evacuation.Weight;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCode;
import dev.meridian.region.change.RegionChange;
import dev.meridian.release.Neighbours;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.worker.frozen.FrozenRollout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts together what the solver asks for: weights as read, demand and capacity as declared (a first
 * guess), and how each region stands in this release.
 *
 * @param rollout of the region to empty
 * @param progress of every region that the release has reached
 * @param changes of the documents since the release began
 * @param neighbours the other release of the service, where two overlap
 * @param usual weights by set identifier before this release moved anything
 */
record EvacuationFacts(
    FrozenRollout rollout,
    SortedMap<RegionCode, RegionProgress> progress,
    List<RegionChange> changes,
    Neighbours neighbours,
    SortedMap<String, Weight> usual) {

  /** What a release's events say. */
  static EvacuationFacts of(
      FrozenRollout rollout, List<Recorded<ReleaseEvent>> history, Movements movements) {
    TreeMap<RegionCode, RegionProgress> progress = new TreeMap<>();
    List<RegionChange> changes = List.of();
    Neighbours neighbours = Neighbours.NONE;
    for (Recorded<ReleaseEvent> recorded : history) {
      if (recorded.event() instanceof RegionEvent of) {
        progress.compute(
            of.region(),
            (code, before) -> (before == null ? RegionProgress.untouched(code) : before).after(of));
      }
      if (recorded.event() instanceof ReleaseEvent.OfRelease of) {
        neighbours = neighbours.after(of);
      }
      if (recorded.event() instanceof ReleaseEvent.CatalogueChanged changed) {
        changes = changed.regions();
      }
    }
    return new EvacuationFacts(rollout, progress, changes, neighbours, movements.usual());
  }

  /** Why a person has to decide, in words. */
  Optional<String> undecidable(NameRecords records, Presence.RecordSet own) {
    return changes.stream()
        .filter(change -> change.region().equals(rollout.region().code()))
        .filter(RegionChange::lawNarrowed)
        .map(RegionChange::sentence)
        .findFirst()
        .or(() -> unpredictable(records, own));
  }

  /** Who came back may have another law than the frozen one. */
  private static boolean mayNotReceive(RegionChange change) {
    return switch (change) {
      case RegionChange.Skipped _, RegionChange.StaysWatched _, RegionChange.WaitsForNext _ -> true;
      case RegionChange.GoesOnAsFrozen _ -> change.lawNarrowed();
    };
  }

  /** What of the records cannot be predicted, in words. */
  private Optional<String> unpredictable(NameRecords records, Presence.RecordSet own) {
    if (!records.unweighted().isEmpty()) {
      return Optional.of(
          "%s has record sets that are not routed by weight (%s): what a change would do cannot be predicted"
              .formatted(records.name(), String.join(", ", records.unweighted())));
    }
    if (!records.weights().containsKey(own.setIdentifier())) {
      return Optional.of(
          "%s has no record set %s: it cannot be evacuated"
              .formatted(records.name(), own.setIdentifier()));
    }
    List<String> strange = new ArrayList<>();
    records
        .weights()
        .forEach((identifier, weight) -> {
          if (weight.serves() && presence(records, identifier).isEmpty()) {
            strange.add(identifier);
          }
        });
    return strange.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "record sets of %s belong to no presence of %s (%s): who arrives there cannot be predicted"
                .formatted(records.name(), rollout.service().name(), String.join(", ", strange)));
  }

  /** The solver's question; call only when nothing is {@link #undecidable}. */
  EvacuationRequest request(NameRecords records, Instant now) {
    List<Serving> regions = new ArrayList<>();
    records
        .weights()
        .forEach((identifier, weight) ->
            presence(records, identifier)
                .ifPresent(presence -> regions.add(serving(presence, weight, now))));
    RegionCode leaving = rollout.region().code();
    return new EvacuationRequest(
        leaving, releaseSuspected(leaving), regions, EvacuationRules.DEFAULT);
  }

  /** Set identifier of a region's record set. */
  String identifier(RegionCode code) {
    return rollout
        .service()
        .presence(code)
        .flatMap(Presence::recordSet)
        .map(Presence.RecordSet::setIdentifier)
        .orElseThrow();
  }

  private boolean releaseSuspected(RegionCode leaving) {
    return Standing.releaseSuspected(progressOf(leaving));
  }

  private Serving serving(Presence presence, Weight weight, Instant now) {
    Region region = rollout.catalog().region(presence.region());
    int hour = now.atZone(region.zone()).getHour();
    return new Serving(
        region.code(),
        weight,
        usual.getOrDefault(identifier(region.code()), weight),
        new Serving.Demand(presence.demand().get(hour), presence.peak()),
        presence.capacity(),
        standing(region.code()),
        new Serving.Law(region.jurisdiction(), region.mayReceiveFrom()));
  }

  private Standing standing(RegionCode code) {
    boolean otherwise =
        changes.stream()
            .filter(EvacuationFacts::mayNotReceive)
            .anyMatch(change -> change.region().equals(code));
    if (otherwise) {
      return Standing.DESCRIBED_OTHERWISE;
    }
    Standing own = Standing.of(progressOf(code));
    return own == Standing.CONTENDER && neighbours.shared(code) ? Standing.CHANGING : own;
  }

  private RegionProgress progressOf(RegionCode code) {
    return progress.getOrDefault(code, RegionProgress.untouched(code));
  }

  private Optional<Presence> presence(NameRecords records, String identifier) {
    return rollout.service().presences().stream()
        .filter(presence ->
            presence
                .recordSet()
                .filter(set -> set.setIdentifier().equals(identifier))
                .filter(set -> WeightedName.of(set).equals(records.name()))
                .isPresent())
        .findFirst();
  }
}
