package dev.meridian.sandbox.kubernetes.controller;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.world.Defect;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.Faults;
import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.sandbox.world.WorldSpec.WorldImage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The nodes of a region: which images they can pull, and how long pods take. */
public final class Nodes {
  private final RegionCode region;
  private final List<WorldImage> images;
  private final Faults faults;
  private final Chance chance;
  private final boolean users;

  public Nodes(RegionCode region, WorldSpec spec, Faults faults) {
    this.region = region;
    this.images = spec.images();
    this.faults = faults;
    this.chance = new Chance(spec.seed(), region.value());
    this.users =
        spec.regions().stream()
            .anyMatch(each -> each.code().equals(region) && !each.demand().isEmpty());
  }

  /**
   * The image without its registry host, {@code repository@digest}: a first part with a dot or a
   * port is a host, as for every container runtime.
   */
  public static String withoutHost(String image) {
    int slash = image.indexOf('/');
    boolean host = slash > 0 && image.substring(0, slash).matches(".*[.:].*|localhost");
    return host ? image.substring(slash + 1) : image;
  }

  Chance chance() {
    return chance;
  }

  /** When the region's registry was or is away, as far as is known. */
  public List<Fault> registryFaults() {
    return faults.all().stream()
        .filter(fault -> fault.kind() == Fault.Kind.REGISTRY_AWAY)
        .filter(fault -> fault.region().map(region::equals).orElse(true))
        .toList();
  }

  /** Whether any registry has ever served it. */
  boolean exists(String image) {
    return known(image).isPresent();
  }

  /** Whether the region's registry serves it at that instant. */
  boolean pulls(String image, Instant when) {
    return exists(image) && !faults.active(Fault.Kind.REGISTRY_AWAY, region, when);
  }

  /** Why the image's own check fails, if it does: only where real users have left their traces. */
  Optional<String> failingCheck(String image) {
    return known(image).stream()
        .filter(_ -> users)
        .flatMap(each -> each.defects().stream())
        .filter(Defect.FailsCheck.class::isInstance)
        .map(each -> ((Defect.FailsCheck) each).reason())
        .findFirst();
  }

  /** From the pull to readiness. */
  Duration startTime(String pod) {
    return chance.between(Duration.ofSeconds(2), Duration.ofSeconds(6), pod + "/start");
  }

  /** From the order to end until the pod is gone. */
  Duration stopTime(String pod) {
    return chance.between(Duration.ofSeconds(1), Duration.ofSeconds(3), pod + "/stop");
  }

  /** Until a controller has seen a change. */
  Duration seeingTime(String change) {
    return chance.between(Duration.ofMillis(150), Duration.ofMillis(500), change + "/seen");
  }

  /** How long a Job's container works. */
  Duration workTime(String pod) {
    return chance.between(Duration.ofSeconds(2), Duration.ofSeconds(6), pod + "/work");
  }

  private Optional<WorldImage> known(String image) {
    String reference = withoutHost(image);
    return images.stream().filter(each -> each.reference().equals(reference)).findFirst();
  }
}
