package dev.meridian.worker.metrics;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.BakeSubject;
import dev.meridian.gate.bake.BakeTerms;
import dev.meridian.gate.bake.GridObservations;
import dev.meridian.gate.bake.History;
import dev.meridian.gate.bake.Standing;
import dev.meridian.gate.replay.Replay;
import dev.meridian.gate.replay.Replayed;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.gate.statistics.EvidenceOfHealth;
import dev.meridian.region.RegionCode;
import dev.meridian.workflow.inquiry.ReplayQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Replays one gate: reads the past by the grid, the settled samples and the history of a bake, and
 * folds it. Stretches of at most an hour are read, a few ahead of the one that is being folded.
 */
final class PastReplay {
  private static final Duration STRETCH = Duration.ofHours(1);
  private static final int AHEAD = 3;

  private final ReplayQuestion question;
  private final PrometheusClients clients;
  private final ExecutorService threads;
  private final List<GateSpec> gates;
  private final List<RegionGroup> groups;
  private final GridReader reader;
  private final SampleNotes notes;

  /** Samples of a stretch of time that are being read. */
  private record Ahead(Tiling steps, RawReads reads, Future<?> warm) {}

  PastReplay(ReplayQuestion question, PrometheusClients clients, ExecutorService threads) {
    this.question = question;
    this.clients = clients;
    this.threads = threads;
    gates = List.of(Replay.deciding(question.gate()));
    groups = RegionGroup.of(question.watched());
    reader =
        new GridReader(
            Grid.of(question.from(), gates),
            gates,
            Contender.of(question),
            (query, contender) -> new ReadingReader(query, contender, clients, question.from()),
            new TreeMap<>());
    notes = new SampleNotes(question.gate(), question.region());
  }

  /**
   * @param until wall time by {@link System#nanoTime()} at which there must be an answer
   * @throws MetricsException METRICS_UNREACHABLE when something could not be read: what the gate
   *     would have decided is not known then; QUESTION_TOO_LONG when the time is over
   */
  Replayed run(long until) throws InterruptedException {
    Instant origin = reader.grid().origin();
    Replay replay = Replay.begin(subject(), terms(), standings());
    reader.prime(reads(origin.minus(RegionBake.LOOKBACK), origin), origin);
    Deque<Ahead> ahead = new ArrayDeque<>();
    Optional<Tiling> next = stretch(origin);
    while (!replay.decided() && (next.isPresent() || !ahead.isEmpty())) {
      while (next.isPresent() && ahead.size() < AHEAD) {
        Tiling steps = next.orElseThrow();
        ahead.add(begun(steps));
        next = stretch(steps.until());
      }
      replay = folded(replay, ahead.removeFirst());
      if (System.nanoTime() > until && !replay.decided()) {
        throw tooLong(replay.state().at());
      }
    }
    ahead.forEach(each -> each.warm().cancel(true));
    return replay.result().noting(notes.all());
  }

  private Replay folded(Replay before, Ahead stretch) throws InterruptedException {
    Threads.result(stretch.warm());
    GridReader.Polled polled = reader.poll(stretch.reads(), stretch.steps(), threads);
    reader.accept(polled);
    Replay replay = before;
    for (GridObservations seen : polled.steps()) {
      notes.see(seen);
      if (!replay.decided()) {
        replay =
            replay.after(
                new GridObservations(seen.from(), seen.until(), standings(), seen.gates()));
      }
    }
    notes.series(polled.tracks());
    return replay;
  }

  private Ahead begun(Tiling steps) {
    RawReads reads = reads(steps.from(), steps.until());
    return new Ahead(steps, reads, threads.submit(() -> reader.warm(reads)));
  }

  private RawReads reads(Instant from, Instant until) {
    return new RawReads(clients, groups, from, until);
  }

  private Optional<Tiling> stretch(Instant from) {
    Duration step = reader.grid().step();
    return reader
        .grid()
        .steps(from, question.until(), Math.max(1, Math.toIntExact(STRETCH.dividedBy(step))));
  }

  private BakeSubject subject() {
    GateSpec gate = gates.getFirst();
    SortedMap<String, AlphaShare> shares = new TreeMap<>();
    question.share().ifPresent(share -> shares.put(gate.name(), share));
    return new BakeSubject(
        question.region(),
        gates,
        shares,
        history(gate),
        reader.queries(groups),
        reader.grid().origin());
  }

  private SortedMap<String, History> history(GateSpec gate) {
    SortedMap<String, History> histories = new TreeMap<>();
    if (gate instanceof GateSpec.Ratio ratio) {
      PastBlocks blocks = new PastBlocks(clients, History.LENGTH);
      Instant end = PastBlocks.lastEnd(question.from());
      histories.put(gate.name(), new History(blocks.of(ratio, groups, end)));
    }
    return histories;
  }

  /** A bake as long as the stretch, in which nothing but samples can be missing. */
  private BakeTerms terms() {
    long requests =
        question.gate() instanceof GateSpec.Ratio ratio
            ? EvidenceOfHealth.requestsNeeded(ratio.ceiling())
            : 0;
    Tiling whole =
        reader
            .grid()
            .steps(reader.grid().origin(), question.until(), Integer.MAX_VALUE)
            .orElseThrow(() -> new IllegalArgumentException("the time should hold an interval"));
    return new BakeTerms(
        whole.until(), whole.until(), question.deadline(), question.deadline(), requests);
  }

  private SortedMap<RegionCode, Standing> standings() {
    SortedMap<RegionCode, Standing> standings = new TreeMap<>();
    question.watched().stream()
        .filter(each -> !each.region().equals(question.region()))
        .forEach(each -> standings.put(each.region(), Standing.UNTOUCHED));
    return standings;
  }

  private MetricsException tooLong(Instant reached) {
    return new MetricsException(
        FailureCode.QUESTION_TOO_LONG,
        "in the time that a person waits it was replayed from "
            + question.from()
            + " to "
            + reached
            + ": ask for no more than that, or for less where the metrics system is slow");
  }
}
