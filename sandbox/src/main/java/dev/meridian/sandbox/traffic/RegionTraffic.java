package dev.meridian.sandbox.traffic;

import dev.meridian.sandbox.series.Point;
import dev.meridian.sandbox.world.RunningPods.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One region as it is scraped. Safe for many threads. */
final class RegionTraffic {
  /** What a scrape finds under one set of labels; nothing when the target does not export it. */
  @FunctionalInterface
  interface Reading {
    OptionalDouble at(long slot);
  }

  private record LogKey(String label, long from) implements Comparable<LogKey> {
    @Override
    public int compareTo(LogKey other) {
      int byLabel = label.compareTo(other.label);
      return byLabel != 0 ? byLabel : Long.compare(from, other.from);
    }
  }

  private final Land land;
  private final Scrapes scrapes;
  private final SlotDraw draw;
  private final PodMemory memory;
  private final Followed<Serving> serving;
  private final SortedMap<LogKey, CounterLog> logs = new TreeMap<>();
  private SortedMap<String, List<Life>> labels = new TreeMap<>();
  private SortedMap<Pod, List<Life>> pods = new TreeMap<>();
  private long now;

  RegionTraffic(Land land, Routing routing, int number, Followed<Serving> serving) {
    this.land = land;
    this.scrapes = Scrapes.of(land.spec().seed(), land.region(number).code().value());
    this.draw = new SlotDraw(land, routing, number, scrapes);
    this.memory = new PodMemory(land, number);
    this.serving = serving;
    this.now = land.spec().begins().toEpochMilli();
    live();
  }

  /** Takes notice of what is new up to now; answers whether other labels or pods are there. */
  synchronized boolean refresh(long instant) {
    OptionalLong different = serving.refresh(instant);
    now = Math.max(now, instant);
    different.ifPresent(this::forgetFrom);
    if (different.isPresent()) {
      live();
    }
    return different.isPresent();
  }

  /** What was counted from this instant on is counted anew when it is asked for. */
  synchronized void forgetFrom(long instant) {
    long slot = scrapes.first(instant);
    logs.values().forEach(log -> log.forgetFrom(slot));
  }

  /** Every revision label that was ever there. */
  synchronized List<String> labels() {
    return List.copyOf(labels.keySet());
  }

  /** Every pod that was ever there. */
  synchronized List<Pod> pods() {
    return List.copyOf(pods.keySet());
  }

  /** Samples of a reading between two instants, both included. */
  synchronized List<Point> between(Reading reading, long from, long to) {
    List<Point> points = new ArrayList<>();
    long last = scrapes.newest(Math.min(to, now));
    for (long slot = Math.max(scrapes.first(from), firstSlot()); slot <= last; slot++) {
      long instant = scrapes.instant(slot);
      if (!serving.at(instant).silent()) {
        reading.at(slot).ifPresent(value -> points.add(new Point(instant, value)));
      }
    }
    return points;
  }

