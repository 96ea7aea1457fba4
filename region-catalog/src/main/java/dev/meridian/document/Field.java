package dev.meridian.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A cursor on one field or list item: says what should stand there, and reads it. */
public final class Field {
  private final Place place;
  private final boolean muted;

  private Field(Place place, boolean muted) {
    this.place = place;
    this.muted = muted;
  }

  static Field at(Place place) {
    return new Field(place, false);
  }

  /** A field whose absence, or whose object, is a problem that has been noted already. */
  static Field muted(Place place) {
    return new Field(place, true);
  }

  /** Text that is not blank. */
  public Value<String> text() {
    return read(Field::asText, "should be text", "Write text; put numbers, yes and no in quotes.")
        .check(
            text -> !text.isBlank(), "should not be empty", "Write a value, or remove the field.");
  }

  /** Text of a form that {@code parse} knows; its IllegalArgumentException becomes a problem. */
  public <T> Value<T> as(Function<String, T> parse) {
    return text().map(parse);
  }

  /** A whole number from -2,147,483,648 to 2,147,483,647. */
  public Value<Integer> integer() {
    return read(
        Field::asInteger, "should be a whole number", "Write a whole number without quotes.");
  }

  /** A finite number. */
  public Value<Double> number() {
    return read(Field::asNumber, "should be a number", "Write a finite number without quotes.");
  }

  /** True or false. */
  public Value<Boolean> flag() {
    return read(
        found -> found instanceof Boolean flag ? Optional.of(flag) : Optional.empty(),
        "should be true or false",
        "Write true or false without quotes.");
  }

  /** An ISO-8601 duration of 0 or more. */
  public Value<Duration> duration() {
    return read(
        Field::asDuration,
        "should be an ISO-8601 duration of 0 or more",
        "Write for example PT30S, PT2H or P1D.");
  }

  /** One of an enumeration's names in lower case, with hyphens: {@code low-traffic}. */
  public <E extends Enum<E>> Value<E> oneOf(Class<E> type) {
    List<String> names = Stream.of(type.getEnumConstants()).map(Field::spelling).toList();
    Value<String> text = text();
    if (text.maybe().isPresent() && !names.contains(text.get())) {
      return text.problem(
          "should be one of: " + String.join(", ", names), NearestName.remedy(text.get(), names));
    }
    return text.map(name -> type.getEnumConstants()[names.indexOf(name)]);
  }

  /**
   * An object, read by {@code read}, usually a method that ends in {@link DocumentReader#build}.
   */
  public <T> Value<T> object(Function<DocumentReader, Value<T>> read) {
    Value<Map<?, ?>> map = asMap();
    return map.maybe().isPresent() ? read.apply(DocumentReader.at(place)) : map.withoutContent();
  }

  /** A list of objects, each read by {@code read}. */
  public <T> Value<List<T>> list(Function<DocumentReader, Value<T>> read) {
    return items(item -> item.object(read));
  }

  /** A list, each item read by {@code read}. */
  public <T> Value<List<T>> items(Function<Field, Value<T>> read) {
    Value<List<?>> list =
        this.<List<?>>read(
            found -> found instanceof List<?> items ? Optional.of(items) : Optional.empty(),
            "should be a list",
            "Write a list, one item each.");
    if (list.maybe().isEmpty()) {
      return list.withoutContent();
    }
    List<Value<T>> values = new ArrayList<>();
    for (Object item : list.get()) {
      values.add(read.apply(item(place.below(String.valueOf(values.size()), item))));
    }
    boolean complete = values.stream().allMatch(value -> value.maybe().isPresent());
    return complete
        ? Value.present(place, values.stream().map(Value::get).toList())
        : Value.broken(place);
  }

  /** A list of text. */
  public Value<List<String>> strings() {
    return items(Field::text);
  }

  /** An object of text values, which may be empty text, sorted by name. */
  public Value<SortedMap<String, String>> map() {
    Value<Map<?, ?>> map = asMap();
    if (map.maybe().isEmpty()) {
      return map.withoutContent();
    }
    SortedMap<String, String> entries = new TreeMap<>();
    map.get()
        .forEach((key, found) -> {
          String name = String.valueOf(key);
          item(place.below(name, found))
              .read(Field::asText, "should be text", "Put it in quotes.")
              .maybe()
              .ifPresent(text -> entries.put(name, text));
        });
    return entries.size() == map.get().size()
        ? Value.present(place, Collections.unmodifiableSortedMap(entries))
        : Value.broken(place);
  }

  private Value<Map<?, ?>> asMap() {
    return this.<Map<?, ?>>read(
        found -> found instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty(),
        "should be an object",
        "Write fields with their values.");
  }

  private static Field item(Place place) {
    if (place.found().isEmpty()) {
      place.problem("should not be empty", "Write a value, or remove it.");
      return muted(place);
    }
    return at(place);
  }

  private <T> Value<T> read(Function<Object, Optional<T>> as, String message, String remedy) {
    if (muted) {
      return Value.broken(place);
    }
    if (place.found().isEmpty()) {
      return Value.absent(place);
    }
    Optional<T> value = place.found().flatMap(as);
    if (value.isEmpty()) {
      place.problem(message, remedy);
      return Value.broken(place);
    }
    return Value.present(place, value.get());
  }

  private static Optional<String> asText(Object found) {
    return found instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Optional<Integer> asInteger(Object found) {
    return switch (found) {
      case Integer small -> Optional.of(small);
      case Long big when big == big.intValue() -> Optional.of(big.intValue());
      default -> Optional.empty();
    };
  }

  private static Optional<Double> asNumber(Object found) {
    return switch (found) {
      case Integer whole -> Optional.of(whole.doubleValue());
      case Long whole -> Optional.of(whole.doubleValue());
      case BigInteger whole -> finite(whole.doubleValue());
      case BigDecimal decimal -> finite(decimal.doubleValue());
      case Double real -> finite(real);
      case Float real -> finite(real.doubleValue());
      default -> Optional.empty();
    };
  }

  private static Optional<Double> finite(double number) {
    return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
  }

  private static Optional<Duration> asDuration(Object found) {
    try {
      return asText(found).map(Duration::parse).filter(duration -> !duration.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
