package dev.meridian.ledger.testing;

import dev.meridian.ledger.ResumeLock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A lock among the holders of one object. */
public final class InMemoryResumeLock implements ResumeLock {
  private final AtomicReference<@Nullable Held> holder = new AtomicReference<>();

  @Override
  public Optional<Held> tryAcquire() {
    Held held = new InHand();
    return holder.compareAndSet(null, held) ? Optional.of(held) : Optional.empty();
  }

  private final class InHand implements Held {
    @Override
    public boolean stillHeld() {
      return holder.get() == this;
    }

    @Override
    public void close() {
      holder.compareAndSet(this, null);
    }
  }
}
