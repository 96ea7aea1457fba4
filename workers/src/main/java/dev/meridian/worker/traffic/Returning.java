package dev.meridian.worker.traffic;

import dev.meridian.evacuation.ReturnRamp;
import dev.meridian.evacuation.Weight;
import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.RegionLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings a region's recorded weight back, rung by rung, each in one batch and proven by data. */
final class Returning {
  private final ReleaseLedger releaseLedger;
  private final RegionLedger ledger;
  private final Artifacts artifacts;
  private final ZoneLocks locks;
  private final ReturnProof proof;

  Returning(
      ReleaseLedger releaseLedger,
      RegionLedger ledger,
      Artifacts artifacts,
      ZoneLocks locks,
      RequestRate rates) {
    this.releaseLedger = releaseLedger;
    this.ledger = ledger;
    this.artifacts = artifacts;
    this.locks = locks;
    this.proof = new ReturnProof(rates);
  }

  /** Once per attempt. */
  RegionEvent.Returned run(Place place, String reason) throws InterruptedException {
    RegionAttempt rollout = place.rollout();
    Optional<RegionEvent.Returned> done =
        ledger.find(rollout.key("returned"), RegionEvent.Returned.class);
    if (done.isPresent()) {
      return done.get();
    }
    Movements movements = Movements.of(releaseLedger.history(rollout.release()), artifacts);
    Optional<Movements.Movement> movement = movements.of(rollout.region());
    if (movement.isEmpty()) {
      return returned(place, 0, "nothing of its traffic had been moved");
    }
    ledger.record(
        rollout,
        rollout.key("return-intended"),
        new RegionEvent.ReturnIntended(rollout.region(), rollout.attempt(), reason));
    Homecoming homecoming = Homecoming.of(movements, movement.get().weights(), rollout.region());
    Climb climb = new Climb(place, homecoming);
    for (ReturnRamp.Step step : ReturnRamp.steps(homecoming.top())) {
      climb.to(step);
    }
    String kept = readBack(place, homecoming);
    return returned(place, climb.token, String.join("; ", climb.clauses) + kept);
  }

  private RegionEvent.Returned returned(Place place, long token, String sentence) {
    RegionAttempt rollout = place.rollout();
    return ledger
        .record(
            rollout,
            rollout.key("returned"),
            new RegionEvent.Returned(rollout.region(), rollout.attempt(), token, sentence))
        .event();
  }

  /** The usual weight must stand; others' later changes of receivers are kept, and named. */
  private static String readBack(Place place, Homecoming home) {
    NameRecords records = place.zone().read(home.name());
    Weight weight = records.weights().getOrDefault(home.set(), Weight.NONE);
    if (weight.compareTo(home.top()) < 0) {
      throw lowered(place, weight, records);
    }
    List<String> kept = new ArrayList<>();
    home.targets()
        .forEach((set, target) -> {
          Weight now = records.weights().getOrDefault(set, Weight.NONE);
          if (!now.equals(target)) {
            kept.add(set + " at " + now);
          }
        });
    return kept.isEmpty()
        ? "; weights are as they were"
        : "; kept as others have set it since: " + String.join(", ", kept);
  }

  private static RuntimeException lowered(Place place, Weight weight, NameRecords records) {
    return ActivityFailures.of(
        FailureCode.DNS_SUPERSEDED,
        "%s was set to weight %s by change %d of %s while its traffic returned"
            .formatted(
                place.code(),
                weight,
                records.tokenNumber(),
                records.token().map(FencingToken::owner).orElse("nobody")));
  }

  /** One way up the ramp. */
  private final class Climb {
    private final Place place;
    private final Homecoming home;
    private final List<String> clauses = new ArrayList<>();
    private Weight below = Weight.NONE;
    private long token;

    private Climb(Place place, Homecoming home) {
      this.place = place;
      this.home = home;
    }

    private void to(ReturnRamp.Step step) throws InterruptedException {
      String key = place.rollout().key("return/" + step.percent());
      boolean top = step.weight().equals(home.top());
      Written written = write(key, records -> home.rise(records, below, step.weight()));
      switch (written) {
        case Written.Refused refused ->
            throw ActivityFailures.of(
                FailureCode.DNS_SUPERSEDED,
                place.code() + " stays as it is: " + refused.sentence());
        case Written.Unchanged unchanged -> token = unchanged.token();
        case Written.Changed changed -> {
          token = changed.token().number();
          String propagated = new Propagation(artifacts).await(place, key, changed);
          String proven = top ? "" : ", " + prove();
          clauses.add(changed.sentence() + " (" + propagated + proven + ")");
        }
      }
      below = step.weight();
    }

    private Written write(String owner, ZoneWriter.Wisher wisher) {
      return new ZoneWriter(place.zone(), locks, place.pulse()).write(home.name(), owner, wisher);
    }

    private String prove() throws InterruptedException {
      return switch (proof.await(place)) {
        case ReturnProof.Outcome.Good good -> good.clause();
        case ReturnProof.Outcome.Harmed harmed -> throw goBack(harmed.clause());
        case ReturnProof.Outcome.Unknown unknown ->
            throw ActivityFailures.of(
                FailureCode.METRICS_UNREACHABLE,
                "the traffic of %s stays where it is: %s"
                    .formatted(place.code(), unknown.clause()));
      };
    }

    /** Harm: the region is emptied again, and a person must look. */
    private RuntimeException goBack(String clause) {
      Written written = write(place.rollout().key("return/undone"), home::leave);
      String undone =
          written instanceof Written.Refused refused ? refused.sentence() : "its weight is 0 again";
      return ActivityFailures.of(
          FailureCode.HARMED_AGAIN,
          "%s was harmed while its traffic returned: %s; %s"
              .formatted(place.code(), clause, undone));
    }
  }
}
