package dev.meridian.ledger.testing;

import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.entry.ReleaseHappened;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.admission.LiveWorld;
import dev.meridian.release.admission.LiveWorld.Active;
import dev.meridian.release.admission.LiveWorld.Running;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a service has in the world, by the histories: what the real ones draw step by step. */
record InMemoryWorld(InMemoryLedger ledger, Collection<ReleaseRow> rows) {
  LiveWorld of(ServiceName service) {
    return new LiveWorld(
        running(service),
        active(service).stream().map(row -> Active.of(row.id(), state(row.id()))).toList(),
        of(service, Phase.WAITING).stream().findFirst().map(ReleaseRow::id));
  }

  /** The older of two first: the younger one is behind it. */
  List<ReleaseRow> active(ServiceName service) {
    return rows.stream()
        .filter(row -> row.service().equals(service) && row.phase().runs())
        .sorted(Comparator.comparing(row -> row.place().behind().isPresent()))
        .toList();
  }

  private ReleaseState state(ReleaseId release) {
    return ReleaseState.fold(history(release));
  }

  private List<ReleaseEvent> history(ReleaseId release) {
    return ledger.read(Subject.release(release), 0, Integer.MAX_VALUE).stream()
        .map(entry -> ReleaseHappened.recorded(entry).event())
        .toList();
  }

  private List<ReleaseRow> of(ServiceName service, Phase phase) {
    return rows.stream()
        .filter(row -> row.service().equals(service) && row.phase() == phase)
        .toList();
  }

  private SortedMap<RegionCode, Running> running(ServiceName service) {
    TreeMap<RegionCode, Running> running = new TreeMap<>();
    for (ReleaseRow row : rows) {
      if (row.service().equals(service)) {
        Running brought = new Running(row.contender(), row.id());
        left(row.id()).forEach(region -> running.put(region, brought));
      }
    }
    return running;
  }

  private SortedSet<RegionCode> left(ReleaseId release) {
    TreeSet<RegionCode> left = new TreeSet<>();
    for (ReleaseEvent event : history(release)) {
      if (event instanceof RegionEvent.DeployIntended deploy) {
        left.add(deploy.region());
      }
      if (event instanceof RegionEvent.Restored restored) {
        left.remove(restored.region());
      }
    }
    return left;
  }

  /** With an id that sorts after every other of its service. */
  NewRelease inOrder(NewRelease release) {
    return rows.stream()
        .filter(row -> row.service().equals(release.started().service()))
        .map(ReleaseRow::id)
        .max(Comparator.naturalOrder())
        .map(release::newerThan)
        .orElse(release);
  }
}
