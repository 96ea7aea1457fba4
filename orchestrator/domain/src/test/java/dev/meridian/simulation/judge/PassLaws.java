package dev.meridian.simulation.judge;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.BakeSubject;
import dev.meridian.gate.bake.BakeTerms;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.simulation.BrokenLaw;
import dev.meridian.simulation.judge.Interval.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;

/**
 * What a pass needs, counted from outside the judge: time from full exposure, requests, data that
 * was really there, and a cluster that answers.
 */
final class PassLaws {
  /** Nobody passes who was last seen so long ago. */
  private static final Duration SILENT = Duration.ofMinutes(5);

  private final BakeSubject subject;
  private final BakeTerms terms;
  private final BitSet seen = new BitSet();
  private final BitSet remembered = new BitSet();
  private double requests;
  private long last;

  PassLaws(BakeSubject subject, BakeTerms terms) {
    this.subject = subject;
    this.terms = terms;
  }

  /** An interval was folded, perhaps for the second time. */
  void measured(Told told, long number, boolean memory) {
    int index = Math.toIntExact(number);
    last = Math.max(last, number);
    if (told.errors() instanceof Measured.Seen<Counts>(Counts counts) && !seen.get(index)) {
      seen.set(index);
      requests += counts.all();
    }
    if (memory && told.seen()) {
      remembered.set(index);
    }
  }

  /** It has passed as healthy. */
  void passed(Instant at, boolean clusterAnswers) {
    String region = subject.region().value();
    Duration bake = Duration.between(subject.exposedAt(), terms.until());
    require("P8", !at.isBefore(terms.until()), region + " passed before its time");
    require("P33", clusterAnswers, region + " passed while its cluster was away");
    boolean alone = subject.together().size() == 1;
    require(
        "P8",
        !alone || requests >= terms.minimumRequests(),
        region + " passed after " + requests + " requests");
    for (GateSpec gate : subject.gates()) {
      long needed =
          (long) Math.ceil(gate.minimumGood().fraction() * bake.dividedBy(gate.interval()));
      BitSet there = gate instanceof GateSpec.Ratio ? seen : remembered;
      require(
          "P7",
          there.cardinality() >= Math.max(1, needed),
          region + " passed, " + gate.name() + " was seen " + there.cardinality() + " times");
    }
    Duration interval = subject.gates().getFirst().interval();
    Duration silent = interval.multipliedBy(last + 1 - seen.length());
    require("P7", silent.compareTo(SILENT) <= 0, region + " passed, silent for " + silent);
  }

  private static void require(String property, boolean holds, String seen) {
    if (!holds) {
      throw new BrokenLaw(property, seen);
    }
  }
}