  /** The newest sample; none when the last scrape did not find it. */
  synchronized Optional<Point> newest(Reading reading, long at, long lookback) {
    for (long slot = scrapes.newest(Math.min(at, now)); slot >= firstSlot(); slot--) {
      long instant = scrapes.instant(slot);
      if (instant < at - lookback) {
        return Optional.empty();
      }
      if (!serving.at(instant).silent()) {
        OptionalDouble value = reading.at(slot);
        return value.isPresent()
            ? Optional.of(new Point(instant, value.getAsDouble()))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The sum of columns {@code from} to {@code to} of a label since it came. */
  synchronized OptionalDouble counted(String label, long slot, int from, int to) {
    Optional<Life> life = Life.at(labels.getOrDefault(label, List.of()), scrapes.instant(slot));
    if (life.isEmpty()) {
      return OptionalDouble.empty();
    }
    CounterLog log = log(label, life.get());
    double sum = 0;
    for (int column = from; column <= to; column++) {
      sum += log.at(slot, column);
    }
    return OptionalDouble.of(sum);
  }

  /** Seconds of processor time of a pod since it came. */
  synchronized OptionalDouble cpuSeconds(Pod pod, long slot) {
    Optional<Life> life = podLife(pod, slot);
    if (life.isEmpty()) {
      return OptionalDouble.empty();
    }
    double before = counted(pod.label(), scrapes.newest(life.get().from()), Columns.CPU);
    return OptionalDouble.of(counted(pod.label(), slot, Columns.CPU) - before);
  }

  /** Bytes of resident memory of a pod. */
  synchronized OptionalDouble memoryBytes(Pod pod, long slot) {
    long instant = scrapes.instant(slot);
    Optional<Life> life = podLife(pod, slot);
    for (Running running : serving.at(instant).running()) {
      if (life.isPresent() && running.label().equals(pod.label())) {
        return OptionalDouble.of(memory.at(pod, running, life.get().from(), instant));
      }
    }
    return OptionalDouble.empty();
  }

  /** 1 while any pod answers the scrape. */
  synchronized OptionalDouble up(long slot) {
    return OptionalDouble.of(serving.at(scrapes.instant(slot)).ready() > 0 ? 1 : 0);
  }

  /** Requests that failed or were slow between two instants, for a revision's sake. */
  synchronized long harmed(long from, long to) {
    double harmed = 0;
    for (Map.Entry<String, List<Life>> each : labels.entrySet()) {
      for (Life life : each.getValue()) {
        if (life.from() < to && life.to() > from && defective(each.getKey(), life)) {
          long end = Math.min(Math.min(to, life.to()), now);
          long last = Math.min(scrapes.first(end), scrapes.newest(now));
          CounterLog log = log(each.getKey(), life);
          harmed += log.at(last, Columns.HARMED) - log.at(scrapes.newest(from), Columns.HARMED);
        }
      }
    }
    return Math.round(harmed);
  }

  /** Requests per second that come to the region, whoever serves them. */
  double rate(long instant) {
    double sum = 0;
    for (double rate : draw.rates(instant)) {
      sum += rate;
    }
    return sum;
  }

  private double counted(String label, long slot, int column) {
    return counted(label, slot, column, column).orElse(0);
  }

  private Optional<Life> podLife(Pod pod, long slot) {
    return Life.at(pods.getOrDefault(pod, List.of()), scrapes.instant(slot));
  }

  private boolean defective(String label, Life life) {
    return serving.between(life.from(), Math.min(life.to() - 1, now)).stream()
        .flatMap(step -> step.state().running().stream())
        .anyMatch(running -> running.label().equals(label) && land.defects().any(running.image()));
  }

  private long firstSlot() {
    return scrapes.first(land.spec().begins().toEpochMilli());
  }

  private CounterLog log(String label, Life life) {
    return logs.computeIfAbsent(
        new LogKey(label, life.from()),
        _ ->
            new CounterLog(
                (slot, sums) -> draw.add(label, slot, pieces(slot, life), sums),
                scrapes.first(life.from())));
  }

  private List<SlotDraw.Piece> pieces(long slot, Life life) {
    long from = Math.max(scrapes.instant(slot - 1), life.from());
    long to = scrapes.instant(slot);
    List<Followed.Step<Serving>> steps = serving.between(from, to);
    List<SlotDraw.Piece> pieces = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      long begin = Math.max(from, steps.get(i).at());
      long end = i + 1 < steps.size() ? steps.get(i + 1).at() : to;
      if (end > begin) {
        pieces.add(new SlotDraw.Piece(begin, end, steps.get(i).state()));
      }
    }
    return pieces;
  }

  /** Who was there when, anew. */
  private void live() {
    labels =
        Life.of(
            serving.all(),
            state -> {
              TreeSet<String> there = new TreeSet<>();
              state.running().stream()
                  .filter(r -> r.ready() > 0)
                  .forEach(r -> there.add(r.label()));
              return there;
            });
    pods =
        Life.of(
            serving.all(),
            state -> {
              TreeSet<Pod> there = new TreeSet<>();
              for (Running running : state.running()) {
                for (int number = 0; number < state.ready(running.label()); number++) {
                  there.add(new Pod(running.label(), number));
                }
              }
              return there;
            });
    logs.keySet()
        .removeIf(key ->
            labels.getOrDefault(key.label(), List.of()).stream()
                .noneMatch(life -> life.from() == key.from()));
  }
}
