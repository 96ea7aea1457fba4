package dev.meridian.region.plan;

import dev.meridian.region.Trait;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A leg of up to 12 regions as numbers and bits: bit i is region i, in the order of codes. */
final class LegTable {
  private final List<Candidate> regions;
  private final int[] strangers;
  private final int[][] holdersOfOwn;
  private final int[] holdersOfContested;
  private final int[] ppm;
  private final long[] bakeSeconds;
  private final long[] bakeSecondsAsFirst;

  LegTable(Leg leg) {
    this.regions = leg.regions();
    this.strangers =
        all().map(i -> mask(j -> !leg.rules().together(regions.get(i), regions.get(j)))).toArray();
    this.holdersOfOwn =
        regions.stream()
            .map(region -> leg.uncovered(region).stream().mapToInt(this::holders).toArray())
            .toArray(int[][]::new);
    this.holdersOfContested = leg.contested().stream().mapToInt(this::holders).toArray();
    this.ppm = regions.stream().mapToInt(region -> region.traffic().ppm()).toArray();
    this.bakeSeconds = bakes(false);
    this.bakeSecondsAsFirst = bakes(true);
  }

  int size() {
    return regions.size();
  }

  int everybody() {
    return (1 << regions.size()) - 1;
  }

  /** Who may not share a wave with region {@code i}, itself among them. */
  int strangers(int i) {
    return strangers[i];
  }

  int ppm(int i) {
    return ppm[i];
  }

  long bakeSeconds(int i, boolean firstOfBand) {
    return firstOfBand ? bakeSecondsAsFirst[i] : bakeSeconds[i];
  }

  long shortestBakeSeconds() {
    return IntStream.range(0, size()).mapToLong(i -> bakeSeconds[i]).min().orElse(0);
  }

  boolean anythingContested() {
    return holdersOfContested.length > 0;
  }

  boolean coversContested(int placed) {
    return meetsAll(holdersOfContested, placed);
  }

  /** Who of the others has a value that neither earlier legs nor {@code placed} cover. */
  int newcomers(int placed) {
    int newcomers = 0;
    for (int i = 0; i < holdersOfOwn.length; i++) {
      if ((placed & (1 << i)) == 0 && !meetsAll(holdersOfOwn[i], placed)) {
        newcomers |= 1 << i;
      }
    }
    return newcomers;
  }

  /** Who has a value that nobody else here has: a newcomer until its own turn. */
  int soleHolders() {
    return mask(i -> IntStream.of(holdersOfOwn[i]).anyMatch(holders -> holders == 1 << i));
  }

  List<Candidate> members(int mask) {
    return all().filter(i -> (mask & (1 << i)) != 0).mapToObj(regions::get).toList();
  }

  private IntStream all() {
    return IntStream.range(0, regions.size());
  }

  private int mask(IntPredicate belongs) {
    return all().filter(belongs).map(i -> 1 << i).reduce(0, (one, other) -> one | other);
  }

  private int holders(Trait value) {
    return mask(i -> regions.get(i).covers().contains(value));
  }

  private long[] bakes(boolean firstOfBand) {
    return regions.stream()
        .mapToLong(region -> region.bake(firstOfBand).duration().toSeconds())
        .toArray();
  }

  private static boolean meetsAll(int[] masks, int placed) {
    for (int mask : masks) {
      if ((mask & placed) == 0) {
        return false;
      }
    }
    return true;
  }
}
