package dev.meridian.worker.metrics;

import dev.meridian.worker.frozen.FrozenRollout;
import java.time.Instant;
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
}
