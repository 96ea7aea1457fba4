package dev.meridian.api.plan;

import dev.meridian.region.plan.Placement;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.Wave;
import dev.meridian.service.ServiceSpec;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * A plan as it is shown.
 *
 * @param service what would be released
 * @param image by digest
 * @param revision content hash of image, template and parameters
 * @param catalogVersion that the plan was made from
 * @param serviceVersion that the plan was made from
 * @param expectedDuration of the bakes, each wave as long as its longest; images, pods and checks
 *     come on top
 * @param waves in order, with every reason
 * @param findings what a person should know before anything moves
 * @param gates with their shares of the release's alpha
 */
record PlanView(
    String service,
    String image,
    String revision,
    int catalogVersion,
    int serviceVersion,
    Duration expectedDuration,
    List<Wave> waves,
    List<String> findings,
    List<GateView> gates) {

  static PlanView of(PlannedRelease planned) {
    ServiceSpec spec = planned.service().content();
    Plan plan = planned.plan();
    return new PlanView(
        spec.name().value(),
        planned.revision().image().toString(),
        planned.revision().id().hash(),
        planned.catalog().version(),
        planned.service().version(),
        plan.waves().stream().map(PlanView::longestBake).reduce(Duration.ZERO, Duration::plus),
        plan.waves(),
        plan.findings(),
        GateView.of(spec, plan));
  }

  private static Duration longestBake(Wave wave) {
    return wave.placements().stream()
        .map(Placement::bake)
        .map(bake -> bake.duration())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
