package dev.meridian.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.alarm.AlertNotice;
import dev.meridian.gate.bake.GateObservation;
import dev.meridian.gate.bake.GateObservation.Firing;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.ledger.Alerts;
import dev.meridian.ledger.testing.InMemoryAlerts;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where an alert fires, and since when. */
@Timeout(10)
class AlarmReaderTest {
  private static final RegionCode SEOUL = new RegionCode("ap-northeast-2");
  private static final RegionCode PARIS = new RegionCode("eu-west-3");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final InMemoryAlerts alerts = new InMemoryAlerts();

  private AlarmReader reader() {
    SortedMap<RegionCode, SortedMap<String, String>> presences = new TreeMap<>();
    presences.put(SEOUL, new TreeMap<>(Map.of("region", "seoul")));
    presences.put(PARIS, new TreeMap<>(Map.of("region", "paris")));
    return new AlarmReader(
        new GateSpec.Alarm(
            "baskets",
            true,
            "BasketsEmpty",
            new TreeMap<>(Map.of("severity", "page")),
            GateSpec.Effect.HOLD,
            Duration.ofSeconds(15),
            Share.ofFraction(0.5)),
        new Contender(
            SEOUL, List.of(SEOUL), "m", presences.get(SEOUL), "revision", Optional.of("new")),
        presences,
        NOON,
        new HeardAlerts(alerts));
  }

  private void told(Instant heard, boolean firing, Instant startsAt, Map<String, String> labels) {
    SortedMap<String, String> all = new TreeMap<>(labels);
    all.putIfAbsent("alertname", "BasketsEmpty");
    all.putIfAbsent("severity", "page");
    String fingerprint = all.toString();
    alerts.take(
        List.of(new AlertNotice(firing, fingerprint, startsAt, all, "s")), heard, Alerts.MOST);
  }

  private void fires(Instant at, Map<String, String> labels) {
    told(at, true, at, labels);
  }

  private static SortedMap<RegionCode, Firing> regions(GateObservation.Alerts seen) {
    assertThat(seen.firing()).isInstanceOf(Measured.Seen.class);
    return seen.firing() instanceof Measured.Seen<SortedMap<RegionCode, Firing>>(var regions)
        ? regions
        : new TreeMap<>();
  }

  @Test
  void alert_withThePresencesLabels_firesInItsRegionOnly() {
    fires(NOON, Map.of("region", "seoul", "pod", "p-1"));
    fires(NOON, Map.of("region", "london"));
    fires(NOON, Map.of("region", "paris", "severity", "info"));
    fires(NOON, Map.of("region", "paris", "alertname", "Other"));

    assertThat(regions(reader().at(NOON))).containsExactly(Map.entry(SEOUL, new Firing(NOON, "s")));
  }

  @Test
  void alert_ofAnotherRevision_isNotTheContenders() {
    fires(NOON, Map.of("region", "seoul", "revision", "old"));
    fires(NOON, Map.of("region", "paris", "revision", "old"));
    assertThat(regions(reader().at(NOON))).containsOnlyKeys(PARIS);

    fires(NOON, Map.of("region", "seoul", "revision", "new"));

    assertThat(regions(reader().at(NOON))).containsOnlyKeys(SEOUL, PARIS);
  }

  @Test
  void alert_thatComesAndGoesSinceBeforeTheTouch_beganThen() {
    Map<String, String> labels = Map.of("region", "seoul");
    Instant earlier = NOON.minusSeconds(1_800);
    told(earlier, true, earlier, labels);
    told(earlier.plusSeconds(60), false, earlier, labels);
    fires(NOON.plusSeconds(90), labels);

    assertThat(regions(reader().at(NOON.plusSeconds(90))).get(SEOUL))
        .isEqualTo(new Firing(earlier, "s"));
  }

  @Test
  void alert_thatEndedLongBeforeTheTouch_beginsAnew() {
    Map<String, String> labels = Map.of("region", "seoul");
    Instant earlier = NOON.minusSeconds(7_200);
    told(earlier, true, earlier, labels);
    told(earlier.plusSeconds(60), false, earlier, labels);
    fires(NOON.plusSeconds(90), labels);

    assertThat(regions(reader().at(NOON.plusSeconds(90))).get(SEOUL))
        .isEqualTo(new Firing(NOON.plusSeconds(90), "s"));
  }

  @Test
  void read_ofThePast_knowsWhatWasToldThen() {
    Map<String, String> labels = Map.of("region", "seoul");
    told(NOON.plusSeconds(20), true, NOON, labels);
    told(NOON.plusSeconds(50), false, NOON, labels);

    assertThat(reader().read(new Tiling(NOON, Duration.ofSeconds(15), 4)))
        .extracting(seen -> ((GateObservation.Alerts) seen).firesIn(SEOUL))
        .containsExactly(false, true, true, false);
  }

  @Test
  void read_whileTheDatabaseIsAway_isAQueryErrorAndNeverQuiet() {
    alerts.away(true);

    assertThat(reader().at(NOON).firing()).isInstanceOf(Measured.QueryError.class);
    assertThat(reader().at(NOON).firesIn(SEOUL)).isFalse();
  }
}
