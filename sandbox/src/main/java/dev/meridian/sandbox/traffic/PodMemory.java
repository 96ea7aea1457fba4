package dev.meridian.sandbox.traffic;

import dev.meridian.sandbox.world.RunningPods.Running;
import java.time.Duration;

/**
 * Resident memory of a pod: a floor, the sawtooth of a garbage collector, and what leaks. At the
 * limit the kernel kills the process, and it begins again at the floor.
 */
final class PodMemory {
  private static final double MEBIBYTE = 1024.0 * 1024;
  private static final double FLOOR = 200 * MEBIBYTE;
  private static final double TOOTH = 24 * MEBIBYTE;
  private static final double LIMIT = 512 * MEBIBYTE;
  private static final long TOOTH_MILLIS = Duration.ofMinutes(3).toMillis();

  private final Land land;
  private final int region;

  PodMemory(Land land, int region) {
    this.land = land;
    this.region = region;
  }

  /** Bytes at an instant of a pod that has lived since {@code born}. */
  double at(Pod pod, Running running, long born, long instant) {
    Chance own =
        Chance.at(
            Chance.key(land.spec().seed(), "pod", land.region(region).code().value(), pod.label()),
            pod.number());
    double floor = FLOOR * (0.97 + 0.06 * own.uniform());
    double phase = own.uniform() + (double) Math.floorMod(instant, TOOTH_MILLIS) / TOOTH_MILLIS;
    double leaked =
        land.defects()
            .leaked(
                running.image(), land.region(region).traits(), Duration.ofMillis(instant - born));
    return Math.rint(
        floor + TOOTH * (phase - Math.floor(phase)) + leaked % (LIMIT - floor - TOOTH));
  }
}
