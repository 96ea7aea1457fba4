package dev.meridian.worker.metrics;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.History;
import dev.meridian.gate.change.Disturbance;
import dev.meridian.ledger.knowledge.Disturbances;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.frozen.FrozenRollout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every region counted in the week before a release, in blocks of five minutes, as long as
 * nothing was disturbed there. It is the same for every region of the release, so it is read once
 * and kept.
 */
final class HistoryReader {
  private static final int RELEASES_KEPT = 16;

  private final PastBlocks blocks;
  private final Disturbances disturbances;
  private final Map<Key, History> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, History> eldest) {
              return size() > RELEASES_KEPT * 4;
            }
          });

  private record Key(ReleaseId release, String gate) {}

  HistoryReader(PrometheusClients clients, Disturbances disturbances) {
    this.blocks = new PastBlocks(clients, History.LENGTH);
    this.disturbances = disturbances;
  }

  /**
   * Of each ratio gate. A refused query gives none, and would be refused again: that gate has its
   * ceiling only.
   *
   * @param released when the release began
   * @throws MetricsException when the metrics system does not answer
   */
  SortedMap<String, History> read(FrozenRollout frozen, Instant released) {
    SortedMap<String, History> histories = new TreeMap<>();
    List<GateSpec.Ratio> unread = new ArrayList<>();
    for (GateSpec gate : frozen.service().gates()) {
      if (gate instanceof GateSpec.Ratio ratio) {
        History cached = known.get(key(frozen, ratio));
        if (cached == null) {
          unread.add(ratio);
        } else {
          histories.put(gate.name(), cached);
        }
      }
    }
    if (!unread.isEmpty()) {
      List<Disturbance> disturbed =
          disturbances.itsOwn(frozen.service().name(), released, History.LENGTH);
      for (GateSpec.Ratio gate : unread) {
        read(frozen, gate, PastBlocks.lastEnd(released), disturbed)
            .ifPresent(history -> {
              known.put(key(frozen, gate), history);
              histories.put(gate.name(), history);
            });
      }
    }
    return histories;
  }

  private static Key key(FrozenRollout frozen, GateSpec.Ratio gate) {
    return new Key(frozen.rollout().release(), gate.name());
  }

  private Optional<History> read(
      FrozenRollout frozen, GateSpec.Ratio gate, Instant end, List<Disturbance> disturbed) {
    try {
      return Optional.of(
          History.undisturbed(blocks.of(gate, RegionGroup.of(frozen), end), end, disturbed));
    } catch (MetricsException e) {
      if (e.code() == FailureCode.METRICS_REFUSED) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
