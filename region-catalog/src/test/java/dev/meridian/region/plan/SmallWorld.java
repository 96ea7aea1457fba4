package dev.meridian.region.plan;

import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.region.Region.Position;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.RequestsPerSecond;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.region.StagingData;
import dev.meridian.region.incident.Incident;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A world written down region by region, for tests of one rule each. */
final class SmallWorld {
  /** Two hours of bake, at most a day, three regions at once, half the world in a wave. */
  static final PlanPolicy POLICY =
      new PlanPolicy(
          List.of("script"),
          Duration.ofHours(12),
          Duration.ofHours(2),
          Duration.ofDays(1),
          false,
          2,
          3,
          Share.ofFraction(0.5),
          Share.ofFraction(0.5));

  private final List<Region> regions = new ArrayList<>();
  private final List<Presence> presences = new ArrayList<>();

  /** A production region that has {@code rate} requests/s all day. */
  SmallWorld production(String code, double rate, String script) {
    return add(code, Role.PRODUCTION, rate, script);
  }

  SmallWorld canary(String code, double rate, String script) {
    return add(code, Role.CANARY, rate, script);
  }

  SmallWorld staging(String code) {
    return add(code, Role.STAGING, 0, "latin");
  }

  /** The last region fails together with all others of {@code domain}. */
  SmallWorld failingWith(String domain) {
    Region last = regions.removeLast();
    regions.add(region(last.code(), domain, last.peers(), last.traits()));
    return this;
  }

  /** The last region sends its users to {@code peer}. */
  SmallWorld evacuatingTo(String peer) {
    Region last = regions.removeLast();
    List<RegionCode> peers = List.of(new RegionCode(peer));
    regions.add(region(last.code(), last.failureDomain(), peers, last.traits()));
    return this;
  }

  /** The last presence, a staging one, declares its data. */
  SmallWorld declaring(StagingData data) {
    return replaceLast(last -> new TreeMap<>(last.parameters()), Optional.of(data));
  }

  /** The last presence sets a parameter of the template. */
  SmallWorld setting(String name, String value) {
    return replaceLast(
        last -> {
          TreeMap<String, String> parameters = new TreeMap<>(last.parameters());
          parameters.put(name, value);
          return parameters;
        },
        Optional.empty());
  }

  private SmallWorld replaceLast(
      Function<Presence, SortedMap<String, String>> parameters, Optional<StagingData> data) {
    Presence last = presences.removeLast();
    presences.add(
        new Presence(
            last.region(),
            last.role(),
            last.namespace(),
            last.endpoint(),
            last.recordSet(),
            last.demand(),
            last.capacity(),
            parameters.apply(last),
            last.metricLabels(),
            data));
    return this;
  }

  Plan plan() {
    return plan(POLICY);
  }

  Plan plan(PlanPolicy policy, Incident... incidents) {
    return WavePlanner.plan(request(policy, incidents));
  }

  PlanRequest request(PlanPolicy policy, Incident... incidents) {
    return new PlanRequest(new RegionCatalog(regions), presences, policy, List.of(incidents));
  }

  /** The codes of each wave. */
  static List<String> waves(Plan plan) {
    return plan.waves().stream()
        .map(wave ->
            String.join(" ", wave.placements().stream().map(p -> p.region().value()).toList()))
        .toList();
  }

  private SmallWorld add(String name, Role role, double rate, String script) {
    RegionCode code = new RegionCode(name);
    TreeMap<String, String> traits = new TreeMap<>();
    if (!script.isEmpty()) {
      traits.put("script", script);
    }
    regions.add(region(code, name, List.of(), traits));
    presences.add(
        new Presence(
            code,
            role,
            "checkout",
            "http://checkout.example",
            Optional.empty(),
            Collections.nCopies(24, new RequestsPerSecond(rate)),
            new RequestsPerSecond(2 * rate),
            new TreeMap<>(),
            new TreeMap<>()));
    return this;
  }

  private static Region region(
      RegionCode code, String domain, List<RegionCode> peers, SortedMap<String, String> traits) {
    return new Region(
        code,
        "Region " + code,
        ZoneId.of("UTC"),
        new Position(0, 0),
        "cluster",
        "metrics",
        "registry.example",
        domain,
        peers,
        "eu",
        List.of("eu"),
        traits);
  }
}
