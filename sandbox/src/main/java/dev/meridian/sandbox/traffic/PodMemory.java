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
    Chance own = own(pod);
    double floor = floor(own);
    double phase = own.uniform() + (double) Math.floorMod(instant, TOOTH_MILLIS) / TOOTH_MILLIS;
    double leaked = leaked(running, instant - born);
    return Math.rint(floor + TOOTH * (phase - Math.floor(phase)) + leaked % room(floor));
  }

  /** Share of the pods of a revision that were killed at the limit between two of its ages. */
  double killed(Running running, long from, long to) {
    int killed = 0;
    for (int number = 0; number < running.ready(); number++) {
      double room = room(floor(own(new Pod(running.label(), number))));
      if (Math.floor(leaked(running, to) / room) > Math.floor(leaked(running, from) / room)) {
        killed++;
      }
    }
    return (double) killed / running.ready();
  }

  private Chance own(Pod pod) {
    String code = land.region(region).code().value();
    return Chance.at(Chance.key(land.spec().seed(), "pod", code, pod.label()), pod.number());
  }

  private static double floor(Chance own) {
    return FLOOR * (0.97 + 0.06 * own.uniform());
  }

  /** What may leak before the limit is reached. */
  private static double room(double floor) {
    return LIMIT - floor - TOOTH;
  }

  private double leaked(Running running, long age) {
    return land.defects()
        .leaked(running.image(), land.region(region).traits(), Duration.ofMillis(age));
  }
}
