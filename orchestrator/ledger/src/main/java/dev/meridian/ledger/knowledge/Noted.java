package dev.meridian.ledger.knowledge;

import java.util.function.Function;

/**
 * What came of noting something under an idempotency key.
 *
 * @param <T> what was noted
 */
public sealed interface Noted<T> {
  /** On record: now, or since the same request came under this key for the first time. */
  record Kept<T>(T note) implements Noted<T> {}

  /** The key was used with another request: nothing was noted. */
  record KeyReused<T>(String key) implements Noted<T> {}

  /** The same outcome, its note seen as something else. */
  default <R> Noted<R> map(Function<T, R> view) {
    return switch (this) {
      case Kept<T>(T note) -> new Kept<>(view.apply(note));
      case KeyReused<T>(String key) -> new KeyReused<>(key);
    };
  }
}
