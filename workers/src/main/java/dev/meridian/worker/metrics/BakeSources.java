package dev.meridian.worker.metrics;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.History;
import dev.meridian.worker.frozen.FrozenRollout;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/**
 * Where the samples of a bake come from.
 *
 * @param threads for asking several things at once
 * @param alerts what alarms told
 */
record BakeSources(
    PrometheusClients clients, HistoryReader history, ExecutorService threads, HeardAlerts alerts) {
  RawReads reads(FrozenRollout frozen, Instant from, Instant until) {
    return new RawReads(clients, RegionGroup.of(frozen), from, until);
  }

  /**
   * What each ratio gate counted in the week before the release. A refused query gives none: that
   * gate has its ceiling only.
   *
   * @throws MetricsException when the metrics system does not answer
   */
  SortedMap<String, History> histories(FrozenRollout frozen, Instant released) {
    SortedMap<String, History> histories = new TreeMap<>();
    for (GateSpec gate : frozen.service().gates()) {
      if (gate instanceof GateSpec.Ratio ratio) {
        try {
          histories.put(gate.name(), history.read(frozen, ratio, released));
        } catch (MetricsException e) {
          if (!HistoryReader.hopeless(e)) {
            throw e;
          }
        }
      }
    }
    return histories;
  }
}
