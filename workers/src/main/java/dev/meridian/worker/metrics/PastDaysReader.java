package dev.meridian.worker.metrics;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.replay.DayBefore;
import dev.meridian.gate.replay.DayReplay;
import dev.meridian.gate.replay.Place;
import dev.meridian.gate.sample.Counts;
import dev.meridian.region.RegionCode;
import dev.meridian.workflow.inquiry.DaysAnswer;
import dev.meridian.workflow.inquiry.DaysQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Reads a week and a day of every ratio gate, all at once, and replays the newest day. */
final class PastDaysReader {
  private final DaysQuestion question;
  private final PastBlocks blocks;
  private final ExecutorService threads;
  private final Instant end;

  PastDaysReader(DaysQuestion question, PrometheusClients clients, ExecutorService threads) {
    this.question = question;
    this.blocks = new PastBlocks(clients, DayReplay.REACH);
    this.threads = threads;
    this.end = PastBlocks.lastEnd(question.until());
  }

  /**
   * @param until wall time by {@link System#nanoTime()} at which there must be an answer
   * @throws MetricsException when a gate could not be read; QUESTION_TOO_LONG when the time is over
   */
  DaysAnswer run(long until) throws InterruptedException {
    List<RegionGroup> groups = RegionGroup.of(question.watched());
    List<Future<SortedMap<RegionCode, List<Counts>>>> reading =
        question.gates().stream()
            .map(gate -> threads.submit(() -> blocks.of(gate, groups, end)))
            .toList();
    List<Future<DayBefore>> replaying = new ArrayList<>();
    for (int i = 0; i < question.gates().size(); i++) {
      DayReplay replay = replay(question.gates().get(i), Threads.result(reading.get(i)));
      for (Place place : question.places()) {
        replaying.add(threads.submit(() -> inTime(replay, place, until)));
      }
    }
    List<DayBefore> days = new ArrayList<>();
    for (Future<DayBefore> each : replaying) {
      days.add(Threads.result(each));
    }
    return new DaysAnswer(days);
  }

  private DayReplay replay(GateSpec.Ratio gate, SortedMap<RegionCode, List<Counts>> counted) {
    return new DayReplay(
        gate,
        Optional.ofNullable(question.shares().get(gate.name())).orElseThrow(),
        counted,
        end,
        question.disturbed());
  }

  private static DayBefore inTime(DayReplay replay, Place place, long until) {
    if (System.nanoTime() > until) {
      throw new MetricsException(
          FailureCode.QUESTION_TOO_LONG, "the past of every gate takes longer than a person waits");
    }
    return replay.of(place);
  }
}
