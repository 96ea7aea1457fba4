package dev.meridian.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.ResumeLock;
import dev.meridian.ledger.ResumeLock.Held;
import dev.meridian.ledger.testing.Ports;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link ResumeLock} promises. */
abstract class ResumeLockContract {
  abstract Ports ports();

  @Test
  void tryAcquire_whileHeld_isEmptyUntilClosed() {
    ResumeLock lock = ports().resumeLock();
    Held held = lock.tryAcquire().orElseThrow();
    assertThat(held.stillHeld()).isTrue();
    assertThat(lock.tryAcquire()).isEmpty();

    held.close();
    held.close();

    assertThat(held.stillHeld()).isFalse();
    Optional<Held> next = lock.tryAcquire();
    assertThat(next).isPresent();
    next.orElseThrow().close();
  }
}
