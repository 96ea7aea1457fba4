package dev.meridian.worker.metrics;

import dev.meridian.gate.sample.CounterTracks.Birth;
import dev.meridian.gate.sample.RawSeries;
import dev.meridian.region.RegionCode;
import dev.meridian.worker.frozen.FrozenRollout;
import dev.meridian.workflow.inquiry.ReplayQuestion;
import dev.meridian.workflow.inquiry.Watched;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose samples count in the contender's region: those of its revision, and no others; or, where a
 * stretch of the past is replayed without naming one, those of whatever ran there.
 *
 * @param region where it bakes
 * @param together regions whose requests are counted with its own, its own among them
 * @param metrics name of the region's endpoint
 * @param presence labels of the presence
 * @param label the metric label that carries the revision
 * @param revision its value for the contender; empty for whatever ran there
 */
record Contender(
    RegionCode region,
    List<RegionCode> together,
    String metrics,
    SortedMap<String, String> presence,
    String label,
    Optional<String> revision) {
  static Contender of(FrozenRollout frozen) {
    return of(frozen, frozen.together());
  }

  /** Where its region is looked at by itself, whatever the plan says. */
  static Contender alone(FrozenRollout frozen) {
    return of(frozen, List.of(frozen.region().code()));
  }

  private static Contender of(FrozenRollout frozen, List<RegionCode> together) {
    return new Contender(
        frozen.region().code(),
        together,
        frozen.region().metrics(),
        frozen.presence().metricLabels(),
        frozen.service().revisionLabel(),
        Optional.of(frozen.revision().id().label()));
  }

  static Contender of(ReplayQuestion question) {
    Watched own =
        question.watched().stream()
            .filter(each -> each.region().equals(question.region()))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    question.region() + " should be among the regions that are watched"));
    return new Contender(
        own.region(),
        List.of(own.region()),
        own.metrics(),
        own.labels(),
        question.revisionLabel(),
        question.revision());
  }

  /** Matchers of the contender alone. */
  String matchers() {
    SortedMap<String, String> labels = new TreeMap<>(presence);
    revision.ifPresent(value -> labels.put(label, value));
    return Matchers.exactly(labels);
  }

  /** Matchers of whatever runs there. */
  String anyRevision() {
    return Matchers.exactly(presence);
  }

  /** Where it is judged the contender's alone; elsewhere everything. */
  List<RawSeries> counting(RegionCode where, List<RawSeries> series) {
    return together.contains(where) && revision.isPresent()
        ? series.stream().filter(each -> revision.equals(labelled(each))).toList()
        : series;
  }

  /** How much a series that is seen for the first time has counted. */
  Birth birth(RegionCode where) {
    return together.contains(where) && revision.isPresent()
        ? Birth.FROM_ZERO
        : Birth.FROM_ZERO_WHILE_REPORTING;
  }

  private Optional<String> labelled(RawSeries series) {
    return Optional.ofNullable(series.labels().get(label));
  }
}
