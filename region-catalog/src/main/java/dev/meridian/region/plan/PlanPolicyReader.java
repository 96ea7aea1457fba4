package dev.meridian.region.plan;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Field;
import dev.meridian.document.NearestName;
import dev.meridian.document.Value;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the part of a service's {@code policy} that order and bakes come from. What is left out has
 * the value of {@link #DEFAULT}. Other fields of the same object belong to other readers.
 */
public final class PlanPolicyReader {
  /**
   * Two days of canary, a working day among them, so that it has seen more than one daily peak; six
   * hours elsewhere; at most a week; the first region of each traffic band sees its daily peak;
   * twice the mean time to failure; three regions at once, with at most a quarter of the world;
   * half of the traits make regions similar.
   */
  public static final PlanPolicy DEFAULT =
      new PlanPolicy(
          List.of(),
          Duration.ofDays(2),
          Duration.ofHours(6),
          Duration.ofDays(7),
          true,
          2,
          3,
          Share.ofFraction(0.25),
          Share.ofFraction(0.5),
          true,
          Optional.empty(),
          List.of());

  private static final Duration LONGEST = Duration.ofDays(60);

  private final SortedSet<String> traits = new TreeSet<>();
  private final RegionCatalog catalog;

  /**
   * @param catalog whose trait names a service may count as risk
   */
  public PlanPolicyReader(RegionCatalog catalog) {
    this.catalog = catalog;
    catalog.regions().forEach(region -> traits.addAll(region.traits().keySet()));
  }

  /** The part that bakes come from. */
  private record Bakes(
      Duration canaryFloor,
      Duration floor,
      Duration ceiling,
      boolean overDailyPeak,
      double incidentFactor,
      boolean workingDay) {}

  /** Reads the plan's fields of the policy object. */
  public Value<PlanPolicy> read(DocumentReader policy) {
    Value<List<String>> covers = covers(policy.optional("covers"));
    Value<Bakes> bakes = bakes(policy);
    Value<Integer> parallelism =
        policy
            .optional("parallelism")
            .integer()
            .check(n -> n >= 1, "parallelism should be 1 or more", "Write 1 for one by one.");
    Value<Share> blastRadius =
        share(policy.optional("blastRadius"))
            .check(cap -> cap.ppm() > 0, "blastRadius should be more than 0", "0.25 is usual.");
    Value<Share> similarityFloor = share(policy.optional("similarityFloor"));
    Value<Share> lowTrafficBelow =
        share(policy.optional("lowTrafficBelow"))
            .check(share -> share.ppm() > 0, "lowTrafficBelow should be more than 0", "Remove it.");
    Value<List<RegionCode>> unproven = policy.optional("passUnproven").items(this::region);
    return policy.build(() ->
        new PlanPolicy(
            covers.or(DEFAULT.covers()),
            bakes.get().canaryFloor(),
            bakes.get().floor(),
            bakes.get().ceiling(),
            bakes.get().overDailyPeak(),
            bakes.get().incidentFactor(),
            parallelism.or(DEFAULT.parallelism()),
            blastRadius.or(DEFAULT.blastRadius()),
            similarityFloor.or(DEFAULT.similarityFloor()),
            bakes.get().workingDay(),
            lowTrafficBelow.maybe(),
            unproven.or(List.of())));
  }

  private static Value<Bakes> bakes(DocumentReader policy) {
    Value<Duration> canaryFloor = duration(policy.optional("canaryBakeFloor"));
    Value<Duration> floor = duration(policy.optional("bakeFloor"));
    Value<Duration> ceiling = duration(policy.optional("bakeCeiling"));
    refuseAbove(ceiling, canaryFloor, DEFAULT.canaryBakeFloor());
    refuseAbove(ceiling, floor, DEFAULT.bakeFloor());
    Value<Boolean> overDailyPeak = policy.optional("bakeOverDailyPeak").flag();
    Value<Double> factor =
        policy
            .optional("incidentFactor")
            .number()
            .check(k -> k >= 0 && k <= 100, "incidentFactor should be 0 to 100", "2 is usual.");
    Value<Boolean> workingDay = policy.optional("canaryWorkingDay").flag();
    return policy.build(() ->
        new Bakes(
            canaryFloor.or(DEFAULT.canaryBakeFloor()),
            floor.or(DEFAULT.bakeFloor()),
            ceiling.or(DEFAULT.bakeCeiling()),
            overDailyPeak.or(DEFAULT.bakeOverDailyPeak()),
            factor.or(DEFAULT.incidentFactor()),
            workingDay.or(DEFAULT.canaryWorkingDay())));
  }

  private Value<List<String>> covers(Field field) {
    TreeSet<String> seen = new TreeSet<>();
    return field.items(item -> cover(item.text(), seen));
  }

  private Value<String> cover(Value<String> name, SortedSet<String> seen) {
    if (name.maybe().isEmpty()) {
      return name;
    }
    if (!traits.contains(name.get())) {
      return name.problem(
          "no region of the catalogue has this trait", NearestName.remedy(name.get(), traits));
    }
    return seen.add(name.get()) ? name : name.problem("trait is named twice", "Remove one.");
  }

  private Value<RegionCode> region(Field field) {
    Value<RegionCode> code = field.as(RegionCode::new);
    if (code.maybe().isEmpty() || catalog.find(code.get()).isPresent()) {
      return code;
    }
    List<String> known = catalog.regions().stream().map(it -> it.code().value()).toList();
    return code.problem(
        "region is not in the catalogue", NearestName.remedy(code.get().value(), known));
  }

  private static Value<Duration> duration(Field field) {
    return field
        .duration()
        .check(
            bake -> bake.compareTo(LONGEST) <= 0,
            "a bake should last at most 60 days",
            "Write a shorter duration.");
  }

  private static Value<Share> share(Field field) {
    return field.number().map(Share::ofFraction, "Write a fraction, for example 0.35.");
  }

  private static void refuseAbove(
      Value<Duration> ceiling, Value<Duration> floor, Duration floorByDefault) {
    Duration highest = ceiling.maybe().orElse(DEFAULT.bakeCeiling());
    Duration lowest = floor.isAbsent() ? floorByDefault : floor.maybe().orElse(Duration.ZERO);
    if (lowest.compareTo(highest) > 0) {
      Value<Duration> culprit = floor.isAbsent() ? ceiling : floor;
      culprit.problem(
          "bake floor " + lowest + " is above the ceiling " + highest,
          "Lower the floor, or raise bakeCeiling.");
    }
  }
}
