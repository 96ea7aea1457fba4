package dev.meridian.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** What the zone answers, past or present; a pure function of the journal. */
public interface DnsWeights {
  /** Weights by set identifier of one record name. */
  SortedMap<String, Integer> at(String name, Instant when);

  /** Instants up to {@code to} at which the weights of the name changed, ascending. */
  List<Instant> changes(String name, Instant to);

  /** The record's time to live in seconds. */
  int ttl(String name);
}
