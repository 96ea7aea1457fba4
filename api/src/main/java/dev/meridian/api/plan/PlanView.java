package dev.meridian.api.plan;

import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.Wave;
import dev.meridian.service.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A plan as it is shown.
 *
 * @param service what would be released
 * @param image by digest
 * @param revision content hash of image, template and parameters
 * @param catalogVersion that the plan was made from
 * @param serviceVersion that the plan was made from
 * @param expectedDuration of the bakes alone, each wave as long as its longest
 * @param expected the release as a whole, from past releases: a range, beside the usual interval
 * @param waves in order, with every reason
 * @param findings what a person should know before anything moves
 * @param approvals which of the findings somebody has to agree to
 * @param gates with their shares of the release's alpha
 * @param sights what each gate can detect in each region
 * @param dayBefore what each ratio gate would have done on the day before, when everybody ran the
 *     incumbent; empty when the metrics could not be asked
 */
record PlanView(
    String service,
    String image,
    String revision,
    int catalogVersion,
    int serviceVersion,
    Duration expectedDuration,
    Optional<ExpectedView> expected,
    List<Wave> waves,
    List<String> findings,
    List<ApprovalView> approvals,
    List<GateView> gates,
    List<SightView> sights,
    List<DayBeforeView> dayBefore) {

  static PlanView of(PlannedRelease planned, PastOfPlan past) {
    ServiceSpec spec = planned.service().content();
    Plan plan = planned.plan();
    return new PlanView(
        spec.name().value(),
        planned.revision().image().toString(),
        planned.revision().id().hash(),
        planned.catalog().version(),
        planned.service().version(),
        plan.waves().stream().map(Wave::longestBake).reduce(Duration.ZERO, Duration::plus),
        plan.expected().map(ExpectedView::of),
        plan.waves(),
        Stream.concat(plan.findings().stream(), past.findings().stream()).toList(),
        plan.approvals().stream().map(ApprovalView::of).toList(),
        GateView.of(spec, plan),
        SightView.of(spec, plan, past.baselines()),
        past.days().stream().map(DayBeforeView::of).toList());
  }
}
