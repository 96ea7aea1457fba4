package dev.meridian.region.plan;

import dev.meridian.region.Trait;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;

/**
 * What an order of a leg is worth; the smaller is the better one.
 *
 * @param coveredAfter waves until the contested values are covered
 * @param cost exposure x bake, in ppm x seconds
 */
record Worth(int coveredAfter, long cost) implements Comparable<Worth> {
  private static final Comparator<Worth> ORDER =
      Comparator.comparingInt(Worth::coveredAfter).thenComparingLong(Worth::cost);

  static Worth of(Leg leg, List<List<Candidate>> waves) {
    NavigableSet<Trait> wanted = leg.contested();
    int coveredAfter = 0;
    long exposed = leg.exposedPpm();
    long cost = 0;
    for (int i = 0; i < waves.size(); i++) {
      boolean firstOfBand = leg.wavesOfBand() + i == 0;
      long bake = 0;
      for (Candidate region : waves.get(i)) {
        exposed += region.traffic().ppm();
        bake = Math.max(bake, region.bake(firstOfBand).duration().toSeconds());
        coveredAfter = region.covers().stream().anyMatch(wanted::contains) ? i + 1 : coveredAfter;
      }
      waves.get(i).forEach(region -> region.covers().forEach(wanted::remove));
      cost += exposed * bake;
    }
    return new Worth(coveredAfter, cost);
  }

  @Override
  public int compareTo(Worth other) {
    return ORDER.compare(this, other);
  }
}
