package dev.meridian.sandbox.dns;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads the body of ChangeResourceRecordSets. */
final class ChangeBatchReader {
  private static final int MOST_RECORDS = 1000;
  private static final Pattern WEIGHT = Pattern.compile("\\d{1,3}");
  private static final Pattern TTL = Pattern.compile("\\d{1,10}");
  private static final List<String> OTHER_ROUTING =
      List.of(
          "Region",
          "GeoLocation",
          "GeoProximityLocation",
          "Failover",
          "MultiValueAnswer",
          "CidrRoutingConfig",
          "TrafficPolicyInstanceId");

  private ChangeBatchReader() {}

  /**
   * @throws Route53Error InvalidInput with the reason
   */
  static Batch read(InputStream body) throws IOException {
    Element root = parse(body);
    Element batch =
        child(root, "ChangeBatch")
            .orElseThrow(() -> Route53Error.invalidInput("Missing field 'ChangeBatch'"));
    List<ZoneChange> changes = new ArrayList<>();
    int records = 0;
    for (Element change : children(child(batch, "Changes"), "Change")) {
      ZoneChange read = change(change);
      boolean twice = read.action() == ZoneChange.Action.UPSERT;
      records += read.set().values().size() * (twice ? 2 : 1);
      changes.add(read);
    }
    if (changes.isEmpty()) {
      throw Route53Error.invalidInput(
          "1 validation error detected: Value '[]' at 'changeBatch.changes' failed to satisfy"
              + " constraint: Member must have length greater than or equal to 1");
    }
    if (records > MOST_RECORDS) {
      throw new Route53Error(
          400, "InvalidChangeBatch", "[Number of records limit of " + MOST_RECORDS + " exceeded.]");
    }
    return new Batch(text(batch, "Comment"), false, changes);
  }

  private static ZoneChange change(Element element) {
    String action = text(element, "Action").orElse("");
    Element set =
        child(element, "ResourceRecordSet")
            .orElseThrow(() -> Route53Error.invalidInput("Missing field 'ResourceRecordSet'"));
    RecordSet read = recordSet(set);
    String where = where(action, read.key());
    for (String routing : OTHER_ROUTING) {
      if (child(set, routing).isPresent()) {
        throw Route53Error.invalidInput(
            "The sandbox's zone takes simple and weighted record sets only, but "
                + routing
                + " is in "
                + where);
      }
    }
    complete(read, where);
    return new ZoneChange(action(action), read);
  }

  private static RecordSet recordSet(Element set) {
    String name =
        text(set, "Name").orElseThrow(() -> Route53Error.invalidInput("Missing field 'Name'"));
    String type =
        text(set, "Type").orElseThrow(() -> Route53Error.invalidInput("Missing field 'Type'"));
    List<String> values = new ArrayList<>();
    for (Element value : children(child(set, "ResourceRecords"), "ResourceRecord")) {
      values.add(text(value, "Value").orElse(""));
    }
    Optional<RecordSet.Alias> alias =
        child(set, "AliasTarget")
            .map(target ->
                new RecordSet.Alias(
                    text(target, "HostedZoneId").orElse(""),
                    DnsName.of(text(target, "DNSName").orElse("")),
                    text(target, "EvaluateTargetHealth").filter("true"::equals).isPresent()));
    return new RecordSet(
        new RecordKey(DnsName.of(name), type, text(set, "SetIdentifier").orElse("")),
        text(set, "Weight").map(ChangeBatchReader::weight),
        text(set, "TTL").map(ChangeBatchReader::ttl),
        values,
        alias,
        text(set, "HealthCheckId"));
  }

  private static void complete(RecordSet set, String where) {
    boolean valued = set.ttl().isPresent() && !set.values().isEmpty();
    if (valued == set.alias().isPresent()) {
      throw Route53Error.invalidInput(
          "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords],"
              + " or TrafficPolicyInstanceId], but found "
              + (valued ? "more than one" : "none")
              + " in Change with "
              + where);
    }
    if (set.weight().isPresent() && set.key().setIdentifier().isEmpty()) {
      throw Route53Error.invalidInput(
          "Invalid request: Missing field 'SetIdentifier' in Change with " + where);
    }
    if (set.weight().isEmpty() && !set.key().setIdentifier().isEmpty()) {
      throw Route53Error.invalidInput(
          "Invalid request: Expected exactly one of [Weight, Region, Failover, GeoLocation,"
              + " MultiValueAnswer], but found none in Change with "
              + where);
    }
  }

  private static ZoneChange.Action action(String text) {
    for (ZoneChange.Action action : ZoneChange.Action.values()) {
      if (action.name().equals(text)) {
        return action;
      }
    }
    throw Route53Error.invalidInput(
        "1 validation error detected: Value '"
            + text
            + "' at 'changeBatch.changes.1.member.action'"
            + " failed to satisfy constraint: Member must satisfy enum value set: [CREATE, DELETE,"
            + " UPSERT]");
  }

  private static Integer weight(String text) {
    if (!WEIGHT.matcher(text).matches() || Integer.parseInt(text) > 255) {
      throw Route53Error.invalidInput(
          "1 validation error detected: Value '"
              + text
              + "' at"
              + " 'changeBatch.changes.1.member.resourceRecordSet.weight' failed to satisfy"
              + " constraint: Member must have value less than or equal to 255");
    }
    return Integer.valueOf(text);
  }

  private static Long ttl(String text) {
    if (!TTL.matcher(text).matches() || Long.parseLong(text) > Integer.MAX_VALUE) {
      throw Route53Error.invalidInput(
          "1 validation error detected: Value '"
              + text
              + "' at"
              + " 'changeBatch.changes.1.member.resourceRecordSet.tTL' failed to satisfy"
              + " constraint: Member must have value less than or equal to 2147483647");
    }
    return Long.valueOf(text);
  }

  private static String where(String action, RecordKey key) {
    String identifier = key.setIdentifier().isEmpty() ? "null" : key.setIdentifier();
    return "[Action=%s, Name=%s, Type=%s, SetIdentifier=%s]"
        .formatted(action, key.name(), key.type(), identifier);
  }

  private static Element parse(InputStream body) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(body).getDocumentElement();
    } catch (SAXException e) {
      throw Route53Error.invalidInput("The XML you provided is not well-formed: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own XML parser lacks a feature", e);
    }
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(Optional.of(parent), name).stream().findFirst();
  }

  private static List<Element> children(Optional<Element> parent, String name) {
    List<Element> found = new ArrayList<>();
    Node node = parent.map(Node::getFirstChild).orElse(null);
    while (node != null) {
      if (node instanceof Element element && element.getLocalName().equals(name)) {
        found.add(element);
      }
      node = node.getNextSibling();
    }
    return found;
  }

  private static Optional<String> text(Element parent, String name) {
    return child(parent, name).map(element -> element.getTextContent().strip());
  }
}
