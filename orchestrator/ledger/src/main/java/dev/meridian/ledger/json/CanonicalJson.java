package dev.meridian.ledger.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * Canonical JSON after RFC 8785: one text for one tree, whatever the order in which it was built.
 *
 * <p>RFC 8785 writes numbers as IEEE doubles. A number that a double cannot hold (an integer beyond
 * 2^53, a NaN) would change silently and is refused instead. Text that PostgreSQL cannot store
 * (NUL, half a surrogate pair) becomes U+FFFD, the replacement character.
 */
public final class CanonicalJson {
  private CanonicalJson() {}

  /**
   * @param tree maps with text keys, collections, strings, numbers, booleans, null
   * @throws IllegalArgumentException when the tree holds anything else, or a number that a double
   *     cannot hold
   */
  public static String of(Map<String, ?> tree) {
    try {
      return new JsonCanonicalizer(MeridianJson.text(copy(tree))).getEncodedString();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot be written as canonical JSON: " + e.getMessage(), e);
    }
  }

  private static @Nullable Object storable(@Nullable Object node) {
    return switch (node) {
      case null -> null;
      case Boolean truth -> truth;
      case String text -> StorableText.of(text);
      case Number number -> exact(number);
      case Map<?, ?> map -> copy(map);
      case Collection<?> list -> list.stream().map(CanonicalJson::storable).toList();
      default ->
          throw new IllegalArgumentException(
              "a JSON tree holds maps, lists and scalars: found " + node.getClass().getName());
    };
  }

  private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
    LinkedHashMap<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(StorableText.of(String.valueOf(key)), storable(value)));
    return copy;
  }

  private static Number exact(Number number) {
    double held = number.doubleValue();
    boolean kept =
        switch (number) {
          case Integer whole -> true;
          case Long whole -> new BigDecimal(held).compareTo(BigDecimal.valueOf(whole)) == 0;
          case BigInteger whole ->
              Double.isFinite(held) && new BigDecimal(held).toBigInteger().equals(whole);
          default -> Double.isFinite(held);
        };
    if (!kept) {
      throw new IllegalArgumentException(
          "canonical JSON cannot hold the number " + number + " exactly: write it as text");
    }
    return number;
  }
}
