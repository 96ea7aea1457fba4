package dev.meridian.sandbox.service;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Chance for one request after another: the same requests in the same order draw the same. */
final class Dice {
  /** With a median of 20 ms, one request in a hundred takes longer than 64 ms. */
  private static final double MEDIAN_MILLIS = 20;

  private static final double SHAPE = 0.5;

  private final AtomicLong state;

  Dice(long seed) {
    this.state = new AtomicLong(seed);
  }

  /** At least 0, less than 1. */
  double next() {
    return (mixed(state.addAndGet(0x9E3779B97F4A7C15L)) >>> 11) * 0x1.0p-53;
  }

  /** Log-normal, as latencies are: Box-Muller from two draws. */
  Duration latency() {
    double radius = Math.sqrt(-2 * Math.log(1 - next()));
    double normal = radius * Math.cos(2 * Math.PI * next());
    return Duration.ofNanos((long) (MEDIAN_MILLIS * Math.exp(SHAPE * normal) * 1e6));
  }

  /** SplitMix64's finaliser. */
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
