package dev.meridian.sandbox.dns;

import java.util.Comparator;

/**
 * What makes a record set unique in its zone.
 *
 * @param setIdentifier empty text for a simple record set
 */
public record RecordKey(DnsName name, String type, String setIdentifier)
    implements Comparable<RecordKey> {
  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing(RecordKey::name)
          .thenComparing(RecordKey::type)
          .thenComparing(RecordKey::setIdentifier);

  @Override
  public int compareTo(RecordKey other) {
    return ORDER.compare(this, other);
  }

  /** As Route 53's messages name a record set. */
  @Override
  public String toString() {
    String identifier = setIdentifier.isEmpty() ? "" : ", set identifier='" + setIdentifier + "'";
    return "[name='" + name.escaped() + "', type='" + type + "'" + identifier + "]";
  }
}
