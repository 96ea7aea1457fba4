package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Something for each region of a world. */
final class Places<T> {
  private final Map<RegionCode, T> places = new TreeMap<>();

  Places(SimulatedWorld world, Function<SimulatedRegion, T> make) {
    world.regions().forEach(region -> places.put(region.planned().region(), make.apply(region)));
  }

  T at(RegionCode region) {
    T place = places.get(region);
    if (place == null) {
      throw new IllegalArgumentException("the world has no region " + region);
    }
    return place;
  }

  Collection<T> all() {
    return places.values();
  }
}
