package dev.meridian.region.plan;

import dev.meridian.region.Trait;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A leg of up to 12 regions as numbers and bits: bit i is region i, in the order of codes. */
final class LegTable {
  private final List<Candidate> regions;
  private final int[] strangers;
  private final int[] domains;
  private final int[][] holdersOfOwn;
  private final int[] holdersOfContested;
  private final int[] ppm;
  private final long[] bakeSeconds;
  private final long[] bakeSecondsAsFirst;

  LegTable(Leg leg) {
    this.regions = leg.regions();
    this.strangers =
        all().map(i -> mask(j -> !leg.rules().together(regions.get(i), regions.get(j)))).toArray();
    this.domains = regions.stream().mapToInt(this::domain).distinct().toArray();
    this.holdersOfOwn =
        regions.stream()
            .map(region -> leg.uncovered(region).stream().mapToInt(this::holders).toArray())
            .toArray(int[][]::new);
    this.holdersOfContested = leg.contested().stream().mapToInt(this::holders).toArray();
    this.ppm = ppmOfSets();
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

  /** Traffic of a set of regions. */
  int ppm(int set) {
    return ppm[set];
  }

  /** The longest bake of a set of regions; 0 of none. */
  long bakeSeconds(int set, boolean firstOfBand) {
    long longest = 0;
    for (int left = set; left != 0; left &= left - 1) {
      int i = Integer.numberOfTrailingZeros(left);
      longest = Math.max(longest, firstOfBand ? bakeSecondsAsFirst[i] : bakeSeconds[i]);
    }
    return longest;
  }

  /** The shortest bake of a set of regions; 0 of none. */
  long shortestBakeSeconds(int set) {
    long shortest = Long.MAX_VALUE;
    for (int left = set; left != 0; left &= left - 1) {
      shortest = Math.min(shortest, bakeSeconds[Integer.numberOfTrailingZeros(left)]);
    }
    return set == 0 ? 0 : shortest;
  }

  boolean anythingContested() {
    return holdersOfContested.length > 0;
  }

  boolean coversContested(int placed) {
    return meetsAll(holdersOfContested, placed);
  }

  /** The fewest waves that cover what is contested and not yet covered, 1 or more. */
  int wavesToCover(int placed) {
    int[] held = new int[regions.size()];
    int open = 0;
    for (int holders : holdersOfContested) {
      if ((holders & placed) == 0) {
        open++;
        for (int left = holders; left != 0; left &= left - 1) {
          held[Integer.numberOfTrailingZeros(left)]++;
        }
      }
    }
    int most = Arrays.stream(held).max().orElse(0);
    return most == 0 ? 1 : Math.ceilDiv(open, most);
  }

  /** The most regions of a set that share one failure domain: each needs a wave of its own. */
  int rivals(int set) {
    int most = 0;
    for (int domain : domains) {
      most = Math.max(most, Integer.bitCount(domain & set));
    }
    return most;
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

  private int domain(Candidate region) {
    String domain = region.region().failureDomain();
    return mask(i -> regions.get(i).region().failureDomain().equals(domain));
  }

  private int holders(Trait value) {
    return mask(i -> regions.get(i).covers().contains(value));
  }

  private int[] ppmOfSets() {
    int[] sums = new int[1 << regions.size()];
    for (int set = 1; set < sums.length; set++) {
      int last = Integer.numberOfTrailingZeros(set);
      sums[set] = sums[set & (set - 1)] + regions.get(last).traffic().ppm();
    }
    return sums;
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
