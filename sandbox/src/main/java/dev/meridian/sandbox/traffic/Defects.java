package dev.meridian.sandbox.traffic;

import dev.meridian.sandbox.world.Defect;
import dev.meridian.sandbox.world.WorldSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What is wrong with each image, and whom it strikes. */
public final class Defects {
  /** Traits that stay where they are; all others are the users' own and travel with them. */
  private static final List<String> OF_THE_PLACE = List.of("hardware", "cluster", "law");

  private final Map<String, List<Defect>> byImage = new LinkedHashMap<>();

  /**
   * Reads the images of a world.
   *
   * @throws IllegalArgumentException when a leak depends on a request rate: memory has no rate
   */
  public Defects(WorldSpec spec) {
    for (WorldSpec.WorldImage image : spec.images()) {
      for (Defect defect : image.defects()) {
        if (defect instanceof Defect.Leak leak
            && leak.when().aboveRequestsPerSecond().isPresent()) {
          throw new IllegalArgumentException(
              image.reference() + ": a leak should not depend on the request rate");
        }
      }
      byImage.put(image.reference(), image.defects());
    }
  }

  boolean any(String image) {
    return !of(image).isEmpty();
  }

  /**
   * Circumstances of some requests.
   *
   * @param users traits of the users who ask
   * @param place traits of the region that answers
   * @param rate requests per second of that region
   * @param age of the revision there
   */
  public record Circumstances(
      SortedMap<String, String> users,
      SortedMap<String, String> place,
      double rate,
      Duration age) {}

  /** Share of requests that fail beyond the usual. */
  public double errors(String image, Circumstances circumstances) {
    double well = 1;
    for (Defect defect : of(image)) {
      if (defect instanceof Defect.Errors errors && holds(errors.when(), circumstances)) {
        well *= 1 - errors.share();
      }
    }
    return 1 - well;
  }

  /** How many times as long requests take. */
  public double slowness(String image, Circumstances circumstances) {
    double factor = 1;
    for (Defect defect : of(image)) {
      if (defect instanceof Defect.Slow slow && holds(slow.when(), circumstances)) {
        factor *= slow.factor();
      }
    }
    return factor;
  }

  /** Bytes leaked by a process of this age in a place with users of its own. */
  double leaked(String image, SortedMap<String, String> region, Duration age) {
    double bytes = 0;
    for (Defect defect : of(image)) {
      if (defect instanceof Defect.Leak leak
          && holds(leak.when(), new Circumstances(region, region, 0, age))) {
        Duration leaking = age.minus(leak.when().afterAge().orElse(Duration.ZERO));
        bytes += leak.bytesPerHour() * leaking.toMillis() / Duration.ofHours(1).toMillis();
      }
    }
    return bytes;
  }

  private List<Defect> of(String image) {
    return byImage.getOrDefault(image, List.of());
  }

  private static boolean holds(Defect.When when, Circumstances circumstances) {
    return when.trait().map(trait -> has(trait, circumstances)).orElse(true)
        && when.aboveRequestsPerSecond().map(least -> circumstances.rate() > least).orElse(true)
        && when.afterAge().map(least -> circumstances.age().compareTo(least) >= 0).orElse(true);
  }

  private static boolean has(String trait, Circumstances circumstances) {
    String name = trait.substring(0, Math.max(0, trait.indexOf('=')));
    SortedMap<String, String> traits =
        OF_THE_PLACE.contains(name) ? circumstances.place() : circumstances.users();
    return trait.equals(name + "=" + traits.getOrDefault(name, ""));
  }
}
