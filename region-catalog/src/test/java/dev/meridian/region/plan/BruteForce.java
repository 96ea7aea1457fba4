package dev.meridian.region.plan;

import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.region.Trait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tries every order of every band and keeps the lexicographic minimum of (waves until the band's
 * counting values are covered, exposure x bake, codes). Slow, plain, and written from the rule
 * alone.
 */
final class BruteForce {
  private final PlanRequest request;
  private final TreeSet<Trait> covered = new TreeSet<>();
  private double exposed;

  private BruteForce(PlanRequest request) {
    this.request = request;
  }

  /** One order of a band and what it is worth. */
  private record Attempt(List<List<Candidate>> waves, int coveredAfter, long cost) {
    List<String> codes() {
      return waves.stream().flatMap(List::stream).map(it -> it.code().value()).toList();
    }

    int[] sizes() {
      return waves.stream().mapToInt(List::size).toArray();
    }
  }

  private static final Comparator<Attempt> BEST_FIRST =
      Comparator.comparingInt(Attempt::coveredAfter)
          .thenComparingLong(Attempt::cost)
          .thenComparing(Attempt::codes, BruteForce::compareCodes)
          .thenComparing((one, other) -> Arrays.compare(other.sizes(), one.sizes()));

  /** The bands of canary, low-traffic and high-traffic regions, each as sorted codes by wave. */
  static List<List<String>> waves(PlanRequest request) {
    BruteForce search = new BruteForce(request);
    List<Candidate> users =
        Candidates.of(request).stream()
            .filter(it -> it.presence().role() == Role.CANARY || judgeableProduction(it))
            .toList();
    Stream<Candidate> canaries = users.stream().filter(it -> it.presence().role() == Role.CANARY);
    List<List<String>> waves = new ArrayList<>(search.bands(canaries.toList(), new TreeMap<>()));
    SortedMap<TrafficBand, Integer> passed = new TreeMap<>();
    waves.addAll(search.bands(production(users, true), passed));
    search.expose(
        Candidates.of(request).stream()
            .filter(it -> it.presence().role() == Role.PRODUCTION && !it.judgeable())
            .toList());
    waves.addAll(search.bands(production(users, false), passed));
    return waves;
  }

  private static boolean judgeableProduction(Candidate it) {
    return it.presence().role() == Role.PRODUCTION && it.judgeable();
  }

  private static List<Candidate> production(List<Candidate> users, boolean low) {
    return users.stream()
        .filter(it -> it.presence().role() == Role.PRODUCTION && it.lowTraffic() == low)
        .toList();
  }

  private List<List<String>> bands(
      List<Candidate> regions, SortedMap<TrafficBand, Integer> passed) {
    List<List<String>> waves = new ArrayList<>();
    for (TrafficBand band : new TreeSet<>(regions.stream().map(Candidate::band).toList())) {
      List<Candidate> members = regions.stream().filter(it -> it.band().equals(band)).toList();
      List<Attempt> attempts = new ArrayList<>();
      extend(members, List.of(), passed.getOrDefault(band, 0), attempts);
      Attempt best = attempts.stream().min(BEST_FIRST).orElseThrow();
      best.waves().forEach(wave -> waves.add(wave.stream().map(it -> it.code().value()).toList()));
      passed.merge(band, best.waves().size(), Integer::sum);
      expose(members);
    }
    return waves;
  }

  private void expose(List<Candidate> regions) {
    for (Candidate region : regions) {
      exposed += region.presence().meanDemand();
      covered.addAll(region.covers());
    }
  }

  private void extend(
      List<Candidate> band, List<List<Candidate>> waves, int before, List<Attempt> attempts) {
    List<Candidate> left =
        band.stream().filter(it -> waves.stream().noneMatch(wave -> wave.contains(it))).toList();
    if (left.isEmpty()) {
      attempts.add(new Attempt(waves, coveredAfter(band, waves), cost(waves, before)));
      return;
    }
    for (int subset = 1; subset < 1 << left.size(); subset++) {
      int chosen = subset;
      List<Candidate> wave =
          left.stream().filter(it -> (chosen & (1 << left.indexOf(it))) != 0).toList();
      if (allowed(wave, waves, before + waves.size())) {
        List<List<Candidate>> longer = new ArrayList<>(waves);
        longer.add(wave);
        extend(band, longer, before, attempts);
      }
    }
  }

  private boolean allowed(List<Candidate> wave, List<List<Candidate>> earlier, int wavesOfBand) {
    TreeSet<Trait> known = new TreeSet<>(covered);
    earlier.forEach(passed -> passed.forEach(it -> known.addAll(it.covers())));
    long newcomers = wave.stream().filter(it -> !known.containsAll(it.covers())).count();
    int share = wave.stream().mapToInt(it -> it.traffic().ppm()).sum();
    int beside = wavesOfBand == 0 ? 0 : 1 << (wavesOfBand - 1);
    return newcomers <= 1
        && wave.size() <= Math.min(request.policy().parallelism(), 1 + beside)
        && (wave.size() == 1 || share <= request.policy().blastRadius().ppm())
        && strangers(wave);
  }

  private static boolean strangers(List<Candidate> wave) {
    for (Candidate one : wave) {
      for (Candidate other : wave) {
        boolean same = one.code().equals(other.code());
        boolean domain = one.region().failureDomain().equals(other.region().failureDomain());
        if (!same && (domain || one.region().peers().contains(other.code()))) {
          return false;
        }
      }
    }
    return true;
  }

  private int coveredAfter(List<Candidate> band, List<List<Candidate>> waves) {
    TreeSet<Trait> wanted = new TreeSet<>();
    for (Candidate region : band) {
      for (Trait trait : region.covers()) {
        long holders = band.stream().filter(it -> it.covers().contains(trait)).count();
        if (holders > 1 && !covered.contains(trait)) {
          wanted.add(trait);
        }
      }
    }
    int wave = 0;
    while (!wanted.isEmpty()) {
      waves.get(wave++).forEach(it -> wanted.removeAll(it.covers()));
    }
    return wave;
  }

  private long cost(List<List<Candidate>> waves, int before) {
    double world =
        request.presences().stream().mapToDouble(presence -> presence.meanDemand()).sum();
    long ppm = Share.of(exposed, world).ppm();
    long cost = 0;
    for (int i = 0; i < waves.size(); i++) {
      boolean first = before + i == 0;
      ppm += waves.get(i).stream().mapToLong(it -> it.traffic().ppm()).sum();
      cost +=
          ppm
              * waves.get(i).stream()
                  .mapToLong(it -> it.bake(first).duration().toSeconds())
                  .max()
                  .orElseThrow();
    }
    return cost;
  }

  private static int compareCodes(List<String> one, List<String> other) {
    return Arrays.compare(one.toArray(new String[0]), other.toArray(new String[0]));
  }
}
