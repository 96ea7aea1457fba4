package dev.meridian.ledger.contract;

import static dev.meridian.ledger.contract.Samples.CHECKOUT;
import static dev.meridian.ledger.contract.Samples.FRANKFURT;
import static dev.meridian.ledger.contract.Samples.NOON;
import static dev.meridian.ledger.contract.Samples.newRelease;
import static dev.meridian.ledger.contract.Samples.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.testing.Ports;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link dev.meridian.ledger.Installation} promises. */
abstract class InstallationContract {
  abstract Ports ports();

  @Test
  void sandbox_untilMarked_isFalse() {
    assertThat(ports().installation().sandbox()).isFalse();

    ports().installation().markSandbox(NOON);
    ports().installation().markSandbox(NOON.plusSeconds(1));

    assertThat(ports().installation().sandbox()).isTrue();
    assertThat(ports().ledger().read(Subject.INSTALLATION, 0, 10))
        .extracting(LedgerEntry::type)
        .containsExactly("marked-sandbox");
  }

  @Test
  void markSandbox_databaseWithReleases_isRefused() {
    ports().releases().start(newRelease(release(1), CHECKOUT, FRANKFURT), Optional.empty());

    assertThatThrownBy(() -> ports().installation().markSandbox(NOON))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("use another database");
    assertThat(ports().installation().sandbox()).isFalse();
  }

  @Test
  void markSandbox_sandboxWithReleases_staysOne() {
    ports().installation().markSandbox(NOON);
    ports().releases().start(newRelease(release(1), CHECKOUT, FRANKFURT), Optional.empty());
    ports().installation().markSandbox(NOON);

    assertThat(ports().installation().sandbox()).isTrue();
  }
}
