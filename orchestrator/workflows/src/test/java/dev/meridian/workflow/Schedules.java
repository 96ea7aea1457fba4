package dev.meridian.workflow;

import static dev.meridian.workflow.EmbeddedEngine.planned;

import dev.meridian.region.Role;
import dev.meridian.release.PlannedRegion;
import java.util.List;

/** Regions and their waves, as plans make them. */
final class Schedules {
  static final List<PlannedRegion> TEN_REGIONS =
      List.of(
          planned("r0", 1, Role.STAGING, 0),
          planned("r1", 2, Role.CANARY, 50_000),
          planned("r2", 3, Role.PRODUCTION, 50_000),
          planned("r3", 4, Role.PRODUCTION, 50_000),
          planned("r4", 4, Role.PRODUCTION, 50_000),
          planned("r5", 5, Role.PRODUCTION, 100_000),
          planned("r6", 5, Role.PRODUCTION, 100_000),
          planned("r7", 5, Role.PRODUCTION, 100_000),
          planned("r8", 6, Role.PRODUCTION, 200_000),
          planned("r9", 7, Role.PRODUCTION, 300_000));

  static final List<PlannedRegion> FIVE_REGIONS =
      List.of(
          planned("s", 1, Role.STAGING, 0),
          planned("c", 2, Role.CANARY, 50_000),
          planned("l1", 3, Role.PRODUCTION, 150_000),
          planned("l2", 3, Role.PRODUCTION, 200_000),
          planned("h", 4, Role.PRODUCTION, 600_000));

  private Schedules() {}
}
