package dev.meridian.worker.traffic;

import static dev.meridian.worker.traffic.TrafficWorld.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.region.RegionCode;
import dev.meridian.region.change.RegionChange;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.sandbox.dns.Batch;
import dev.meridian.sandbox.dns.DnsName;
import dev.meridian.sandbox.dns.RecordKey;
import dev.meridian.sandbox.dns.RecordSet;
import dev.meridian.sandbox.dns.ZoneChange;
import dev.meridian.worker.RegionLedger;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EvacuateTest {
  private static final String TOKYO = "ap-northeast-1";

  private final TrafficWorld world = new TrafficWorld();
  private final TrafficWorld.PromptUsers users = world.new PromptUsers();
  private final Route53TrafficActivities worker = world.worker(world.endpoint(), users);

  @AfterEach
  void closed() {
    worker.close();
    world.close();
  }

  @Test
  void region_evacuated_hasWeightZeroAndAllElseIsUntouched() {
    RegionEvent.Evacuated event = evacuated(worker.evacuate(in(TOKYO), "it is dark"));

    SortedMap<String, Integer> expected = TrafficWorld.weightsAtTheBeginning();
    expected.put(TOKYO, 0);
    assertThat(world.weights()).isEqualTo(expected);
    assertThat(world.changes()).isEqualTo(1);
    assertThat(token()).hasValue("\"v1 1 " + in(TOKYO).key("evacuate") + "\"");
    assertThat(event.token()).isEqualTo(1);
    assertThat(event.sentence())
        .startsWith("ap-northeast-1 from weight 49 to 0: 201 requests/s now, 240 at peak,")
        .contains("in sync ")
        .contains("90 % of its requests had left");
  }

  @Test
  void intention_isRecordedBeforeTheEffectWithTheWeightsToBringBack() {
    RegionEvent.Evacuated event = evacuated(worker.evacuate(in(TOKYO), "it is dark"));

    List<RegionEvent> events = events();
    assertThat(events.getFirst())
        .isEqualTo(
            new RegionEvent.EvacuationIntended(
                new RegionCode(TOKYO), 1, "it is dark", 1, event.weights()));
    assertThat(events.getLast()).isEqualTo(event);
    assertThat(event.receivers()).as("there was room: no weight was raised").isEmpty();
    assertThat(MovedWeights.load(world.ports.artifacts(), event.weights()).orElseThrow().before())
        .hasToString(TrafficWorld.weightsAtTheBeginning().toString());
  }

  @Test
  void evacuation_executedTwice_changesTheZoneOnce() {
    RegionEvent first = worker.evacuate(in(TOKYO), "it is dark");
    RegionEvent second = worker.evacuate(in(TOKYO), "it is dark");

    assertThat(second).isEqualTo(first);
    assertThat(world.changes()).isEqualTo(1);
  }

  @Test
  void evacuation_thatDiesAfterItsChange_isFinishedByTheNextExecution() {
    RequestRate deadly =
        (service, region) -> {
          if (world.changes() > 0) {
            throw new IllegalStateException("the worker dies here");
          }
          return users.of(service, region);
        };
    try (Route53TrafficActivities dying = world.worker(world.endpoint(), deadly)) {
      assertThatThrownBy(() -> dying.evacuate(in(TOKYO), "it is dark"))
          .hasMessageContaining("the worker dies here");
    }

    RegionEvent.Evacuated event = evacuated(worker.evacuate(in(TOKYO), "it is dark"));

    assertThat(event.token()).isEqualTo(1);
    assertThat(event.sentence()).contains("the change was made already").contains("in sync");
    assertThat(world.changes()).isEqualTo(1);
  }

  @Test
  void region_thatNobodyCanMeasure_isNeverSaidToHaveMoved() {
    try (Route53TrafficActivities blind =
        world.worker(world.endpoint(), (_, _) -> Optional.empty())) {
      assertThat(evacuated(blind.evacuate(in(TOKYO), "it is dark")).sentence())
          .endsWith("its own request rate could not be measured: nothing is known to have moved");
    }
  }

  @Test
  void users_whoDoNotLeave_areSaidToBeStillThere() {
    RequestRate loyal = (_, _) -> Optional.of(new RequestRate.Seen(80, Optional.of(0.0)));
    try (Route53TrafficActivities patient = world.worker(world.endpoint(), loyal)) {
      assertThat(evacuated(patient.evacuate(in(TOKYO), "it is dark")).sentence())
          .contains("100 % of its requests still arrive (80.0 of 80.0 requests/s): not moved yet");
    }
  }

  @Test
  void region_whoseUsersMayNotGoElsewhere_isRefusedAndNothingChanges() {
    RegionEvent event = worker.evacuate(in("ap-northeast-2"), "it is dark");

    assertThat(event).isInstanceOf(RegionEvent.EvacuationRefused.class);
    assertThat(((RegionEvent.EvacuationRefused) event).sentence())
        .contains("under the law of kr")
        .endsWith("where they may not be served");
    assertThat(world.changes()).isZero();
    assertThat(worker.evacuate(in("ap-northeast-2"), "it is dark")).isEqualTo(event);
  }

  @Test
  void region_whoseLawAllowsLessThanAtTheStart_isLeftToAPerson() {
    changed(new RegionChange.GoesOnAsFrozen(new RegionCode(TOKYO), List.of("jurisdiction"), true));

    assertThat(worker.evacuate(in(TOKYO), "it is dark"))
        .isInstanceOfSatisfying(
            RegionEvent.EvacuationRefused.class,
            refused ->
                assertThat(refused.sentence())
                    .endsWith("a person has to decide about evacuations"));
    assertThat(world.changes()).isZero();
  }

  @Test
  void regionsThatHaveLeft_receiveNobody() {
    changed(
        world.weights().keySet().stream()
            .filter(region -> !region.equals(TOKYO))
            .map(region -> new RegionChange.Skipped(new RegionCode(region), 5))
            .toArray(RegionChange[]::new));

    assertThat(worker.evacuate(in(TOKYO), "it is dark"))
        .isInstanceOf(RegionEvent.EvacuationRefused.class);
    assertThat(world.changes()).isZero();
  }

  @Test
  void regionsThatHaveLeftAndComeBack_receiveNobody() {
    changed(
        world.weights().keySet().stream()
            .filter(region -> !region.equals(TOKYO))
            .map(region -> new RegionChange.WaitsForNext(new RegionCode(region)))
            .toArray(RegionChange[]::new));

    assertThat(worker.evacuate(in(TOKYO), "it is dark"))
        .isInstanceOf(RegionEvent.EvacuationRefused.class);
    assertThat(world.changes()).isZero();
  }

  private void changed(RegionChange... changes) {
    world
        .ports
        .releaseLedger()
        .record(
            TrafficWorld.RELEASE,
            1,
            ReleaseEvent.MERIDIAN,
            new ReleaseLedger.Keyed<>(
                "documents",
                world.clock.now(),
                new ReleaseEvent.CatalogueChanged(
                    2, 1, List.of(changes), Optional.empty(), "because")));
  }

  @Test
  void region_withoutRecordSet_isRefused() {
    assertThat(worker.evacuate(in("eu-west-3"), "it is dark"))
        .isInstanceOfSatisfying(
            RegionEvent.EvacuationRefused.class,
            refused -> assertThat(refused.sentence()).contains("has no DNS record set"));
  }

  @Test
  void zone_withARecordSetOfNobody_isLeftAloneAndItIsNamed() {
    submit(RecordSet.simple(key("_acme." + TrafficWorld.NAME, "TXT", ""), 60, List.of("\"x\"")));
    pass();
    submit(
        new RecordSet(
            key(TrafficWorld.NAME, "A", "old-office"),
            Optional.of(5),
            Optional.of(60L),
            List.of("192.0.2.1"),
            Optional.empty(),
            Optional.empty()));

    assertThat(worker.evacuate(in(TOKYO), "it is dark"))
        .isInstanceOfSatisfying(
            RegionEvent.EvacuationRefused.class,
            refused ->
                assertThat(refused.sentence())
                    .contains("belong to no presence of checkout (old-office)"));
  }

  @Test
  void name_whoseTokenIsSomethingElse_isLeftAlone() {
    submit(
        RecordSet.simple(
            key("_meridian." + TrafficWorld.NAME, "TXT", ""), 60, List.of("\"hello\"")));

    assertThatThrownBy(() -> worker.evacuate(in(TOKYO), "it is dark"))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> assertThat(failure.getType()).isEqualTo("DNS_REFUSED"))
        .hasMessageContaining("no token of ours");
    assertThat(world.weights()).containsEntry(TOKYO, 49);
  }

  @Test
  void run_thatWasTakenOver_changesNothing() {
    RegionEvent event = new RegionEvent.RegionStarted(new RegionCode("us-east-1"), 1, "wave 9");
    new RegionLedger(world.ports.releaseLedger(), world.clock)
        .record(
            new dev.meridian.release.RegionAttempt(TrafficWorld.RELEASE, event.region(), 1, 2),
            "newer",
            event);

    assertThatThrownBy(() -> worker.evacuate(in(TOKYO), "it is dark"))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> assertThat(failure.getType()).isEqualTo("SUPERSEDED"));
    assertThat(world.changes()).isZero();
  }

  private List<RegionEvent> events() {
    return world.ports.releaseLedger().history(TrafficWorld.RELEASE).stream()
        .map(Recorded::event)
        .map(RegionEvent.class::cast)
        .toList();
  }

  private Optional<String> token() {
    return world.zones.accepted().of(DnsName.of("_meridian." + TrafficWorld.NAME), "TXT").stream()
        .map(set -> set.values().getFirst())
        .findFirst();
  }

  private void submit(RecordSet set) {
    world.zones.submit(
        new Batch(Optional.empty(), false, List.of(new ZoneChange(ZoneChange.Action.CREATE, set))));
  }

  /** Until the zone takes the next change. */
  private void pass() {
    java.time.Instant until = world.clock.now().plusSeconds(2);
    while (world.clock.now().isBefore(until)) {
      Thread.onSpinWait();
    }
  }

  private static RecordKey key(String name, String type, String identifier) {
    return new RecordKey(DnsName.of(name), type, identifier);
  }

  static RegionEvent.Evacuated evacuated(RegionEvent event) {
    assertThat(event).isInstanceOf(RegionEvent.Evacuated.class);
    return (RegionEvent.Evacuated) event;
  }
}
