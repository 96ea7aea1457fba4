package dev.meridian.region;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A place where services run.
 *
 * @param code its only spelling
 * @param name for people
 * @param zone windows and demand by hour are in this zone
 * @param position for the map
 * @param cluster name of a kubeconfig context, or of a configured cluster credential
 * @param metrics name of a configured metrics endpoint (a URL with credentials by reference)
 * @param registry host (and port) that must serve an image before the region starts
 * @param failureDomain regions of one domain may fail together and never share a wave
 * @param peers where its users go when it is evacuated; peers never share a wave
 * @param jurisdiction whose law its data is under
 * @param mayReceiveFrom jurisdictions whose users it may serve: a hard limit
 * @param traits trait name to value, sorted by name
 */
public record Region(
    RegionCode code,
    String name,
    ZoneId zone,
    Position position,
    String cluster,
    String metrics,
    String registry,
    String failureDomain,
    List<RegionCode> peers,
    String jurisdiction,
    List<String> mayReceiveFrom,
    SortedMap<String, String> traits) {

  /** A place on the globe in degrees: latitude -90 to 90, longitude -180 to 180. */
  public record Position(double latitude, double longitude) {
    public Position {
      if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
        throw new IllegalArgumentException(
            "position should be latitude -90 to 90, longitude -180 to 180: was "
                + latitude
                + ", "
                + longitude);
      }
    }
  }

  public Region {
    peers = List.copyOf(peers);
    mayReceiveFrom = List.copyOf(mayReceiveFrom);
    traits = Collections.unmodifiableSortedMap(new TreeMap<>(traits));
  }

  /** The value of one trait, if the region has it. */
  public Optional<Trait> trait(String traitName) {
    return Optional.ofNullable(traits.get(traitName)).map(value -> new Trait(traitName, value));
  }
}
