package dev.meridian.sandbox.world;

import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the world is made of.
 *
 * @param seed of all chance
 * @param begins first instant with traffic; metrics can be queried from here
 * @param service name of the one service that the world's users use
 * @param recordName the weighted DNS name that they use
 * @param zone hosted zone id of that name
 * @param regions in the order of the catalogue
 * @param images what the registries serve
 * @param incumbent image that every region runs at the beginning
 */
public record WorldSpec(
    long seed,
    Instant begins,
    String service,
    String recordName,
    String zone,
    List<WorldRegion> regions,
    List<WorldImage> images,
    String incumbent) {

  /**
   * A region of the world.
   *
   * @param demand requests per second of its users in each of the 24 local hours; empty for none
   * @param traits of its users and of the place
   * @param registry the host that images have here
   * @param endpoint host name of the service here
   * @param address the loopback address of the service here, as DNS answers it: 127.0.1.1 and up
   * @param weight of its DNS record at the beginning; 0 for none
   */
  public record WorldRegion(
      RegionCode code,
      ZoneId zone,
      List<Double> demand,
      SortedMap<String, String> traits,
      String namespace,
      String registry,
      String endpoint,
      String address,
      int weight) {
    public WorldRegion {
      demand = List.copyOf(demand);
      traits = Collections.unmodifiableSortedMap(new TreeMap<>(traits));
    }
  }

  /**
   * An image that the registries serve.
   *
   * @param reference {@code repository@digest}
   * @param defects what is wrong with it, visible only through metrics and checks
   */
  public record WorldImage(String reference, List<Defect> defects) {
    public WorldImage {
      defects = List.copyOf(defects);
    }
  }

  public WorldSpec {
    regions = List.copyOf(regions);
    images = List.copyOf(images);
  }
}
