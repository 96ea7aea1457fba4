package dev.meridian.sandbox.world;

import dev.meridian.sandbox.world.Defect.When;
import java.util.List;
import java.util.Optional;

/**
 * Images that the example's registries serve, each with what is wrong with it. The digest of the
 * n-th is the digit n, 64 times: easy to type and to tell apart.
 */
public enum ExampleImage {
  /** What every region runs at the beginning. */
  INCUMBENT(1),
  HEALTHY(2),
  /** Fails for users who write Hangul: one request in 25. */
  TRAIT_DEFECT(3),
  /** Three times as slow where mobile clients prevail; not an error more. */
  SLOW_FOR_MOBILE(4),
  /**
   * Fails from 250 requests per second on. Only the three largest regions of the example get there,
   * and only Virginia at every hour (269 at night).
   */
  LOAD_DEFECT(5),
  /** Grows by 40 MiB an hour: from 200 MiB to the limit of 512 MiB in less than 8 hours. */
  LEAK(6),
  FAILING_CHECK(7),
  /** Healthy: for stories in which something else goes wrong. */
  STEADY(8);

  private static final String REPOSITORY = "shop/checkout";

  private final int digit;

  ExampleImage(int digit) {
    this.digit = digit;
  }

  /** {@code shop/checkout@sha256:...}, without registry host. */
  public String reference() {
    return REPOSITORY + "@sha256:" + Integer.toString(digit).repeat(64);
  }

  /** As the registries serve it. */
  public WorldSpec.WorldImage image() {
    return new WorldSpec.WorldImage(reference(), defects());
  }

  private List<Defect> defects() {
    return switch (this) {
      case INCUMBENT, HEALTHY, STEADY -> List.of();
      case TRAIT_DEFECT -> List.of(new Defect.Errors(users("script=hangul"), 0.04));
      case SLOW_FOR_MOBILE -> List.of(new Defect.Slow(users("mobile-share=high"), 3));
      case LOAD_DEFECT -> List.of(new Defect.Errors(above(250), 0.03));
      case LEAK -> List.of(new Defect.Leak(When.ALWAYS, 40.0 * 1024 * 1024));
      case FAILING_CHECK ->
          List.of(new Defect.FailsCheck("the total of a cart with two currencies was wrong"));
    };
  }

  private static When users(String trait) {
    return new When(Optional.of(trait), Optional.empty(), Optional.empty());
  }

  private static When above(double requestsPerSecond) {
    return new When(Optional.empty(), Optional.of(requestsPerSecond), Optional.empty());
  }
}
