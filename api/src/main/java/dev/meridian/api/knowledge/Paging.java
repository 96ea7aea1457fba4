package dev.meridian.api.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a record is wanted, newest first. One more than fits is asked for, so that the last
 * page knows that it is.
 *
 * @param before the entry that the page before ended with
 * @param size most entries, 1 to 200
 */
record Paging(Optional<Long> before, int size) {
  private static final int USUAL = 50;
  private static final int LONGEST = 200;

  static Paging of(@Nullable Long before, @Nullable Integer limit) {
    return new Paging(
        Optional.ofNullable(before), Math.clamp(limit == null ? USUAL : limit, 1, LONGEST));
  }

  int asked() {
    return size + 1;
  }

  /** Those that fit. */
  <T> List<T> page(List<T> found) {
    return found.subList(0, Math.min(size, found.size()));
  }

  /** What {@code before} takes to get the next page; empty on the last one. */
  <T> Optional<Long> next(List<T> found, ToLongFunction<T> seq) {
    return found.size() <= size
        ? Optional.empty()
        : Optional.of(seq.applyAsLong(found.get(size - 1)));
  }
}
