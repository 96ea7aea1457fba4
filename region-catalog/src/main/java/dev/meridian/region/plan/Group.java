package dev.meridian.region.plan;

import dev.meridian.region.Role;
import java.util.List;
import java.util.stream.Stream;

/**
 * Regions that a release reaches together as a part of the world, before they are put in order.
 *
 * @param part of the world
 * @param regions sorted by code
 * @param pooled whether they are too small to be judged one by one
 */
record Group(WaveGroup part, List<Candidate> regions, boolean pooled) {
  /** The parts of the world in their order; some may be empty. */
  static List<Group> of(List<Candidate> candidates) {
    return List.of(
        group(WaveGroup.STAGING, with(Role.STAGING, candidates)),
        group(WaveGroup.CANARY, with(Role.CANARY, candidates)),
        group(WaveGroup.LOW_TRAFFIC, judgeable(candidates).filter(Candidate::lowTraffic)),
        new Group(
            WaveGroup.LOW_TRAFFIC,
            with(Role.PRODUCTION, candidates).filter(region -> !region.judgeable()).toList(),
            true),
        group(
            WaveGroup.HIGH_TRAFFIC, judgeable(candidates).filter(region -> !region.lowTraffic())));
  }

  /** Its traffic bands in ascending order; staging and pooled regions are one. */
  List<List<Candidate>> bands() {
    if (part == WaveGroup.STAGING || pooled) {
      return List.of(regions);
    }
    return regions.stream()
        .map(Candidate::band)
        .distinct()
        .sorted()
        .map(band -> regions.stream().filter(region -> region.band().equals(band)).toList())
        .toList();
  }

  /** Whether somebody of each band goes first and alone. */
  boolean careful() {
    return part != WaveGroup.STAGING && !pooled;
  }

  private static Group group(WaveGroup part, Stream<Candidate> regions) {
    return new Group(part, regions.toList(), false);
  }

  private static Stream<Candidate> judgeable(List<Candidate> candidates) {
    return with(Role.PRODUCTION, candidates).filter(Candidate::judgeable);
  }

  private static Stream<Candidate> with(Role role, List<Candidate> candidates) {
    return candidates.stream().filter(region -> region.presence().role() == role);
  }
}
