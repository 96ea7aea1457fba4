package dev.meridian.simulation.judge;

import dev.meridian.simulation.judge.JudgedWorld.Noise;
import java.util.Arrays;

/**
 * How the bad rates wander, by blocks of five minutes: one draw for everybody and one for each
 * place. Slowness wanders half as far as failure.
 */
final class Weather {
  static final long BLOCK = 300;
  private static final long COMMON = -1;

  private final long seed;
  private final Noise noise;
  private final double[] own;
  private long block = Long.MIN_VALUE;
  private double common;

  Weather(long seed, Noise noise, int places) {
    this.seed = seed;
    this.noise = noise;
    this.own = new double[places];
  }

  /** Factor of the share of failing requests. */
  double failing(int place, long second) {
    to(Math.floorDiv(second, BLOCK));
    if (own[place] < 0) {
      own[place] = Chance.of(seed, place, block).noise(noise.own());
    }
    return common * own[place];
  }

  /** Factor of the share of slow requests. */
  double slow(int place, long second) {
    return (1 + failing(place, second)) / 2;
  }

  private void to(long wanted) {
    if (wanted != block) {
      block = wanted;
      common = Chance.of(seed, COMMON, block).noise(noise.common());
      Arrays.fill(own, -1);
    }
  }
}
