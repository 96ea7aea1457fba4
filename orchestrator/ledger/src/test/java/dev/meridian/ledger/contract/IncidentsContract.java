package dev.meridian.ledger.contract;

import static dev.meridian.ledger.contract.Samples.CHECKOUT;
import static dev.meridian.ledger.contract.Samples.FRANKFURT;
import static dev.meridian.ledger.contract.Samples.NOON;
import static dev.meridian.ledger.contract.Samples.SEARCH;
import static dev.meridian.ledger.contract.Samples.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.Ledger.ChainReport;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.knowledge.Incidents;
import dev.meridian.ledger.knowledge.Incidents.NewIncident;
import dev.meridian.ledger.knowledge.Noted;
import dev.meridian.ledger.knowledge.RecordedIncident;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.region.ServiceName;
import dev.meridian.region.incident.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Incidents} promise on every ledger. */
abstract class IncidentsContract {
  abstract Ports ports();

  private Incidents incidents() {
    return new Incidents(ports().ledger());
  }

  private static NewIncident incident(ServiceName service, int minutes) {
    return new NewIncident(
        service,
        new Incident(
            FRANKFURT,
            Incident.Kind.LEAK,
            Duration.ofMinutes(minutes),
            NOON.minusSeconds(60),
            Incident.Source.GATE,
            Optional.of("abcdef"),
            "heap"),
        Optional.of(release(1)),
        "ada",
        NOON);
  }

  private static IdempotencyKey key(String key, String hash) {
    return new IdempotencyKey(key, hash);
  }

  @Test
  void add_incident_isReadBackAsItWasAndStandsInTheServicesChain() {
    Noted<RecordedIncident> noted = incidents().add(incident(CHECKOUT, 90), key("k", "h"));

    RecordedIncident recorded =
        new RecordedIncident(
            1, incident(CHECKOUT, 90).incident(), Optional.of(release(1)), "ada", NOON);
    assertThat(noted).isEqualTo(new Noted.Kept<>(recorded));
    assertThat(incidents().list(CHECKOUT, Optional.empty(), 10)).containsExactly(recorded);
    assertThat(incidents().list(SEARCH, Optional.empty(), 10)).isEmpty();
    assertThat(ports().ledger().verify(Subject.document("service", "checkout")))
        .isInstanceOfSatisfying(
            ChainReport.Intact.class, intact -> assertThat(intact.entries()).isEqualTo(1));
  }

  @Test
  void add_sameKeyAndRequest_isNotedOnceAndAnsweredAlike() {
    Noted<RecordedIncident> first = incidents().add(incident(CHECKOUT, 90), key("k", "h"));

    assertThat(incidents().add(incident(CHECKOUT, 90), key("k", "h"))).isEqualTo(first);
    assertThat(incidents().answered(CHECKOUT, key("k", "h"))).contains(first);
    assertThat(incidents().list(CHECKOUT, Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void add_sameKeyWithAnotherRequest_isRefused() {
    incidents().add(incident(CHECKOUT, 90), key("k", "h"));

    assertThat(incidents().add(incident(CHECKOUT, 91), key("k", "other")))
        .isEqualTo(new Noted.KeyReused<>("k"));
    assertThat(incidents().list(CHECKOUT, Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void add_sameKeyInAnotherService_isAnotherIncident() {
    incidents().add(incident(CHECKOUT, 90), key("k", "h"));

    assertThat(incidents().answered(SEARCH, key("k", "h"))).isEmpty();
    assertThat(incidents().add(incident(SEARCH, 90), key("k", "h"))).isInstanceOf(Noted.Kept.class);
  }

  @Test
  void list_pages_goBackwards() {
    for (int minutes = 1; minutes <= 3; minutes++) {
      incidents().add(incident(CHECKOUT, minutes), key("k" + minutes, "h"));
    }

    List<RecordedIncident> page = incidents().list(CHECKOUT, Optional.empty(), 2);

    assertThat(page).extracting(RecordedIncident::seq).containsExactly(3L, 2L);
    assertThat(incidents().list(CHECKOUT, Optional.of(page.getLast().seq()), 2))
        .extracting(RecordedIncident::seq)
        .containsExactly(1L);
  }
}
