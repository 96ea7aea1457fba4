package dev.meridian.sandbox.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums over slots, from a first slot on. An hour's sums are one block; the sums at the beginning of
 * each hour are kept for ever (150 bytes), of the blocks the 96 that were asked for last.
 */
final class CounterLog {
  private static final int SLOTS = 240;
  private static final int BLOCKS = 96;

  /** Adds what happened in a slot to the sums so far. */
  interface Increments {
    void add(long slot, double[] sums);
  }

  private final Increments increments;
  private final long first;
  private final List<double[]> starts = new ArrayList<>();
  private final Map<Integer, Block> blocks =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Block> eldest) {
          return size() > BLOCKS;
        }
      };

  CounterLog(Increments increments, long first) {
    this.increments = increments;
    this.first = first;
    starts.add(new double[Columns.COUNT]);
  }

  /** The sum of a column at the end of a slot; nothing before the first one. */
  double at(long slot, int column) {
    if (slot < first) {
      return 0;
    }
    int block = Math.toIntExact((slot - first) / SLOTS);
    for (int before = starts.size() - 1; before < block; before++) {
      starts.add(row(before, SLOTS - 1));
    }
    int within = Math.toIntExact((slot - first) % SLOTS);
    return filled(block, within).sums[within][column];
  }

  /** What was summed up from this slot on is forgotten, and will be summed up anew. */
  void forgetFrom(long slot) {
    long rest = Math.max(0, slot - first);
    int block = Math.toIntExact(rest / SLOTS);
    while (starts.size() > block + 1) {
      starts.removeLast();
    }
    blocks.keySet().removeIf(number -> number > block);
    Block partly = blocks.get(block);
    if (partly != null) {
      partly.filled = Math.min(partly.filled, Math.toIntExact(rest % SLOTS));
    }
  }

  private double[] row(int block, int within) {
    return filled(block, within).sums[within].clone();
  }

  private Block filled(int number, int through) {
    Block block = blocks.computeIfAbsent(number, _ -> new Block());
    while (block.filled <= through) {
      double[] before = block.filled == 0 ? starts.get(number) : block.sums[block.filled - 1];
      double[] sums = Arrays.copyOf(before, before.length);
      increments.add(first + (long) number * SLOTS + block.filled, sums);
      block.sums[block.filled] = sums;
      block.filled++;
    }
    return block;
  }

  private static final class Block {
    final double[][] sums = new double[SLOTS][];
    int filled;
  }
}
