package dev.meridian.api.release;

import dev.meridian.api.Now;
import dev.meridian.api.plan.PlannedRelease;
import dev.meridian.api.plan.Planning;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.ReleaseEvent.ReleaseStarted;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.ServiceSpec;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Everything that a start freezes, from what stands and is known now. */
@Singleton
final class StartPlanning {
  private final Planning planning;
  private final TrustedGates gates;
  private final Now now;

  StartPlanning(Planning planning, TrustedGates gates, Now now) {
    this.planning = planning;
    this.gates = gates;
    this.now = now;
  }

  /**
   * @param by whoever wants it
   * @throws ProblemException when the order does not fit the documents, or a gate is not to be
   *     trusted
   */
  NewRelease plan(ReleaseId id, StartOrder order, String by) {
    PlannedRelease planned = planning.plan(order.wanted());
    gates.check(planned, order);
    return new NewRelease(
        id,
        started(planned, order, by),
        order.wanted().parameters(),
        MeridianJson.tree(planned.plan()),
        planned.service().content().release().whileActive(),
        now.instant());
  }

  private static ReleaseStarted started(PlannedRelease planned, StartOrder order, String by) {
    ServiceSpec spec = planned.service().content();
    return new ReleaseStarted(
        spec.name(),
        planned.revision().id(),
        planned.revision().image(),
        planned.catalog().version(),
        planned.service().version(),
        PlannedRegion.of(planned.plan(), planned.catalog().content()),
        spec.release().restoreShare(),
        by,
        order.reason(),
        order.overrideGates(),
        spec.release().overlap(),
        Optional.empty());
  }
}
