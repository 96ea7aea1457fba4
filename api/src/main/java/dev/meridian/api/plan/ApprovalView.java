package dev.meridian.api.plan;

import dev.meridian.region.plan.NeededApproval;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A place of the plan to which somebody has to agree by name.
 *
 * @param region which
 * @param cause {@code larger-than-cap}: its traffic alone is more than the blast radius; {@code
 *     unlike-any-smaller}: high traffic, and no region before it is similar enough; {@code
 *     too-few-requests}: not even together with others do enough users come before the bake ceiling
 * @param sentence the finding that says so
 */
@Schema(name = "NeededApproval")
record ApprovalView(String region, NeededApproval.Cause cause, String sentence) {
  static ApprovalView of(NeededApproval needed) {
    return new ApprovalView(needed.region().value(), needed.cause(), needed.sentence());
  }
}
