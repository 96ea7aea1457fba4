package dev.meridian.sandbox.dns;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which record sets a zone may hold, with Route 53's own words where one is refused. */
final class RecordRules {
  private static final Pattern OCTET = Pattern.compile("25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d");
  private static final Pattern IPV4 =
      Pattern.compile("(%s)(\\.(%s)){3}".formatted(OCTET.pattern(), OCTET.pattern()));
  private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]|\\\\.)*\"(\\s+\".*\")?");

  private RecordRules() {}

  /** What is wrong with one record set by itself. */
  static Optional<String> fault(DnsName zone, RecordSet set) {
    if (!set.key().name().within(zone)) {
      return Optional.of(
          "RRSet with DNS name " + set.key().name() + " is not permitted in zone " + zone);
    }
    for (String value : set.values()) {
      if (set.key().type().equals("A") && !IPV4.matcher(value).matches()) {
        return invalid("ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)", value);
      }
      if (set.key().type().equals("TXT") && !QUOTED.matcher(value).matches()) {
        return invalid(
            "InvalidCharacterString (Value should be enclosed in quotation marks)", value);
      }
    }
    return Optional.empty();
  }

  /** What is wrong with the zone that a batch would leave. */
  static Optional<String> fault(Zone zone) {
    if (zone.of(zone.name(), "SOA").size() != 1) {
      return Optional.of("A HostedZone must contain exactly one SOA record.");
    }
    if (zone.of(zone.name(), "NS").isEmpty()) {
      return Optional.of("A HostedZone must contain at least one NS record for the zone itself.");
    }
    return zone.sets().values().stream().flatMap(set -> conflict(zone, set).stream()).findFirst();
  }

  private static Optional<String> conflict(Zone zone, RecordSet set) {
    RecordKey key = set.key();
    boolean mixed =
        !key.setIdentifier().isEmpty()
            && zone.sets().containsKey(new RecordKey(key.name(), key.type(), ""));
    if (mixed) {
      return Optional.of(
          "RRSet with DNS name %s, type %s, SetIdentifier %s cannot be created as other RRSets exist"
                  .formatted(key.name(), key.type(), key.setIdentifier())
              + " with the same name and type.");
    }
    boolean shadowed =
        key.type().equals("CNAME")
            && zone.sets().keySet().stream()
                .anyMatch(k -> k.name().equals(key.name()) && !k.type().equals("CNAME"));
    if (shadowed) {
      return Optional.of(
          "RRSet of type CNAME with DNS name %s is not permitted as it conflicts with other records"
                  .formatted(key.name())
              + " with the same DNS name in zone "
              + zone.name());
    }
    return Optional.empty();
  }

  private static Optional<String> invalid(String problem, String value) {
    return Optional.of(
        "Invalid Resource Record: 'FATAL problem: "
            + problem
            + " encountered with '"
            + value
            + "''");
  }
}
