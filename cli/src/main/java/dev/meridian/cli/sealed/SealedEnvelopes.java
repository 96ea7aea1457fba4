package dev.meridian.cli.sealed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.cli.sandbox.ScratchDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs with sealed envelopes. */
public final class SealedEnvelopes {
  /**
   * What is left when they are open.
   *
   * @param good the verdict was right; of many, at least 28 in 30
   */
  public record Result(String text, JsonNode json, boolean good) {}

  private static final int AT_A_TIME = 6;

  private SealedEnvelopes() {}

  /**
   * One release.
   *
   * @param pace Meridian seconds in a wall second
   * @param out takes each progress line
   */
  public static Result one(long seed, int pace, Consumer<String> out) {
    Envelope envelope = EnvelopeDraw.of(seed);
    out.accept("the envelope is sealed: SHA-256 " + envelope.hash());
    out.accept("    wall  Meridian time (UTC); one wall second is " + pace / 60.0 + " minutes");
    try (ScratchDirectory programs = new ScratchDirectory()) {
      Opened opened = new SealedRun(envelope, pace).tell(programs.path(), out);
      boolean right = opened.judgement().right();
      return new Result(SealedReport.text(opened), SealedReport.json(opened), right);
    }
  }

  /**
   * So many releases, six at a time: most of a release is waiting.
   *
   * @param first seed; each run has the next one
   * @param pace Meridian seconds in a wall second
   * @param out takes a line for each run, in their order
   */
  public static Result many(long first, int runs, int pace, Consumer<String> out) {
    List<Opened> opened = new ArrayList<>();
    out.accept(SealedReport.heading());
    try (ScratchDirectory programs = new ScratchDirectory();
        ExecutorService executor =
            Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
      List<Future<Opened>> running = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        SealedRun next = new SealedRun(EnvelopeDraw.of(first + run), pace);
        running.add(executor.submit(() -> next.tell(programs.path(), _ -> {})));
      }
      for (Future<Opened> each : running) {
        opened.add(finished(each));
        out.accept(SealedReport.line(opened.getLast()));
      }
    }
    Tally tally = new Tally(opened);
    return new Result(SealedReport.text(tally), SealedReport.json(tally), tally.good());
  }

  private static Opened finished(Future<Opened> run) {
    try {
      return run.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a sealed run failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while envelopes were sealed", e);
    }
  }
}
