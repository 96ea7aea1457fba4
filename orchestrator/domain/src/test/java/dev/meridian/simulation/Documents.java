package dev.meridian.simulation;

import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.RequestsPerSecond;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.region.change.CatalogueChange;
import dev.meridian.region.change.RegionChange;
import dev.meridian.region.change.RunningPlan;
import dev.meridian.region.plan.BakeTime;
import dev.meridian.region.plan.Placement;
import dev.meridian.region.plan.PlacementReason;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.PlanPolicy;
import dev.meridian.region.plan.PlanRequest;
import dev.meridian.region.plan.Wave;
import dev.meridian.region.plan.WaveGroup;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.ReleaseEvent.CatalogueChanged;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.CatalogueDecision;
import dev.meridian.simulation.SimulatedWorld.Turn;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The documents of a simulated world as they were frozen and as they stand before each wave, and
 * the plans that were made from them.
 */
final class Documents {
  private static final RegionCode NEWCOMER = new RegionCode("sim-region-z");
  private static final int FROZEN = 1;

  /** Waves of up to three regions, with up to half the world's traffic. */
  private static final PlanPolicy POLICY =
      new PlanPolicy(
          List.of(),
          Duration.ofHours(1),
          Duration.ofHours(1),
          Duration.ofHours(2),
          false,
          2,
          3,
          Share.ofFraction(0.5),
          Share.NONE);

  private final SimulatedWorld world;

  /** What was asked, and brought nothing new: the same is not compared at every wave. */
  private record Asked(long turns, int planRevision, List<RegionChange> changes) {}

  private final List<Asked> old = new ArrayList<>();

  /** By plan revision; nothing where no document ever changes. */
  private final Map<Integer, Plan> plans = new TreeMap<>();

  Documents(SimulatedWorld world) {
    this.world = world;
  }

  /** What is to be recorded before the next wave. */
  Optional<CatalogueChanged> news(ReleaseState state) {
    int wave = state.wavesPassed() + 1;
    long turns = world.turns().stream().filter(turn -> turn.wave() <= wave).count();
    Asked asked = new Asked(turns, state.planRevision(), state.changes());
    if (turns == 0 || old.contains(asked)) {
      return Optional.empty();
    }
    CatalogueChange change =
        CatalogueChange.of(running(state), catalog(wave), presences(regions(wave)));
    if (!CatalogueDecision.isNews(state, change)) {
      old.add(asked);
      return Optional.empty();
    }
    int revision = state.planRevision() + 1;
    plans.put(revision, change.plan());
    return Optional.of(
        CatalogueDecision.record(
            state,
            change,
            new CatalogueDecision.Compared(FROZEN + wave, FROZEN, "plan " + revision)));
  }

  private RunningPlan running(ReleaseState state) {
    Plan accepted = plans.computeIfAbsent(FROZEN, _ -> accepted());
    Plan plan = plans.getOrDefault(state.planRevision(), accepted);
    PlanRequest frozen =
        new PlanRequest(catalog(0), presences(world.schedule()), POLICY, List.of());
    return new RunningPlan(frozen, accepted, plan, state.wave());
  }

  /** As it was drawn. */
  private Plan accepted() {
    List<Wave> waves = new ArrayList<>();
    int last = world.schedule().getLast().wave();
    for (int number = 1; number <= last; number++) {
      int wave = number;
      List<PlannedRegion> members =
          world.schedule().stream().filter(planned -> planned.wave() == wave).toList();
      waves.add(
          new Wave(
              number,
              group(members.getFirst().role()),
              members.stream().map(Documents::placement).toList(),
              Share.WHOLE));
    }
    return new Plan(waves, List.of());
  }

  private static WaveGroup group(Role role) {
    return switch (role) {
      case STAGING -> WaveGroup.STAGING;
      case CANARY -> WaveGroup.CANARY;
      case PRODUCTION -> WaveGroup.LOW_TRAFFIC;
    };
  }

  private static Placement placement(PlannedRegion planned) {
    return new Placement(
        planned.region(),
        planned.role(),
        planned.traffic(),
        new BakeTime(Duration.ofHours(1), Duration.ofHours(2), 1, List.of()),
        new PlacementReason(List.of(), Optional.empty(), Share.NONE, false, "drawn"));
  }

  /** Regions that the documents know before a wave. */
  private List<PlannedRegion> regions(int wave) {
    List<PlannedRegion> known = new ArrayList<>();
    for (PlannedRegion planned : world.schedule()) {
      if (!world.left(planned.region(), wave)) {
        known.add(planned);
      }
    }
    boolean joined =
        world.turns().stream()
            .anyMatch(turn -> turn.wave() <= wave && turn.kind() == Turn.Kind.JOINED);
    if (joined) {
      PlannedRegion like = world.schedule().getLast();
      known.add(new PlannedRegion(NEWCOMER, like.wave(), like.role(), like.traffic(), "newcomers"));
    }
    return known;
  }

  private RegionCatalog catalog(int wave) {
    return new RegionCatalog(regions(wave).stream().map(planned -> region(planned, wave)).toList());
  }

  private Region region(PlannedRegion planned, int wave) {
    boolean otherwise =
        world.said(planned.region(), wave).filter(Turn.Kind.OTHERWISE::equals).isPresent();
    return new Region(
        planned.region(),
        planned.region().value(),
        ZoneOffset.UTC,
        new Region.Position(0, 0),
        otherwise ? "another cluster" : "cluster",
        "metrics",
        "registry",
        planned.failureDomain(),
        List.of(),
        "law",
        otherwise ? List.of() : List.of("other-law"),
        new TreeMap<>());
  }

  private static List<Presence> presences(List<PlannedRegion> regions) {
    return regions.stream().map(Documents::presence).toList();
  }

  private static Presence presence(PlannedRegion planned) {
    RequestsPerSecond demand = new RequestsPerSecond(planned.traffic().ppm() / 1000.0);
    return new Presence(
        planned.region(),
        planned.role(),
        "namespace",
        "http://service",
        Optional.empty(),
        Collections.nCopies(24, demand),
        demand,
        new TreeMap<>(),
        new TreeMap<>());
  }
}
