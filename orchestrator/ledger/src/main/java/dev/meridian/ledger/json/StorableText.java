package dev.meridian.ledger.json;

/** Text as PostgreSQL can store it. */
public final class StorableText {
  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  /** The text with each NUL and each half of a surrogate pair replaced by U+FFFD. */
  public static String of(String text) {
    StringBuilder storable = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> point == 0 || isHalf(point) ? REPLACEMENT : point)
        .forEach(storable::appendCodePoint);
    return storable.toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
