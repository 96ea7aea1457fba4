package dev.meridian.evacuation;

import dev.meridian.region.RegionCode;
import dev.meridian.region.RequestsPerSecond;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Regions behind a name: the documentation's example, and drawn ones. */
final class Worlds {
  static final Serving.Law EU = new Serving.Law("eu", List.of("eu", "us"));

  private static final List<Standing> STANDINGS = List.of(Standing.values());

  private Worlds() {}

  /** The ten regions of the example service with their weights, peaks and capacities. */
  static List<Serving> example() {
    return List.of(
        serving("us-east-1", 155, 760, 1368),
        serving("ap-south-1", 106, 520, 936),
        serving("eu-central-1", 86, 420, 756),
        serving("ap-northeast-1", 49, 240, 432),
        serving("ap-southeast-1", 27, 130, 234),
        serving("sa-east-1", 22, 110, 198),
        serving("ap-northeast-2", 20, 96, 173),
        serving("me-central-1", 13, 64, 115),
        serving("ca-central-1", 12, 60, 108),
        serving("af-south-1", 10, 47, 86));
  }

  static Serving serving(String code, int weight, double peak, double capacity) {
    return new Serving(
        new RegionCode(code),
        new Weight(weight),
        new Weight(weight),
        new Serving.Demand(new RequestsPerSecond(peak / 2), new RequestsPerSecond(peak)),
        new RequestsPerSecond(capacity),
        Standing.INCUMBENT,
        EU);
  }

  static EvacuationRequest request(String leaving, List<Serving> regions) {
    return new EvacuationRequest(new RegionCode(leaving), true, regions, EvacuationRules.DEFAULT);
  }

  static List<Serving> with(List<Serving> regions, String code, Standing standing) {
    return regions.stream()
        .map(s -> s.region().value().equals(code) ? standing(s, standing) : s)
        .toList();
  }

  static List<Serving> with(List<Serving> regions, String code, Serving.Law law) {
    return regions.stream()
        .map(s ->
            s.region().value().equals(code)
                ? new Serving(
                    s.region(),
                    s.weight(),
                    s.usualWeight(),
                    s.demand(),
                    s.capacity(),
                    s.standing(),
                    law)
                : s)
        .toList();
  }

  private static Serving standing(Serving s, Standing standing) {
    return new Serving(
        s.region(), s.weight(), s.usualWeight(), s.demand(), s.capacity(), standing, s.law());
  }

  /** Two to twelve regions with everything drawn; the first one is to leave. */
  static EvacuationRequest drawn(SplittableRandom random) {
    int count = random.nextInt(2, 13);
    List<Serving> regions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double peak = random.nextDouble(1, 1000);
      int usual = random.nextInt(1, 256);
      int weight = random.nextInt(8) == 0 ? 0 : usual;
      Standing standing =
          random.nextInt(3) == 0
              ? STANDINGS.get(random.nextInt(STANDINGS.size()))
              : Standing.INCUMBENT;
      regions.add(
          new Serving(
              new RegionCode("r" + i),
              new Weight(weight),
              new Weight(usual),
              new Serving.Demand(
                  new RequestsPerSecond(peak * random.nextDouble()), new RequestsPerSecond(peak)),
              new RequestsPerSecond(peak * random.nextDouble(1, 4)),
              standing,
              random.nextInt(20) == 0 ? new Serving.Law("far", List.of()) : EU));
    }
    return new EvacuationRequest(
        new RegionCode("r0"), random.nextBoolean(), regions, EvacuationRules.DEFAULT);
  }
}
