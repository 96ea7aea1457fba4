package dev.meridian.region.plan;

import dev.meridian.region.WorldwideDocuments;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Plans in short: run by {@link SamePlanTest} in JVMs of their own. */
final class PlanDigest {
  private PlanDigest() {}

  /** Prints the digest of plans whose documents were shuffled with the seed in the argument. */
  public static void main(String[] arguments) throws NoSuchAlgorithmException {
    System.out.println(of(Long.parseLong(arguments[0])));
  }

  static String of(long seed) throws NoSuchAlgorithmException {
    SplittableRandom random = new SplittableRandom(seed);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(bytes(Shuffled.of(WorldwideDocuments.request(), random)));
    for (int world = 0; world < 20; world++) {
      digest.update(bytes(Shuffled.of(RandomWorld.request(world, 3 + 2 * world, 3), random)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(PlanRequest request) {
    return WavePlanner.plan(request).toString().getBytes(StandardCharsets.UTF_8);
  }
}
