package dev.meridian.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.alarm.Alert;
import dev.meridian.gate.alarm.AlertNotice;
import dev.meridian.ledger.Alerts;
import dev.meridian.ledger.Alerts.Intake.Full;
import dev.meridian.ledger.Alerts.Intake.Taken;
import dev.meridian.ledger.Alerts.Told;
import dev.meridian.ledger.testing.Ports;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link Alerts} promises. */
abstract class AlertsContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  abstract Ports ports();

  private Alerts alerts() {
    return ports().alerts();
  }

  private static AlertNotice notice(boolean firing, String fingerprint, Instant startsAt) {
    return new AlertNotice(
        firing,
        fingerprint,
        startsAt,
        new TreeMap<>(Map.of("alertname", "BasketEmpty", "region", "eu-central-1")),
        "no baskets");
  }

  private static AlertNotice firing(String fingerprint) {
    return notice(true, fingerprint, NOON.minusSeconds(30));
  }

  private static AlertNotice resolved(String fingerprint) {
    return notice(false, fingerprint, NOON.minusSeconds(30));
  }

  private Alerts.Intake take(Instant now, AlertNotice... notices) {
    return alerts().take(List.of(notices), now, 3);
  }

  @Test
  void take_newAlert_isKeptAsItWasTold() {
    assertThat(take(NOON, firing("a"))).isEqualTo(new Taken(1, 0, 0));

    assertThat(alerts().named("BasketEmpty", NOON))
        .containsExactly(
            new Alert(
                "a",
                NOON.minusSeconds(30),
                firing("a").labels(),
                "no baskets",
                NOON,
                Optional.empty()));
    assertThat(alerts().named("Other", NOON)).isEmpty();
  }

  @Test
  void take_sameAlertAgain_isOneAlertHeardOnce() {
    take(NOON, firing("a"), firing("a"));

    assertThat(take(NOON.plusSeconds(60), firing("a"))).isEqualTo(new Taken(0, 1, 0));

    assertThat(alerts().list(Optional.empty(), 10))
        .extracting(told -> told.alert().heardAt())
        .containsExactly(NOON);
  }

  @Test
  void take_resolved_endsItsAlertAndNoOther() {
    take(NOON, firing("a"), notice(true, "a", NOON), firing("b"));

    assertThat(take(NOON.plusSeconds(60), resolved("a"), resolved("c")))
        .isEqualTo(new Taken(0, 0, 1));

    assertThat(alerts().named("BasketEmpty", NOON))
        .extracting(Alert::endedAt)
        .containsExactly(Optional.of(NOON.plusSeconds(60)), Optional.empty(), Optional.empty());
    assertThat(alerts().named("BasketEmpty", NOON.plusSeconds(61))).hasSize(2);
  }

  @Test
  void take_noticeThatCameLate_wakesNoAlertThatHasEnded() {
    take(NOON, firing("a"));
    take(NOON.plusSeconds(10), resolved("a"));

    take(NOON.plusSeconds(20), firing("a"), resolved("a"));

    assertThat(alerts().named("BasketEmpty", NOON))
        .extracting(Alert::endedAt)
        .containsExactly(Optional.of(NOON.plusSeconds(10)));
  }

  @Test
  void take_moreThanAreKept_dropsTheOldestEndedAndRefusesWhatFiresBeyond() {
    take(NOON, firing("a"), firing("b"), firing("c"));
    assertThat(take(NOON, firing("d"))).isEqualTo(new Full(3));
    assertThat(take(NOON, firing("a"))).isEqualTo(new Taken(0, 1, 0));
    take(NOON.plusSeconds(1), resolved("b"));
    take(NOON.plusSeconds(2), resolved("a"));

    assertThat(take(NOON.plusSeconds(3), firing("d"))).isEqualTo(new Taken(1, 0, 0));

    assertThat(alerts().list(Optional.empty(), 10))
        .extracting(told -> told.alert().fingerprint())
        .containsExactly("d", "c", "a");
  }

  @Test
  void take_aDayLater_forgetsWhatEndedAndWhatWasNotRepeated() {
    take(NOON, firing("a"), firing("b"), firing("c"));
    take(NOON.plusSeconds(1), resolved("a"));
    take(NOON.plusSeconds(2), firing("b"));

    take(NOON.plusSeconds(1).plus(Alerts.KEPT).plusSeconds(1), firing("d"));

    assertThat(alerts().list(Optional.empty(), 10))
        .extracting(told -> told.alert().fingerprint())
        .containsExactly("d", "b");
  }

  @Test
  void list_pages_followTheCursorToTheEnd() {
    take(NOON, firing("a"), firing("b"), firing("c"));

    List<Told> first = alerts().list(Optional.empty(), 2);
    List<Told> second = alerts().list(Optional.of(first.getLast().seq()), 2);

    assertThat(first).extracting(told -> told.alert().fingerprint()).containsExactly("c", "b");
    assertThat(second).extracting(told -> told.alert().fingerprint()).containsExactly("a");
  }

  @Test
  void take_textThatNoDatabaseTakes_isKeptWithReplacements() {
    AlertNotice notice =
        new AlertNotice(
            true, "f", NOON, new TreeMap<>(Map.of("alertname", "A", "x", "1\u00002")), "3\u00004");

    assertThat(take(NOON, notice)).isEqualTo(new Taken(1, 0, 0));

    assertThat(alerts().named("A", NOON)).hasSize(1);
  }
}
