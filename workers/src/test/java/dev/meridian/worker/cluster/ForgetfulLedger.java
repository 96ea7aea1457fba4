package dev.meridian.worker.cluster;

import dev.meridian.ledger.LedgerUnreachableException;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A ledger that goes away just before one kind of event would be written. */
record ForgetfulLedger(ReleaseLedger ledger, Class<? extends ReleaseEvent> lost)
    implements ReleaseLedger {
  @Override
  public <E extends ReleaseEvent> Recorded<E> record(
      ReleaseId release, int epoch, String actor, Keyed<E> event) {
    if (lost.isInstance(event.event())) {
      throw new LedgerUnreachableException("the database went away", new IOException("closed"));
    }
    return ledger.record(release, epoch, actor, event);
  }

  @Override
  public Optional<Recorded<ReleaseEvent>> find(String key) {
    return ledger.find(key);
  }

  @Override
  public <T> T exclusively(ReleaseId release, Supplier<T> work) {
    return ledger.exclusively(release, work);
  }

  @Override
  public List<Recorded<ReleaseEvent>> history(ReleaseId release) {
    return ledger.history(release);
  }
}
