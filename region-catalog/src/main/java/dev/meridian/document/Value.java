package dev.meridian.document;

import java.time.DateTimeException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was read from one place: a value, nothing (an optional field left out), or a problem that
 * has been noted.
 *
 * <p>{@link #get()} and {@link #or} belong inside {@link DocumentReader#build}, which calls nothing
 * when a problem was noted; {@link #maybe()} may be used anywhere.
 */
public final class Value<T> {
  private final Place place;
  private final Optional<T> content;
  private final boolean broken;

  private Value(Place place, Optional<T> content, boolean broken) {
    this.place = place;
    this.content = content;
    this.broken = broken;
  }

  static <T> Value<T> present(Place place, T content) {
    return new Value<>(place, Optional.of(content), false);
  }

  static <T> Value<T> absent(Place place) {
    return new Value<>(place, Optional.empty(), false);
  }

  static <T> Value<T> broken(Place place) {
    return new Value<>(place, Optional.empty(), true);
  }

  /**
   * The value of a required field.
   *
   * @throws IllegalStateException when an optional field was left out
   */
  public T get() {
    stopIfBroken();
    return content.orElseThrow(
        () -> new IllegalStateException("nothing stands at \"" + place.pointer() + "\""));
  }

  /** The value, or {@code fallback} when the field was left out. */
  public T or(T fallback) {
    stopIfBroken();
    return content.orElse(Objects.requireNonNull(fallback));
  }

  /** The value if there is a good one: empty when it was left out or a problem was noted. */
  public Optional<T> maybe() {
    return content;
  }

  /** Whether the field was left out; a broken value was not. */
  public boolean isAbsent() {
    return !broken && content.isEmpty();
  }

  /** JSON pointer to where it stands, or would stand. */
  public String pointer() {
    return place.pointer();
  }

  /**
   * The same value as another type; an {@link IllegalArgumentException} or {@link
   * DateTimeException} of {@code into} becomes a problem here.
   */
  public <R> Value<R> map(Function<T, R> into) {
    return map(into, "Write a value of that form.");
  }

  /** As {@link #map(Function)}, with a remedy of its own. */
  public <R> Value<R> map(Function<T, R> into, String remedy) {
    if (content.isEmpty()) {
      return withoutContent();
    }
    try {
      return present(place, into.apply(content.get()));
    } catch (IllegalArgumentException | DateTimeException e) {
      return problem(Objects.requireNonNullElse(e.getMessage(), "value is not good"), remedy);
    }
  }

  /** Notes a problem here when there is a value and {@code good} denies it. */
  public Value<T> check(Predicate<T> good, String message, String remedy) {
    return content.isEmpty() || good.test(content.get()) ? this : problem(message, remedy);
  }

  /** Notes a problem here; what is returned is broken. */
  public <R> Value<R> problem(String message, String remedy) {
    place.problem(message, remedy);
    return broken(place);
  }

  /** Absent or broken as this one is, whatever was to be read. */
  <R> Value<R> withoutContent() {
    return new Value<>(place, Optional.empty(), broken);
  }

  private void stopIfBroken() {
    if (broken) {
      throw new BrokenValueException();
    }
  }
}
