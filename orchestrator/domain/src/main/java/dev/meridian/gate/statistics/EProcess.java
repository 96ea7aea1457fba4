package dev.meridian.gate.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Bets on several rises at once, with a new start every few minutes for what begins late:
 *
 * <pre>E(T) = SUM_k w_k SUM_j v_j exp(SUM_{t = t_k..T} l_j(t)) + (1 - SUM_k w_k)
 * w_k = 1 / ((k + 1)(k + 2)), v_j = 1 / number of legs</pre>
 *
 * <p>The inner sum is S_j(T) - S_j(before t_k), so all starts of a leg fold into one number, ln
 * SUM_k w_k exp(-S_j(before t_k)), and the state does not grow with time.
 *
 * @param starts how many there have been; the first is at the beginning
 * @param legs one for each rise
 */
public record EProcess(int starts, List<Leg> legs) {
  /**
   * @param sum S_j(T), every term so far
   * @param started ln SUM_k w_k exp(-S_j(before t_k))
   */
  public record Leg(double sum, double started) {
    private double logValue() {
      return sum + started;
    }
  }

  public EProcess {
    legs = List.copyOf(legs);
  }

  /** Wealth 1, the first start made. */
  static EProcess begin(int legs) {
    return new EProcess(1, Collections.nCopies(legs, new Leg(0, Math.log(weight(0)))));
  }

  /** A new start from here. */
  EProcess lateStart() {
    double logWeight = Math.log(weight(starts));
    return new EProcess(
        starts + 1,
        legs.stream()
            .map(leg -> new Leg(leg.sum, Logs.sum(leg.started, logWeight - leg.sum)))
            .toList());
  }

  /**
   * @param term l_j of one interval, for the j-th leg
   */
  EProcess plus(IntToDoubleFunction term) {
    List<Leg> further = new ArrayList<>(legs.size());
    for (int j = 0; j < legs.size(); j++) {
      Leg leg = legs.get(j);
      further.add(new Leg(leg.sum + term.applyAsDouble(j), leg.started));
    }
    return new EProcess(starts, further);
  }

  /** ln E(T). */
  public double logValue() {
    double unspent = -Math.log(starts + 1.0);
    double logShare = -Math.log(legs.size());
    double[] logs = new double[legs.size()];
    for (int j = 0; j < logs.length; j++) {
      logs[j] = logShare + legs.get(j).logValue();
    }
    return Logs.sum(unspent, logs);
  }

  private static double weight(int start) {
    return 1.0 / ((start + 1.0) * (start + 2.0));
  }
}
