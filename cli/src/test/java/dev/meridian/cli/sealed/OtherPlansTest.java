package dev.meridian.cli.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.sandbox.world.Defect;
import dev.meridian.sandbox.world.Defect.When;
import dev.meridian.sandbox.world.ExampleImage;
import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.WorldSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OtherPlansTest {
  private static final Instant BEGINS = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant START = BEGINS.plus(Duration.ofHours(2));
  private static final Instant END = START.plus(Duration.ofHours(12));
  private static final String IMAGE = "shop/checkout@sha256:" + "9".repeat(64);

  private static OtherPlans plans(Defect... defects) {
    WorldSpec world =
        ExampleWorld.of(
            7,
            BEGINS,
            List.of(
                ExampleImage.INCUMBENT.image(), new WorldSpec.WorldImage(IMAGE, List.of(defects))));
    return new OtherPlans(world, IMAGE, START, END);
  }

  @Test
  void healthyRevision_underAnyPlan_harmsNobody() {
    assertThat(plans().atOnce()).isZero();
    assertThat(plans().hourly()).isZero();
  }

  @Test
  void errorsEverywhere_areSeenAtTheFirstRegion_soThatHourlyHarmsFewer() {
    OtherPlans plans = plans(new Defect.Errors(When.ALWAYS, 0.05));

    assertThat(plans.hourly()).isPositive().isLessThan(plans.atOnce() / 10);
  }

  @Test
  void errorsBelowTheCeiling_areNeverSeen_soThatEverybodyIsHarmedToTheEnd() {
    OtherPlans seen = plans(new Defect.Errors(When.ALWAYS, 0.02));
    OtherPlans unseen = plans(new Defect.Errors(When.ALWAYS, 0.004));

    assertThat(unseen.atOnce()).isGreaterThan(seen.atOnce());
  }

  @Test
  void leak_untilThePodsAreKilled_harmsThoseWhoAskedThem() {
    OtherPlans plans = plans(new Defect.Leak(When.ALWAYS, 80.0 * 1024 * 1024));

    assertThat(plans.atOnce()).isPositive();
  }
}
