package dev.meridian.region.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first waves of an order of up to 12 regions; the smaller is the better one: (waves until the
 * contested values are covered, exposure x bake, codes), and of equal ones that with the larger
 * waves.
 *
 * @param length how many waves
 * @param before the path without its last wave; empty at the start
 * @param wave the last wave, bit i for region i; 0 at the start
 * @param placed every region of the path
 * @param exposedPpm traffic of these regions
 * @param cost exposure x bake so far, in ppm x seconds
 * @param coveredAfter waves after which the contested values were covered, or {@link #NOT_YET}
 * @param codes the regions wave after wave, four bits each: of equally many the smaller number is
 *     the smaller list
 * @param sizes how many regions each wave has, four bits each, the first wave in the highest bits
 */
record Path(
    int length,
    Optional<Path> before,
    int wave,
    int placed,
    long exposedPpm,
    long cost,
    int coveredAfter,
    long codes,
    long sizes)
    implements Comparable<Path> {
  static final int NOT_YET = Integer.MAX_VALUE;

  private static final int BITS = 4;

  static Path start(boolean nothingToCover) {
    return new Path(0, Optional.empty(), 0, 0, 0, 0, nothingToCover ? 0 : NOT_YET, 0, 0);
  }

  /** The path with one wave more. */
  Path then(int members, long exposedThen, long costThen, int coveredThen) {
    long codesThen = codes;
    for (int left = members; left != 0; left &= left - 1) {
      codesThen = (codesThen << BITS) | Integer.numberOfTrailingZeros(left);
    }
    int place = BITS * (ExactOrder.MOST_REGIONS - 1 - length);
    return new Path(
        length + 1,
        Optional.of(this),
        members,
        placed | members,
        exposedThen,
        costThen,
        coveredThen,
        codesThen,
        sizes | ((long) Integer.bitCount(members) << place));
  }

  List<Integer> waves() {
    List<Integer> waves = new ArrayList<>();
    for (Path path = this; path.before.isPresent(); path = path.before.get()) {
      waves.addFirst(path.wave);
    }
    return waves;
  }

  @Override
  public int compareTo(Path other) {
    if (coveredAfter != other.coveredAfter) {
      return Integer.compare(coveredAfter, other.coveredAfter);
    }
    if (cost != other.cost) {
      return Long.compare(cost, other.cost);
    }
    return codes == other.codes
        ? Long.compare(other.sizes, sizes)
        : Long.compare(codes, other.codes);
  }
}
