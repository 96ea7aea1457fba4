package dev.meridian.region;

import java.util.regex.Pattern;

/** The one spelling rule of names and codes: 1 to 63 of {@code a-z 0-9 -}, as in a DNS label. */
public final class Slug {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private Slug() {}

  /** Whether {@code text} may name a region, service, gate or check. */
  public static boolean matches(String text) {
    return SHAPE.matcher(text).matches();
  }

  static String require(String what, String text) {
    if (!matches(text)) {
      throw new IllegalArgumentException(
          what + " should be 1 to 63 of a-z, 0-9 and -: was \"" + text + "\"");
    }
    return text;
  }
}
