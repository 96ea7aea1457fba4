package dev.meridian.worker.metrics;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.History;
import dev.meridian.ledger.knowledge.Disturbances;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.frozen.FrozenRollout;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
   * @param released when the release began
   * @throws MetricsException when any group of regions could not be read
   */
  History read(FrozenRollout frozen, GateSpec.Ratio gate, Instant released) {
    Key key = new Key(frozen.rollout().release(), gate.name());
    History cached = known.get(key);
    if (cached != null) {
      return cached;
    }
    Instant end = PastBlocks.lastEnd(released);
    History history =
        History.undisturbed(
            blocks.of(gate, RegionGroup.of(frozen), end),
            end,
            disturbances.itsOwn(frozen.service().name(), released, History.LENGTH));
    known.put(key, history);
    return history;
  }

  /** A query that is refused will be refused again: the gate does without history. */
  static boolean hopeless(MetricsException e) {
    return e.code() == FailureCode.METRICS_REFUSED;
  }
}
