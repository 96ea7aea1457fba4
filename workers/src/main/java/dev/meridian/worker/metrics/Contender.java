package dev.meridian.worker.metrics;

import dev.meridian.gate.sample.RawSeries;
import dev.meridian.region.RegionCode;
import dev.meridian.worker.frozen.FrozenRollout;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose samples count in the contender's region: those of its revision, and no others.
 *
 * @param region where it bakes
 * @param together regions whose requests are counted with its own, its own among them
 * @param metrics name of the region's endpoint
 * @param presence labels of the presence
 * @param label the metric label that carries the revision
 * @param revision its value for the contender
 */
record Contender(
    RegionCode region,
    List<RegionCode> together,
    String metrics,
    SortedMap<String, String> presence,
    String label,
    String revision) {
  static Contender of(FrozenRollout frozen) {
    return new Contender(
        frozen.region().code(),
        frozen.together(),
        frozen.region().metrics(),
        frozen.presence().metricLabels(),
        frozen.service().revisionLabel(),
        frozen.revision().id().label());
  }

  /** Matchers of the contender alone. */
  String matchers() {
    SortedMap<String, String> labels = new TreeMap<>(presence);
    labels.put(label, revision);
    return Matchers.exactly(labels);
  }

  /** Matchers of whatever runs there. */
  String anyRevision() {
    return Matchers.exactly(presence);
  }

  /** Where it is judged the contender's alone; elsewhere everything. */
  List<RawSeries> counting(RegionCode where, List<RawSeries> series) {
    return together.contains(where)
        ? series.stream().filter(each -> revision.equals(each.labels().get(label))).toList()
        : series;
  }
}
