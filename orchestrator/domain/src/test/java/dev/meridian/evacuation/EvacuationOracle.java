package dev.meridian.evacuation;

import dev.meridian.evacuation.EvacuationPlan.Cause;
import java.util.List;
import java.util.Optional;

/**
 * Where users go and what may be moved, worked out again: one weight for each region, in the order
 * of the request.
 */
record EvacuationOracle(EvacuationRequest request) {
  private List<Serving> regions() {
    return request.regions();
  }

  private boolean leaves(int i) {
    return regions().get(i).region().equals(request.leaving());
  }

  int[] weightsNow() {
    return regions().stream().mapToInt(serving -> serving.weight().value()).toArray();
  }

  /** Requests/s at the day's peak in a region, when weights are such. */
  double peak(int region, int[] weights) {
    double peak = 0;
    for (int home = 0; home < weights.length; home++) {
      Serving users = regions().get(home);
      double demand = users.demand().peak().value();
      double stay = weights[home] / (double) Math.max(1, users.usualWeight().value());
      stay = Math.min(1, stay);
      double elsewhere = 0;
      for (int i = 0; i < weights.length; i++) {
        elsewhere += i == home ? 0 : weights[i];
      }
      if (home == region) {
        peak += demand * stay;
      } else if (elsewhere > 0) {
        peak += demand * (1 - stay) * weights[region] / elsewhere;
      }
    }
    return peak;
  }

  /** Share of what is moved that arrives where it should not. */
  double spill(int[] weights) {
    double all = 0;
    double wrong = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!leaves(i)) {
        all += weights[i];
        wrong += free(i) ? 0 : weights[i];
      }
    }
    return all == 0 ? 0 : wrong / all;
  }

  boolean free(int i) {
    Standing standing = regions().get(i).standing();
    return standing == Standing.INCUMBENT
        || (standing == Standing.CONTENDER && !request.releaseSuspected());
  }

  /** Requests/s that a region can still take with its head-room kept. */
  double left(int i, int[] weights) {
    double capacity = regions().get(i).capacity().value();
    return capacity / (1 + request.rules().headRoom().fraction()) - peak(i, weights);
  }

  boolean fits(int[] weights) {
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0 && left(i, weights) < 0) {
        return false;
      }
    }
    return Math.round(1e6 * spill(weights)) <= request.rules().spill().ppm();
  }

  /** What no weight can change, in the order in which it is told. */
  Optional<Cause> obstacle() {
    int takers = 0;
    boolean unlawful = false;
    boolean receiver = false;
    String users = request.left().law().jurisdiction();
    for (int i = 0; i < regions().size(); i++) {
      if (!leaves(i) && regions().get(i).weight().value() > 0) {
        Serving.Law law = regions().get(i).law();
        takers++;
        unlawful |= !law.jurisdiction().equals(users) && !law.mayReceiveFrom().contains(users);
        receiver |= free(i);
      }
    }
    if (takers < request.rules().servingRegions()) {
      return Optional.of(Cause.NOBODY_LEFT);
    }
    if (unlawful) {
      return Optional.of(Cause.LAW);
    }
    return receiver ? Optional.empty() : Optional.of(Cause.NO_RECEIVER);
  }

  /** The least raise of free receivers, in proportion to their room, under which all fits. */
  Optional<int[]> best() {
    int[] now = weightsNow();
    double[] room = new double[now.length];
    double most = 0;
    for (int i = 0; i < now.length; i++) {
      room[i] = !leaves(i) && now[i] > 0 && free(i) ? Math.max(0, left(i, now)) : 0;
      most = Math.max(most, room[i]);
    }
    for (int highest = 0; highest <= (most > 0 ? 255 : 0); highest++) {
      int[] weights = new int[now.length];
      for (int i = 0; i < now.length; i++) {
        int asked = most > 0 ? (int) Math.round(room[i] * highest / most) : 0;
        weights[i] = leaves(i) ? 0 : Math.max(now[i], asked);
      }
      if (fits(weights)) {
        return Optional.of(weights);
      }
    }
    return Optional.empty();
  }
}
