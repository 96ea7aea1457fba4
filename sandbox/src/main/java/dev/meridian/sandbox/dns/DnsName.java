package dev.meridian.sandbox.dns;

import java.util.Locale;

/**
 * An absolute name, lower-case, with its trailing dot. Ordered as Route 53 lists: by labels from
 * the right, so that {@code example.com.} comes before {@code a.example.com.}
 */
public record DnsName(String value) implements Comparable<DnsName> {
  /** Reads a name with or without trailing dot; {@code \052} is the asterisk. */
  public static DnsName of(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT).replace("\\052", "*");
    return new DnsName(lower.endsWith(".") ? lower : lower + ".");
  }

  /** Whether this is {@code zone} or lies below it. */
  public boolean within(DnsName zone) {
    return equals(zone) || value.endsWith("." + zone.value);
  }

  /** The name without its first label. */
  public DnsName parent() {
    return new DnsName(value.substring(value.indexOf('.') + 1));
  }

  /** As Route 53 writes it. */
  String escaped() {
    return value.replace("*", "\\052");
  }

  @Override
  public int compareTo(DnsName other) {
    String[] mine = value.split("\\.");
    String[] theirs = other.value.split("\\.");
    for (int i = 1; i <= Math.min(mine.length, theirs.length); i++) {
      int order = mine[mine.length - i].compareTo(theirs[theirs.length - i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(mine.length, theirs.length);
  }

  @Override
  public String toString() {
    return value;
  }
}
