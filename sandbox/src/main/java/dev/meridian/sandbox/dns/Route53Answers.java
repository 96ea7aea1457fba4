package dev.meridian.sandbox.dns;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The answers of the API, as XML. */
final class Route53Answers {
  private static final int MOST_SETS = 300;

  private Route53Answers() {}

  /** One page of record sets, from the name, type and identifier that the query starts at. */
  static String recordSets(Zone zone, Map<String, String> query) {
    int most = pageSize(query);
    List<RecordSet> rest = List.copyOf(zone.sets().tailMap(start(query)).values());
    List<RecordSet> page = rest.subList(0, Math.min(most, rest.size()));
    return XmlText.document(
        "ListResourceRecordSetsResponse",
        xml -> {
          xml.element("ResourceRecordSets", sets -> page.forEach(set -> recordSet(sets, set)));
          xml.element("IsTruncated", rest.size() > most);
          if (rest.size() > most) {
            RecordKey next = rest.get(most).key();
            xml.element("NextRecordName", next.name().escaped())
                .element("NextRecordType", next.type());
            if (!next.setIdentifier().isEmpty()) {
              xml.element("NextRecordIdentifier", next.setIdentifier());
            }
          }
          xml.element("MaxItems", most);
        });
  }

  static String changed(ChangeInfo info, Instant now) {
    return XmlText.document("ChangeResourceRecordSetsResponse", xml -> changeInfo(xml, info, now));
  }

  static String change(ChangeInfo info, Instant now) {
    return XmlText.document("GetChangeResponse", xml -> changeInfo(xml, info, now));
  }

  static String hostedZone(HostedZones zones) {
    return XmlText.document(
        "GetHostedZoneResponse",
        xml -> {
          hostedZone(xml, zones);
          xml.element(
              "DelegationSet",
              set ->
                  set.element(
                      "NameServers",
                      servers ->
                          zones.accepted().of(zones.accepted().name(), "NS").stream()
                              .flatMap(ns -> ns.values().stream())
                              .forEach(value -> servers.element("NameServer", value))));
        });
  }

  static String hostedZones(HostedZones zones) {
    return XmlText.document(
        "ListHostedZonesResponse",
        xml -> {
          xml.element("HostedZones", list -> hostedZone(list, zones));
          xml.element("IsTruncated", false).element("MaxItems", 100);
        });
  }

  static String hostedZonesByName(HostedZones zones, Map<String, String> query) {
    Optional<DnsName> from = Optional.ofNullable(query.get("dnsname")).map(DnsName::of);
    boolean listed = from.map(name -> zones.accepted().name().compareTo(name) >= 0).orElse(true);
    return XmlText.document(
        "ListHostedZonesByNameResponse",
        xml -> {
          xml.element(
              "HostedZones",
              list -> {
                if (listed) {
                  hostedZone(list, zones);
                }
              });
          xml.element("DNSName", from);
          xml.element("IsTruncated", false).element("MaxItems", 100);
        });
  }

  static String error(Route53Error error, String requestId) {
    return XmlText.document(
        "ErrorResponse",
        xml ->
            xml.element(
                    "Error",
                    inner ->
                        inner
                            .element("Type", error.status() < 500 ? "Sender" : "Receiver")
                            .element("Code", error.code())
                            .element("Message", String.valueOf(error.getMessage())))
                .element("RequestId", requestId));
  }

  private static void recordSet(XmlText xml, RecordSet set) {
    xml.element(
        "ResourceRecordSet",
        inner -> {
          inner.element("Name", set.key().name().escaped()).element("Type", set.key().type());
          if (!set.key().setIdentifier().isEmpty()) {
            inner.element("SetIdentifier", set.key().setIdentifier());
          }
          inner.element("Weight", set.weight()).element("TTL", set.ttl());
          if (!set.values().isEmpty()) {
            inner.element(
                "ResourceRecords",
                records ->
                    set.values()
                        .forEach(value ->
                            records.element("ResourceRecord", r -> r.element("Value", value))));
          }
          set.alias().ifPresent(alias -> aliasTarget(inner, alias));
          inner.element("HealthCheckId", set.healthCheck());
        });
  }

  private static void aliasTarget(XmlText xml, RecordSet.Alias alias) {
    xml.element(
        "AliasTarget",
        target ->
            target
                .element("HostedZoneId", alias.zone())
                .element("DNSName", alias.target().escaped())
                .element("EvaluateTargetHealth", alias.evaluatesHealth()));
  }

  private static void hostedZone(XmlText xml, HostedZones zones) {
    xml.element(
        "HostedZone",
        zone ->
            zone.element("Id", "/hostedzone/" + zones.id())
                .element("Name", zones.accepted().name())
                .element("CallerReference", "meridian-sandbox")
                .element("Config", config -> config.element("PrivateZone", false))
                .element("ResourceRecordSetCount", zones.accepted().sets().size()));
  }

  private static void changeInfo(XmlText xml, ChangeInfo info, Instant now) {
    xml.element(
        "ChangeInfo",
        inner ->
            inner
                .element("Id", "/change/" + info.id())
                .element("Status", info.inSync(now) ? "INSYNC" : "PENDING")
                .element("SubmittedAt", info.acceptedAt())
                .element("Comment", info.comment()));
  }

  private static RecordKey start(Map<String, String> query) {
    String name = query.get("name");
    String type = query.getOrDefault("type", "");
    String identifier = query.getOrDefault("identifier", "");
    if (name == null && !type.isEmpty()) {
      throw Route53Error.invalidInput("The type is specified without a name");
    }
    if (type.isEmpty() && !identifier.isEmpty()) {
      throw Route53Error.invalidInput("The identifier is specified without a type");
    }
    return name == null
        ? new RecordKey(new DnsName(""), "", "")
        : new RecordKey(DnsName.of(name), type.toUpperCase(Locale.ROOT), identifier);
  }

  private static int pageSize(Map<String, String> query) {
    String text = query.getOrDefault("maxitems", String.valueOf(MOST_SETS));
    try {
      return Math.clamp(Integer.parseInt(text), 1, MOST_SETS);
    } catch (NumberFormatException e) {
      throw Route53Error.invalidInput("maxitems should be a number: was '" + text + "'");
    }
  }
}
