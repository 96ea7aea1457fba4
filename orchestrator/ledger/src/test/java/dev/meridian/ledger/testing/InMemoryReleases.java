package dev.meridian.ledger.testing;

import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.entry.BadMarkLifted;
import dev.meridian.ledger.entry.ReleaseHappened;
import dev.meridian.ledger.projection.ReleaseProjection;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.Admission;
import dev.meridian.release.admission.LiveRevision;
import dev.meridian.release.admission.LiveWorld;
import dev.meridian.release.admission.LiveWorld.Active;
import dev.meridian.release.admission.LiveWorld.Running;
import dev.meridian.release.admission.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rows in memory, drawn from the events of an {@link InMemoryLedger}. */
public final class InMemoryReleases implements Releases {
  private record Remembered(IdempotencyKey key, ReleaseId release, Instant until) {}

  private final InMemoryLedger ledger;
  private final TreeMap<String, ReleaseRow> rows = new TreeMap<>();
  private final Map<ReleaseId, Map<String, Object>> plans = new HashMap<>();
  private final Map<String, Remembered> remembered = new HashMap<>();
  private final Map<ReleaseId, TreeSet<RegionCode>> owed = new HashMap<>();
  private final List<BadMark> marks = new ArrayList<>();

  public InMemoryReleases(InMemoryLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Started start(NewRelease release, Optional<IdempotencyKey> idempotencyKey) {
    synchronized (ledger) {
      return idempotencyKey
          .flatMap(key -> answered(key, release.at()))
          .or(() -> refused(release))
          .orElseGet(() -> accept(release, idempotencyKey));
    }
  }

  @Override
  public Optional<Started> answered(IdempotencyKey key, Instant now) {
    synchronized (ledger) {
      return Optional.ofNullable(remembered.get(key.key()))
          .filter(first -> now.isBefore(first.until()))
          .map(first ->
              first.key().equals(key)
                  ? new Started.Repeated(find(first.release()).orElseThrow())
                  : new Started.KeyReused(key.key()));
    }
  }

  private Optional<Started> refused(NewRelease release) {
    ReleaseEvent.ReleaseStarted started = release.started();
    return notAdmitted(release)
        .or(() -> owing(started))
        .or(() ->
            badMarks(started.service()).stream()
                .filter(mark -> mark.revision().equals(started.contender()))
                .findFirst()
                .map(Started.MarkedBad::new));
  }

  private Optional<Started> notAdmitted(NewRelease release) {
    Optional<ReleaseRow> active = active(release.started().service());
    LiveWorld world =
        new LiveWorld(
            running(release.started().service()),
            active.map(row -> new Active(row.id(), row.contender())),
            Optional.empty());
    return switch (Admission.of(Wish.of(release.id(), release.started()), world)) {
      case Admission.Starts _ -> Optional.empty();
      case Admission.Waits _ -> active.map(Started.Busy::new);
      case Admission.Refused(List<LiveRevision> live, String reason) ->
          Optional.of(new Started.TooManyRevisions(live, reason));
    };
  }

  private Optional<ReleaseRow> active(ServiceName service) {
    return unfinished().stream().filter(row -> row.service().equals(service)).findFirst();
  }

  /** By the histories, newest last: what the real ones draw step by step. */
  private SortedMap<RegionCode, Running> running(ServiceName service) {
    TreeMap<RegionCode, Running> running = new TreeMap<>();
    rows.values().stream()
        .filter(row -> row.service().equals(service))
        .forEach(row -> {
          Running brought = new Running(row.contender(), row.id());
          left(row.id()).forEach(region -> running.put(region, brought));
        });
    return running;
  }

  private SortedSet<RegionCode> left(ReleaseId id) {
    TreeSet<RegionCode> left = new TreeSet<>();
    ledger.read(Subject.release(id), 0, Integer.MAX_VALUE).stream()
        .map(entry -> ReleaseHappened.recorded(entry).event())
        .forEach(event -> {
          if (event instanceof RegionEvent.DeployIntended deploy) {
            left.add(deploy.region());
          }
          if (event instanceof RegionEvent.Restored restored) {
            left.remove(restored.region());
          }
        });
    return left;
  }

  private Optional<Started> owing(ReleaseEvent.ReleaseStarted started) {
    List<RegionCode> schedule = started.schedule().stream().map(PlannedRegion::region).toList();
    return rows.values().stream()
        .filter(row -> row.service().equals(started.service()))
        .map(row -> new Started.Owed(row.id(), owedBy(row.id(), schedule)))
        .filter(owing -> !owing.regions().isEmpty())
        .map(Started.class::cast)
        .findFirst();
  }

  private List<RegionCode> owedBy(ReleaseId id, List<RegionCode> schedule) {
    return owed.getOrDefault(id, new TreeSet<>()).stream().filter(schedule::contains).toList();
  }

  private Started accept(NewRelease release, Optional<IdempotencyKey> idempotencyKey) {
    ReleaseRow row = ReleaseProjection.first(release);
    ledger.append(ReleaseHappened.started(release));
    rows.put(row.id().toString(), row);
    plans.put(row.id(), release.plan());
    idempotencyKey.ifPresent(key ->
        remembered.put(
            key.key(), new Remembered(key, row.id(), release.at().plus(Duration.ofHours(24)))));
    return new Started.Accepted(row);
  }

  /** Draws an event onto the row of its release; a release without a row has none. */
  void project(ReleaseId id, Recorded<ReleaseEvent> recorded) {
    ReleaseRow row = rows.get(id.toString());
    if (row == null) {
      return;
    }
    ReleaseProjection.badMark(row, recorded)
        .ifPresent(mark -> {
          marks.removeIf(
              old -> marks(old, mark.service()) && old.revision().equals(mark.revision()));
          marks.add(mark);
        });
    rows.put(id.toString(), ReleaseProjection.after(row, recorded));
    if (recorded.event() instanceof RegionEvent.RegionOwed owing) {
      owed.computeIfAbsent(id, release -> new TreeSet<>()).add(owing.region());
    }
    if (recorded.event() instanceof RegionEvent.RegionSettled settled) {
      owed.getOrDefault(id, new TreeSet<>()).remove(settled.region());
    }
  }

  private static boolean marks(BadMark mark, ServiceName service) {
    return mark.service().equals(service);
  }

  @Override
  public Optional<ReleaseRow> find(ReleaseId id) {
    synchronized (ledger) {
      return Optional.ofNullable(rows.get(id.toString()));
    }
  }

  @Override
  public Optional<Map<String, Object>> plan(ReleaseId id) {
    synchronized (ledger) {
      return Optional.ofNullable(plans.get(id));
    }
  }

  @Override
  public List<ReleaseRow> list(
      Optional<ServiceName> service, Optional<ReleaseId> before, int limit) {
    synchronized (ledger) {
      return rows.descendingMap().values().stream()
          .filter(row -> service.isEmpty() || service.get().equals(row.service()))
          .filter(
              row -> before.isEmpty() || row.id().toString().compareTo(before.get().toString()) < 0)
          .limit(limit)
          .toList();
    }
  }

  @Override
  public List<ReleaseRow> unfinished() {
    synchronized (ledger) {
      return rows.values().stream().filter(row -> row.phase() != Phase.ENDED).toList();
    }
  }

  @Override
  public boolean raiseEpoch(ReleaseId id, int from) {
    synchronized (ledger) {
      Optional<ReleaseRow> row =
          find(id).filter(r -> r.epoch() == from && r.phase() != Phase.ENDED);
      row.ifPresent(r -> {
        rows.put(id.toString(), ReleaseProjection.inEpoch(r, from + 1));
        ledger.raiseEpoch(Subject.release(id), from + 1);
      });
      return row.isPresent();
    }
  }

  @Override
  public List<RegionCode> owed(ServiceName service) {
    synchronized (ledger) {
      return rows.values().stream()
          .filter(row -> row.service().equals(service))
          .flatMap(row -> owed.getOrDefault(row.id(), new TreeSet<>()).stream())
          .distinct()
          .sorted()
          .toList();
    }
  }

  @Override
  public List<OwedRegion> owed() {
    synchronized (ledger) {
      return rows.values().stream()
          .filter(row -> row.phase() == Phase.ENDED)
          .flatMap(row ->
              owed.getOrDefault(row.id(), new TreeSet<>()).stream()
                  .map(region -> new OwedRegion(row.id(), region, row.epoch())))
          .toList();
    }
  }

  @Override
  public List<BadMark> badMarks(ServiceName service) {
    synchronized (ledger) {
      return marks.stream()
          .filter(mark -> marks(mark, service))
          .sorted(Comparator.comparing(BadMark::at).reversed())
          .toList();
    }
  }

  @Override
  public boolean liftBadMark(LiftedMark lift) {
    synchronized (ledger) {
      Optional<BadMark> standing =
          badMarks(lift.service()).stream()
              .filter(mark -> mark.revision().equals(lift.revision()))
              .findFirst();
      standing.ifPresent(mark -> {
        marks.remove(mark);
        ledger.append(BadMarkLifted.entry(lift, mark));
      });
      return standing.isPresent();
    }
  }
}
