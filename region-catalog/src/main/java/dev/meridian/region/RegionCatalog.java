package dev.meridian.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every region, ordered by code; a code occurs once. */
public record RegionCatalog(List<Region> regions) {
  /**
   * @throws IllegalArgumentException when two regions have one code
   */
  public RegionCatalog {
    List<Region> sorted = new ArrayList<>(regions);
    sorted.sort(Comparator.comparing(Region::code));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).code().equals(sorted.get(i - 1).code())) {
        throw new IllegalArgumentException("two regions have the code " + sorted.get(i).code());
      }
    }
    regions = List.copyOf(sorted);
  }

  public Optional<Region> find(RegionCode code) {
    int low = 0;
    int high = regions.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = regions.get(middle).code().compareTo(code);
      if (order == 0) {
        return Optional.of(regions.get(middle));
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return Optional.empty();
  }

  /**
   * @throws IllegalArgumentException when the catalogue has no such region
   */
  public Region region(RegionCode code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("no region " + code + " in the catalogue"));
  }
}
