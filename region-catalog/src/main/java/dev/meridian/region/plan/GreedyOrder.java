package dev.meridian.region.plan;

import dev.meridian.region.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A good order of many regions: each wave is led by the region that covers most of what others
 * share, and filled up with regions whose risks are all covered. Who comes first among equals is
 * tried in a few ways, and the best outcome is kept: one way alone covers later than it need in a
 * tenth of random bands.
 */
final class GreedyOrder {
  private static final List<Comparator<Candidate>> WAYS =
      List.of(
          Comparator.comparing(Candidate::traffic),
          Comparator.comparing(Candidate::traffic).reversed(),
          Comparator.comparingLong(GreedyOrder::bakeSeconds),
          Comparator.comparingLong(GreedyOrder::bakeSeconds).reversed());

  private final Leg leg;
  private final NavigableSet<Trait> covered;
  private final List<Candidate> waiting;
  private final NavigableSet<Trait> contested;

  private GreedyOrder(Leg leg, Comparator<Candidate> way) {
    this.leg = leg;
    this.covered = new TreeSet<>(leg.covered());
    this.contested = leg.contested();
    this.waiting = new ArrayList<>(leg.regions());
    waiting.sort(way.thenComparing(Candidate::traffic).thenComparing(Candidate::code));
  }

  /** The best of the ways, the first of equally good ones. */
  static List<List<Candidate>> waves(Leg leg) {
    List<List<Candidate>> best = new GreedyOrder(leg, WAYS.getFirst()).waves();
    Worth bestWorth = Worth.of(leg, best);
    for (Comparator<Candidate> way : WAYS.subList(1, WAYS.size())) {
      List<List<Candidate>> waves = new GreedyOrder(leg, way).waves();
      Worth worth = Worth.of(leg, waves);
      if (worth.compareTo(bestWorth) < 0) {
        best = waves;
        bestWorth = worth;
      }
    }
    return best;
  }

  private static long bakeSeconds(Candidate region) {
    return region.bake(false).duration().toSeconds();
  }

  private List<List<Candidate>> waves() {
    List<List<Candidate>> waves = new ArrayList<>();
    while (!waiting.isEmpty()) {
      List<Candidate> wave = next(leg.rules().most(leg.wavesOfBand() + waves.size()));
      waiting.removeAll(wave);
      wave.forEach(region -> covered.addAll(region.covers()));
      waves.add(wave);
    }
    return waves;
  }

  private List<Candidate> next(int most) {
    List<Candidate> wave = new ArrayList<>();
    wave.add(lead());
    for (Candidate region : waiting) {
      if (wave.size() < most
          && !wave.contains(region)
          && covered.containsAll(region.covers())
          && leg.rules().mayJoin(wave, region)) {
        wave.add(region);
      }
    }
    return wave;
  }

  /** Most contested values first, then any uncovered value; the smallest of equals. */
  private Candidate lead() {
    Candidate best = waiting.getFirst();
    int bestWorth = worth(best);
    for (Candidate region : waiting) {
      int worth = worth(region);
      if (worth > bestWorth) {
        best = region;
        bestWorth = worth;
      }
    }
    return best;
  }

  private int worth(Candidate region) {
    int worth = 0;
    for (Trait trait : region.covers()) {
      if (!covered.contains(trait)) {
        worth = contested.contains(trait) ? (worth | 1) + 2 : worth | 1;
      }
    }
    return worth;
  }
}
