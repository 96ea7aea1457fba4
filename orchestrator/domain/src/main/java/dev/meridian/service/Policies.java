package dev.meridian.service;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Value;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.plan.PlanPolicy;
import dev.meridian.region.plan.PlanPolicyReader;

/**
 * The one {@code policy} object of a document, which two readers share.
 *
 * @param plan order and bake
 * @param release deadlines, alpha and recovery
 */
record Policies(PlanPolicy plan, ReleasePolicy release) {
  /** What a document without a policy gets. */
  static final Policies DEFAULT =
      new Policies(PlanPolicyReader.DEFAULT, ReleasePolicyReader.DEFAULT);

  static Value<Policies> read(DocumentReader policy, RegionCatalog catalog) {
    Value<PlanPolicy> plan = new PlanPolicyReader(catalog).read(policy);
    Value<ReleasePolicy> release = ReleasePolicyReader.read(policy);
    return policy.build(() -> new Policies(plan.get(), release.get()));
  }
}
