package dev.meridian.api.engine;

import dev.meridian.activity.PastActivities;
import dev.meridian.failure.FailureCode;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.VerdictKind;
import dev.meridian.gate.bake.Crossing;
import dev.meridian.gate.bake.GateEvidence;
import dev.meridian.gate.bake.GateState;
import dev.meridian.gate.replay.DayBefore;
import dev.meridian.gate.replay.Moment;
import dev.meridian.gate.replay.Replayed;
import dev.meridian.gate.sample.SampleCounters;
import dev.meridian.gate.sample.SampleKind;
import dev.meridian.gate.sight.Baseline;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.workflow.inquiry.DaysAnswer;
import dev.meridian.workflow.inquiry.DaysQuestion;
import dev.meridian.workflow.inquiry.ReplayQuestion;
import dev.meridian.workflow.inquiry.Watched;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Knows what would have been decided, or how far it came. */
record KnownPast(boolean inTime) implements PastActivities {
  @Override
  public DaysAnswer days(DaysQuestion question) {
    return new DaysAnswer(question.places().stream().map(place -> dayIn(place.region())).toList());
  }

  @Override
  public Replayed replay(ReplayQuestion question) {
    if (!inTime) {
      throw ApplicationFailure.newNonRetryableFailure(
          "it was replayed to noon", FailureCode.QUESTION_TOO_LONG.name());
    }
    GateState state =
        new GateState.Value(
            question.gate().name(),
            new GateState.Samples(SampleCounters.NONE, SampleKind.GOOD, question.from(), ""),
            List.of(),
            Optional.empty());
    return new Replayed(
        VerdictKind.HEALTHY,
        Optional.of(VerdictCause.PROVEN),
        question.until(),
        "all is well in " + question.region(),
        List.of(),
        new GateEvidence("cpu", true, question.gate().queries(), "well", new TreeMap<>(), state),
        Optional.empty(),
        List.of(new Moment.Read(question.until(), 0.5, 0.9)),
        List.of());
  }

  static DayBefore dayIn(RegionCode region) {
    Crossing crossing = new Crossing(Instant.parse("2026-03-01T06:00:00Z"), "too many are bad");
    Baseline usual =
        new Baseline(0.001, new Calibration.Known(1.1, 1.3, 1, 288, 0.001)).carrying(10, 100);
    return new DayBefore(
        region, "errors", Optional.of(usual), 12, 1, 0, Optional.of(crossing), "1 of 12");
  }

  static ReplayQuestion aDay() {
    Instant from = Instant.parse("2026-03-01T00:00:00Z");
    return new ReplayQuestion(
        new GateSpec.Value(
            "cpu",
            true,
            "max(cpu{${labels}})",
            0.9,
            Optional.of(2.0),
            3,
            4,
            Duration.ofSeconds(15),
            Share.ofFraction(0.5)),
        new RegionCode("eu-a"),
        List.of(
            new Watched(new RegionCode("eu-a"), "global", new TreeMap<>(Map.of("region", "eu-a")))),
        "revision",
        Optional.empty(),
        from,
        from.plus(Duration.ofDays(1)),
        Optional.empty(),
        Duration.ofHours(1));
  }
}
