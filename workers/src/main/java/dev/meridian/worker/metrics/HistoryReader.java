package dev.meridian.worker.metrics;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.History;
import dev.meridian.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every region counted in the day before a release, in blocks of five minutes. It is the same
 * for every region of the release, so it is read once and kept.
 */
final class HistoryReader {
  static final Duration LENGTH = Duration.ofHours(24);

  private static final int RELEASES_KEPT = 16;

  private final PastBlocks blocks;
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

  HistoryReader(PrometheusClients clients) {
    this.blocks = new PastBlocks(clients, LENGTH);
  }

  /**
   * @param released when the release began
   * @throws MetricsException when any group of regions could not be read
   */
  History read(ReleaseId release, GateSpec.Ratio gate, List<RegionGroup> groups, Instant released) {
    Key key = new Key(release, gate.name());
    History cached = known.get(key);
    if (cached != null) {
      return cached;
    }
    History history = new History(blocks.of(gate, groups, PastBlocks.lastEnd(released)));
    known.put(key, history);
    return history;
  }

  /** A query that is refused will be refused again: the gate does without history. */
  static boolean hopeless(MetricsException e) {
    return e.code() == FailureCode.METRICS_REFUSED;
  }
}
