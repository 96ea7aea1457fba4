package dev.meridian.worker.traffic;

import dev.meridian.evacuation.Evacuation;
import dev.meridian.evacuation.EvacuationPlan;
import dev.meridian.evacuation.Weight;
import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.region.Presence;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.RegionLedger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Moves a region's traffic elsewhere, and says how much of it has gone. */
final class Evacuating {
  private final ReleaseLedger releaseLedger;
  private final RegionLedger ledger;
  private final Artifacts artifacts;
  private final ZoneLocks locks;
  private final RequestRate rates;

  Evacuating(
      ReleaseLedger releaseLedger,
      RegionLedger ledger,
      Artifacts artifacts,
      ZoneLocks locks,
      RequestRate rates) {
    this.releaseLedger = releaseLedger;
    this.ledger = ledger;
    this.artifacts = artifacts;
    this.locks = locks;
    this.rates = rates;
  }

  /** {@link RegionEvent.Evacuated} or {@link RegionEvent.EvacuationRefused}, once per attempt. */
  RegionEvent run(Place place, String reason) throws InterruptedException {
    RegionAttempt rollout = place.rollout();
    Optional<RegionEvent> done =
        ledger
            .find(rollout.key("evacuated"), RegionEvent.class)
            .or(() -> ledger.find(rollout.key("evacuation-refused"), RegionEvent.class));
    if (done.isPresent()) {
      return done.get();
    }
    Optional<Presence.RecordSet> set = place.frozen().presence().recordSet();
    if (set.isEmpty()) {
      return refused(place, place.code() + " has no DNS record set: there is nothing to move");
    }
    WeightedName name = WeightedName.of(set.get());
    Written written =
        new ZoneWriter(place.zone(), locks, place.pulse())
            .write(name, owner(rollout), new Wisher(place, set.get(), reason));
    return switch (written) {
      case Written.Refused refusal -> refused(place, refusal.sentence());
      case Written.Unchanged unchanged ->
          finish(
              place,
              unchanged.token(),
              unchanged.sentence(),
              last(rollout).filter(last -> last.weights().token() <= unchanged.token()));
      case Written.Changed changed -> {
        String propagated =
            new Propagation(artifacts).await(place, rollout.key("evacuation-change"), changed);
        yield finish(
            place, changed.token().number(), changed.sentence() + "; " + propagated, last(rollout));
      }
    };
  }

  private Optional<Movements.Movement> last(RegionAttempt rollout) {
    return Movements.of(releaseLedger.history(rollout.release()), artifacts).of(rollout.region());
  }

  private static String owner(RegionAttempt rollout) {
    return rollout.key("evacuate");
  }

  private RegionEvent refused(Place place, String sentence) {
    RegionAttempt rollout = place.rollout();
    return ledger
        .record(
            rollout,
            rollout.key("evacuation-refused"),
            new RegionEvent.EvacuationRefused(rollout.region(), rollout.attempt(), sentence))
        .event();
  }

  private RegionEvent finish(
      Place place, long token, String sentence, Optional<Movements.Movement> movement)
      throws InterruptedException {
    RegionAttempt rollout = place.rollout();
    readBack(place, token);
    String moved =
        movement.isPresent()
            ? new DecayWatch(rates)
                .watch(place, movement.get().weights().rate(), movement.get().at())
            : "nothing was moved";
    return ledger
        .record(
            rollout,
            rollout.key("evacuated"),
            new RegionEvent.Evacuated(
                rollout.region(),
                rollout.attempt(),
                token,
                movement.map(Movements.Movement::hash).orElse(""),
                sentence + "; " + moved,
                receivers(place, movement)))
        .event();
  }

  private static List<RegionCode> receivers(Place place, Optional<Movements.Movement> movement) {
    return place.service().presences().stream()
        .filter(presence ->
            presence
                .recordSet()
                .filter(set ->
                    movement
                        .filter(moved -> moved.weights().raised(set.setIdentifier()))
                        .isPresent())
                .isPresent())
        .map(Presence::region)
        .toList();
  }

  /** The zone must say what we believe, or somebody has changed it since. */
  private static void readBack(Place place, long token) {
    Presence.RecordSet set = place.frozen().presence().recordSet().orElseThrow();
    NameRecords records = place.zone().read(WeightedName.of(set));
    Weight weight = records.weights().getOrDefault(set.setIdentifier(), Weight.NONE);
    if (weight.serves()) {
      throw ActivityFailures.of(
          FailureCode.DNS_SUPERSEDED,
          "%s has weight %s again after change %d: the zone is now at change %d of %s"
              .formatted(
                  place.code(),
                  weight,
                  token,
                  records.tokenNumber(),
                  records.token().map(FencingToken::owner).orElse("nobody")));
    }
  }

  /** Solves with what the zone and the ledger say at that moment. */
  private final class Wisher implements ZoneWriter.Wisher {
    private final Place place;
    private final Presence.RecordSet set;
    private final String reason;

    private Wisher(Place place, Presence.RecordSet set, String reason) {
      this.place = place;
      this.set = set;
      this.reason = reason;
    }

    @Override
    public Wish wish(NameRecords records) {
      List<Recorded<ReleaseEvent>> history = releaseLedger.history(place.rollout().release());
      EvacuationFacts facts =
          EvacuationFacts.of(place.frozen(), history, Movements.of(history, artifacts));
      Optional<String> undecidable = facts.undecidable(records, set);
      if (undecidable.isPresent()) {
        return new Wish.Refusal(undecidable.get());
      }
      return switch (Evacuation.solve(facts.request(records, place.clock().now()))) {
        case EvacuationPlan.Refused refused -> new Wish.Refusal(refused.sentence());
        case EvacuationPlan.Move move when move.weights().isEmpty() ->
            new Wish.Nothing(move.sentence());
        case EvacuationPlan.Move move -> {
          TreeMap<String, Weight> weights = new TreeMap<>();
          move.weights().forEach((code, weight) -> weights.put(facts.identifier(code), weight));
          yield new Wish.Change(weights, move.sentence() + leftAlone(records));
        }
      };
    }

    @Override
    public void intend(NameRecords records, Wish.Change change, FencingToken token) {
      RegionAttempt rollout = place.rollout();
      MovedWeights moved = moved(records, change.weights(), token);
      ledger.record(
          rollout,
          rollout.key("evacuation-intended/" + token.number()),
          new RegionEvent.EvacuationIntended(
              rollout.region(), rollout.attempt(), reason, token.number(), moved.store(artifacts)));
    }

    private MovedWeights moved(
        NameRecords records, SortedMap<String, Weight> after, FencingToken token) {
      return new MovedWeights(
          records.name().zone(),
          records.name().name(),
          records.name().type(),
          set.setIdentifier(),
          token.number(),
          records.weights(),
          after,
          rates.of(place.service(), place.region()).map(RequestRate.Seen::requestsPerSecond));
    }

    private static String leftAlone(NameRecords records) {
      return records.otherTypes().isEmpty()
          ? ""
          : "; left alone: record sets of type " + String.join(", ", records.otherTypes());
    }
  }
}
