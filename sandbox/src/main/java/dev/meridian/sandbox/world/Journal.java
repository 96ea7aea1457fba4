package dev.meridian.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Every accepted write, durable before it is answered. Safe for many threads. */
public interface Journal {
  /**
   * One accepted write.
   *
   * @param seq from 1, over all kinds
   * @param at world time, never earlier than the entry before
   * @param kind for example {@code kubernetes}, {@code dns}, {@code fault}
   * @param payload a JSON tree
   */
  record Entry(long seq, Instant at, String kind, Map<String, Object> payload) {}

  /** Writes and returns once the entry is on disk. */
  Entry append(String kind, Map<String, Object> payload);

  /** All entries of a kind in order. */
  List<Entry> entries(String kind);

  /**
   * Entries of any kind with a greater number, in order: what is new to somebody who has read so
   * far. An entry changes nothing before its instant.
   */
  List<Entry> after(long seq);
}
