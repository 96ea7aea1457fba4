package dev.meridian.sandbox.dns;

import java.util.List;
import java.util.Optional;

/** What a request asks for. */
sealed interface Route53Operation {
  record ListRecordSets(String zone) implements Route53Operation {}

  record ChangeRecordSets(String zone) implements Route53Operation {}

  record GetHostedZone(String zone) implements Route53Operation {}

  record ListHostedZones() implements Route53Operation {}

  record ListHostedZonesByName() implements Route53Operation {}

  record GetChange(String change) implements Route53Operation {}

  /** Reads method and path; a trailing slash does not matter. */
  static Optional<Route53Operation> of(String method, String path) {
    List<String> parts = List.of(path.substring(1).split("/"));
    if (!parts.getFirst().equals("2013-04-01") || parts.size() < 2) {
      return Optional.empty();
    }
    String what = String.join(" ", method, parts.get(1), parts.size() > 3 ? parts.get(3) : "");
    return switch (what.strip() + " " + parts.size()) {
      case "GET hostedzone 2" -> Optional.of(new ListHostedZones());
      case "GET hostedzone 3" -> Optional.of(new GetHostedZone(parts.get(2)));
      case "GET hostedzone rrset 4" -> Optional.of(new ListRecordSets(parts.get(2)));
      case "POST hostedzone rrset 4" -> Optional.of(new ChangeRecordSets(parts.get(2)));
      case "GET hostedzonesbyname 2" -> Optional.of(new ListHostedZonesByName());
      case "GET change 3" -> Optional.of(new GetChange(parts.get(2)));
      default -> Optional.empty();
    };
  }
}
