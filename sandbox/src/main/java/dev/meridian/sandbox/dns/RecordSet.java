package dev.meridian.sandbox.dns;

import java.util.List;
import java.util.Optional;

/**
 * A record set: simple, or weighted when it has a set identifier.
 *
 * @param weight 0 to 255
 * @param ttl in seconds; none for an alias
 * @param values as written in a zone file, TXT in quotation marks
 * @param alias instead of values
 * @param healthCheck id, kept and listed but not asked
 */
public record RecordSet(
    RecordKey key,
    Optional<Integer> weight,
    Optional<Long> ttl,
    List<String> values,
    Optional<Alias> alias,
    Optional<String> healthCheck) {

  /** Another record set that answers instead. */
  public record Alias(String zone, DnsName target, boolean evaluatesHealth) {}

  public RecordSet {
    values = List.copyOf(values);
  }

  /** A weighted A record set with one address. */
  public static RecordSet weighted(RecordKey key, int weight, long ttl, String address) {
    return new RecordSet(
        key,
        Optional.of(weight),
        Optional.of(ttl),
        List.of(address),
        Optional.empty(),
        Optional.empty());
  }

  /** A simple record set. */
  public static RecordSet simple(RecordKey key, long ttl, List<String> values) {
    return new RecordSet(
        key, Optional.empty(), Optional.of(ttl), values, Optional.empty(), Optional.empty());
  }

  /**
   * Whether a DELETE that names {@code other} means this: everything equal, values in any order.
   */
  boolean matches(RecordSet other) {
    return key.equals(other.key)
        && weight.equals(other.weight)
        && ttl.equals(other.ttl)
        && alias.equals(other.alias)
        && healthCheck.equals(other.healthCheck)
        && values.stream().sorted().toList().equals(other.values.stream().sorted().toList());
  }
}
