package dev.meridian.simulation;

import dev.meridian.gate.bake.History;
import dev.meridian.region.RegionCode;
import dev.meridian.simulation.judge.Interval;
import dev.meridian.simulation.judge.JudgedWorld;
import dev.meridian.simulation.judge.Place;
import dev.meridian.simulation.judge.RegionJudge;
import dev.meridian.simulation.judge.Scrapes;
import dev.meridian.simulation.judge.Serving;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Every interval that was read, with what the ledger said of regions then. */
final class Samples {
  /** Samples of an interval may arrive so much later than it ends. */
  private static final long SETTLE = 5;

  private final JudgedWorld world;
  private final Clusters clusters;
  private final Book book;
  private final Scrapes scrapes;
  private final long seconds;
  private final List<Read> read = new ArrayList<>();
  private Standings standings;
  private int known;
  private long first = Long.MAX_VALUE;

  /** One interval; {@code contenders} ran the contender all through it. */
  private record Read(Interval interval, Standings standings, List<RegionCode> contenders) {}

  Samples(JudgedWorld world, Clusters clusters, Book book) {
    this.world = world;
    this.clusters = clusters;
    this.book = book;
    this.scrapes = new Scrapes(world);
    this.seconds = world.interval().toSeconds();
    this.standings = new Standings(book.state());
    this.known = book.written();
  }

  SortedMap<String, History> histories() {
    return scrapes.histories();
  }

  /** The first instant of the grid that is not before this one. */
  long from(long second) {
    long origin = Math.ceilDiv(second, seconds) * seconds;
    first = Math.min(first, origin);
    return origin;
  }

  /** When the next interval can be read. */
  long nextSettled() {
    return first + (read.size() + 1) * seconds + SETTLE;
  }

  void readUntil(long now) {
    while (nextSettled() <= now) {
      read();
    }
  }

  Standings standings() {
    if (book.written() != known) {
      known = book.written();
      standings = new Standings(book.state());
    }
    return standings;
  }

  /** Whether the interval that begins then was read. */
  boolean has(long second) {
    return (second - first) / seconds < read.size();
  }

  /**
   * @throws BrokenLaw when what is folded is not of the contender
   */
  void fold(RegionJudge judge, RegionCode region) {
    Read here = read.get((int) ((judge.at() - first) / seconds));
    if (!here.contenders().contains(region)) {
      throw new BrokenLaw("P11", "samples of the incumbent are judged in " + region);
    }
    judge.fold(here.interval(), here.standings().beside(region));
  }

  private void read() {
    long from = first + read.size() * seconds;
    List<Serving> serving = new ArrayList<>();
    List<RegionCode> contenders = new ArrayList<>();
    for (Place place : world.places()) {
      long since = clusters.since(place.code());
      serving.add(
          new Serving(
              since,
              clusters.served(place.code()) ? 1 : 0,
              moved(place, from),
              clusters.dark(place.code())));
      if (since <= from) {
        contenders.add(place.code());
      }
    }
    read.add(new Read(scrapes.next(from, serving), standings(), contenders));
  }

  /** What evacuated regions send here. */
  private double moved(Place place, long second) {
    double moved = 0;
    for (Place other : world.places()) {
      if (!clusters.served(other.code())) {
        List<RegionCode> receivers = clusters.servingBeside(other.code());
        if (receivers.contains(place.code())) {
          moved += world.rate(other, second) / receivers.size();
        }
      }
    }
    return moved;
  }
}
