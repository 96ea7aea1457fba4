package dev.meridian.service;

import dev.meridian.gate.GateSpec;
import dev.meridian.region.Presence;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.region.plan.PlanPolicy;
import java.util.List;
import java.util.Optional;

/**
 * One service, described once for all regions.
 *
 * @param name of the service
 * @param image what its document names; a release may bring another digest of the same repository
 * @param template manifests with parameters
 * @param presences where it runs, in the order of the document
 * @param revisionLabel the metric label that carries the revision's short hash
 * @param checks integration and load checks
 * @param gates at least one ratio gate
 * @param plan policy of order and bake
 * @param release policy of deadlines, alpha and recovery
 */
public record ServiceSpec(
    ServiceName name,
    ImageReference image,
    ManifestTemplate template,
    List<Presence> presences,
    String revisionLabel,
    List<CheckSpec> checks,
    List<GateSpec> gates,
    PlanPolicy plan,
    ReleasePolicy release) {
  public ServiceSpec {
    presences = List.copyOf(presences);
    checks = List.copyOf(checks);
    gates = List.copyOf(gates);
  }

  public Optional<Presence> presence(RegionCode region) {
    return presences.stream().filter(presence -> presence.region().equals(region)).findFirst();
  }
}
