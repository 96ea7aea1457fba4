package dev.meridian.ledger.testing;

import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.WaitingReleases;
import dev.meridian.ledger.WaitingReleases.Unstarted;
import dev.meridian.ledger.entry.BadMarkLifted;
import dev.meridian.ledger.entry.ReleaseHappened;
import dev.meridian.ledger.projection.ReleaseProjection;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseEvent.ReleaseWaits;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.Admission;
import dev.meridian.release.admission.Admission.Behind;
import dev.meridian.release.admission.LiveRevision;
import dev.meridian.release.admission.Wish;
import dev.meridian.service.WhileActive;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rows in memory, drawn from the events of an {@link InMemoryLedger}. */
public final class InMemoryReleases implements Releases {
  private record Remembered(IdempotencyKey key, ReleaseId release, Instant until) {}

  private final InMemoryLedger ledger;
  private final InMemoryWaitingReleases waiting;
  private final TreeMap<String, ReleaseRow> rows = new TreeMap<>();
  private final Map<ReleaseId, Map<String, Object>> plans = new HashMap<>();
  private final Map<String, Remembered> remembered = new HashMap<>();
  private final Map<ReleaseId, TreeSet<RegionCode>> owed = new HashMap<>();
  private final List<BadMark> marks = new ArrayList<>();

  public InMemoryReleases(InMemoryLedger ledger) {
    this.ledger = ledger;
    this.waiting = new InMemoryWaitingReleases(ledger, this);
  }

  @Override
  public Started start(NewRelease release, Optional<IdempotencyKey> idempotencyKey) {
    synchronized (ledger) {
      return idempotencyKey
          .flatMap(key -> answered(key, release.at()))
          .or(() -> markedBad(release.started()))
          .orElseGet(() -> admitted(world().inOrder(release), idempotencyKey));
    }
  }

  private Started admitted(NewRelease release, Optional<IdempotencyKey> key) {
    Wish wish = Wish.of(release.id(), release.started());
    ServiceName service = release.started().service();
    return switch (Admission.of(wish, world().of(service))) {
      case Admission.Starts starts ->
          owing(release.started())
              .<Started>map(owed -> owed)
              .orElseGet(() -> {
                supersede(starts.replaces(), release);
                return accept(placed(release, starts.behind()), key);
              });
      case Admission.Waits waits when release.whileActive() == WhileActive.WAIT -> {
        supersede(waits.replaces(), release);
        yield postpone(release, waits, key);
      }
      case Admission.Waits waits -> new Started.Busy(find(waits.behind()).orElseThrow());
      case Admission.Refused(List<LiveRevision> live, String reason) ->
          new Started.TooManyRevisions(live, reason);
    };
  }

  private void supersede(Optional<ReleaseId> older, NewRelease newer) {
    older.ifPresent(release -> waiting.end(release, Unstarted.superseded(newer)));
  }

  /** The release as it starts, once the older one's history says that it does. */
  NewRelease placed(NewRelease younger, Optional<Behind> behind) {
    behind.ifPresent(place -> {
      LedgerEntry entry =
          ledger.append(
              ReleaseHappened.entry(
                  place.older(),
                  find(place.older()).orElseThrow().epoch(),
                  younger.started().by(),
                  ReleaseHappened.follows(younger, place)));
      project(place.older(), ReleaseHappened.recorded(entry));
    });
    return behind.map(place -> younger.after(place.older())).orElse(younger);
  }

  InMemoryWorld world() {
    return new InMemoryWorld(ledger, rows.values());
  }

  Collection<ReleaseRow> rows() {
    return rows.values();
  }

  /** The ones that wait, over the same rows. */
  WaitingReleases waiting() {
    return waiting;
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

  Optional<Started.Refused> markedBad(ReleaseEvent.ReleaseStarted started) {
    return badMarks(started.service()).stream()
        .filter(mark -> mark.revision().equals(started.contender()))
        .findFirst()
        .map(Started.MarkedBad::new);
  }

  Optional<Started.Refused> owing(ReleaseEvent.ReleaseStarted started) {
    List<RegionCode> schedule = started.schedule().stream().map(PlannedRegion::region).toList();
    return rows.values().stream()
        .filter(row -> row.service().equals(started.service()))
        .map(row -> new Started.Owed(row.id(), owedBy(row.id(), schedule)))
        .filter(owing -> !owing.regions().isEmpty())
        .map(Started.Refused.class::cast)
        .findFirst();
  }

  private List<RegionCode> owedBy(ReleaseId id, List<RegionCode> schedule) {
    return owed.getOrDefault(id, new TreeSet<>()).stream().filter(schedule::contains).toList();
  }

  private Started accept(NewRelease release, Optional<IdempotencyKey> key) {
    ReleaseRow row = ReleaseProjection.first(release);
    ledger.append(ReleaseHappened.started(release));
    rows.put(row.id().toString(), row);
    freeze(release);
    keep(key, release);
    return new Started.Accepted(row);
  }

  private Started postpone(
      NewRelease release, Admission.Waits waits, Optional<IdempotencyKey> key) {
    ReleaseRow row = ReleaseProjection.waiting(release);
    ledger.append(
        ReleaseHappened.waits(
            release, ReleaseWaits.of(release.started(), waits.behind(), waits.reason())));
    rows.put(row.id().toString(), row);
    keep(key, release);
    return new Started.Waits(row);
  }

  void freeze(NewRelease release) {
    plans.put(release.id(), release.plan());
  }

  private void keep(Optional<IdempotencyKey> idempotencyKey, NewRelease release) {
    idempotencyKey.ifPresent(key ->
        remembered.put(
            key.key(), new Remembered(key, release.id(), release.at().plus(Duration.ofHours(24)))));
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
      return rows.values().stream().filter(row -> row.phase().runs()).toList();
    }
  }

  @Override
  public boolean raiseEpoch(ReleaseId id, int from) {
    synchronized (ledger) {
      Optional<ReleaseRow> row = find(id).filter(r -> r.epoch() == from && r.phase().runs());
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
                  .map(region -> new OwedRegion(row.id(), row.service(), region, row.epoch())))
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
