package dev.meridian.sandbox.traffic;

import dev.meridian.sandbox.world.DnsWeights;
import dev.meridian.sandbox.world.Journal;
import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Where users go. Those of a region stay at home in proportion to what is left of its first weight;
 * the others spread over the remaining regions in proportion to weights. Weights lag by the {@link
 * Drain}. Safe for many threads.
 */
final class Routing {
  private final List<WorldRegion> regions;
  private final int ttl;
  private final Followed<SortedMap<String, Integer>> weights;

  Routing(WorldSpec spec, DnsWeights dns, Journal journal) {
    this.regions = spec.regions();
    this.ttl = dns.ttl(spec.recordName());
    this.weights = new Followed<>(new NamedWeights(spec.recordName(), dns), journal, spec.begins());
  }

  /** Answers the first instant from which on routes are not as they were known. */
  synchronized OptionalLong refresh(long now) {
    return weights.refresh(now);
  }

  /**
   * The shares of each home's users who are in a region, by the order of regions. All of them at an
   * instant sum to 1 for every home.
   */
  synchronized double[] into(int region, long instant) {
    double[] effective = effective(instant);
    double sum = 0;
    for (double weight : effective) {
      sum += weight;
    }
    double[] shares = new double[regions.size()];
    for (int home = 0; home < shares.length; home++) {
      double first = regions.get(home).weight();
      double others = sum - effective[home];
      double stay = first > 0 ? Math.min(1, effective[home] / first) : 0;
      if (others <= 0) {
        stay = 1;
      }
      shares[home] = home == region ? stay : (1 - stay) * ratio(effective[region], others);
    }
    return shares;
  }

  private static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }

  /** Weights as users still know them: each change counts for those who have noticed it. */
  private double[] effective(long instant) {
    double[] effective = read(weights.at(instant));
    List<Followed.Step<SortedMap<String, Integer>>> recent =
        weights.between(instant - Drain.OVER_MILLIS, instant);
    for (int i = 1; i < recent.size(); i++) {
      double[] before = read(recent.get(i - 1).state());
      double[] after = read(recent.get(i).state());
      double unnoticed = Drain.residual(instant - recent.get(i).at(), ttl);
      for (int region = 0; region < effective.length; region++) {
        effective[region] -= (after[region] - before[region]) * unnoticed;
      }
    }
    for (int region = 0; region < effective.length; region++) {
      effective[region] = Math.max(0, effective[region]);
    }
    return effective;
  }

  /** By the order of regions. All zero means that each answers alike, as in Route 53. */
  private double[] read(SortedMap<String, Integer> answered) {
    double[] read = new double[regions.size()];
    boolean any = answered.values().stream().anyMatch(weight -> weight > 0);
    for (int region = 0; region < read.length; region++) {
      Integer weight = answered.get(regions.get(region).code().value());
      if (weight != null) {
        read[region] = any ? weight : 1;
      }
    }
    return read;
  }

  /** The weights of one name. */
  private record NamedWeights(String name, DnsWeights dns)
      implements Followed.Source<SortedMap<String, Integer>> {
    @Override
    public List<Instant> changes(Instant from, Instant to) {
      return dns.changes(name, to).stream().filter(each -> !each.isBefore(from)).toList();
    }

    @Override
    public SortedMap<String, Integer> at(Instant when) {
      return dns.at(name, when);
    }
  }
}
