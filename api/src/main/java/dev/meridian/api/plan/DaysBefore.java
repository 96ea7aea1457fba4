package dev.meridian.api.plan;

import dev.meridian.api.Now;
import dev.meridian.api.engine.Inquirer;
import dev.meridian.api.engine.Inquirer.Reply;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.replay.DayReplay;
import dev.meridian.gate.replay.HealthyDays;
import dev.meridian.gate.replay.Place;
import dev.meridian.gate.sight.ControlOutlook;
import dev.meridian.gate.statistics.AlphaShares;
import dev.meridian.ledger.knowledge.Disturbances;
import dev.meridian.region.Presence;
import dev.meridian.region.plan.Placement;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.Wave;
import dev.meridian.service.ServiceSpec;
import dev.meridian.workflow.inquiry.DaysAnswer;
import dev.meridian.workflow.inquiry.DaysQuestion;
import dev.meridian.workflow.inquiry.Watched;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Asks how the gates of a plan did on the days before it, when everybody ran the incumbent. */
@Singleton
public final class DaysBefore {
  private final Inquirer inquirer;
  private final Disturbances disturbances;
  private final Now now;

  DaysBefore(Inquirer inquirer, Disturbances disturbances, Now now) {
    this.inquirer = inquirer;
    this.disturbances = disturbances;
    this.now = now;
  }

  /**
   * Never refuses: a plan does not depend on the metrics, and neither does a release. It can be
   * urgent just when they are away, and its bakes hold by themselves until they are back.
   */
  public PastOfPlan of(PlannedRelease planned) {
    ServiceSpec service = planned.service().content();
    return switch (inquirer.days(question(planned))) {
      case Reply.Answered<DaysAnswer>(DaysAnswer answer) ->
          new PastOfPlan(
              answer.days(),
              HealthyDays.against(answer.days(), service.gates(), List.of()).stream()
                  .map(day ->
                      day.sentence()
                          + "; a release is refused until its ceiling is raised, it only observes"
                          + " (critical: false), or overrideGates names it")
                  .toList());
      case Reply.EngineAway<DaysAnswer>(String why) -> unasked(why);
      case Reply.MetricsAway<DaysAnswer>(String why) -> unasked(why);
      case Reply.TooLong<DaysAnswer>(String why) -> unasked(why);
    };
  }

  private static PastOfPlan unasked(String why) {
    return new PastOfPlan(
        List.of(),
        List.of(
            "the metrics could not be asked ("
                + why
                + "): whether a gate would have stopped healthy days is not known, and what gates"
                + " can detect is assumed"));
  }

  private DaysQuestion question(PlannedRelease planned) {
    ServiceSpec service = planned.service().content();
    List<GateSpec.Ratio> gates =
        service.gates().stream()
            .filter(GateSpec.Ratio.class::isInstance)
            .map(GateSpec.Ratio.class::cast)
            .toList();
    List<Place> places = places(planned.plan(), service.presences());
    return new DaysQuestion(
        gates,
        AlphaShares.of(service.release().alpha(), Math.max(1, places.size()), service.gates())
            .of(1),
        Watched.all(service, planned.catalog().content()),
        places,
        disturbances.before(service.name(), now.instant(), DayReplay.REACH),
        now.instant());
  }

  private static List<Place> places(Plan plan, List<Presence> presences) {
    ControlOutlook controls = new ControlOutlook(plan, presences);
    List<Place> places = new ArrayList<>();
    for (Wave wave : plan.waves()) {
      for (Placement placement : wave.placements()) {
        if (placement.role().hasUsers()) {
          places.add(
              new Place(
                  placement.region(),
                  wave.judgedWith(placement),
                  controls.of(wave, placement.region()),
                  placement.bake().duration()));
        }
      }
    }
    return places;
  }
}
