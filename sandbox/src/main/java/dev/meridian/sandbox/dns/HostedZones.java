package dev.meridian.sandbox.dns;

import dev.meridian.sandbox.world.DnsWeights;
import dev.meridian.sandbox.world.Journal;
import dev.meridian.sandbox.world.WorldClock;
import dev.meridian.sandbox.world.WorldSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The account's one hosted zone: the replay of the journal's {@code dns} entries. Safe for many
 * threads; one change at a time.
 */
public final class HostedZones implements DnsWeights {
  /** Kind of the journal's entries that are read and written here. */
  public static final String KIND = "dns";

  private static final Duration PROCESSING = Duration.ofSeconds(1);
  private static final Duration SOONEST_SYNC = Duration.ofSeconds(5);
  private static final Duration LATEST_SYNC = Duration.ofSeconds(60);

  private final WorldSpec spec;
  private final Journal journal;
  private final WorldClock clock;
  private final DnsName zoneName;
  private final NavigableMap<String, ChangeInfo> changes = new ConcurrentSkipListMap<>();
  private final ConcurrentNavigableMap<Instant, Publication> published =
      new ConcurrentSkipListMap<>();
  private volatile Zone accepted;
  private volatile Instant processed;

  /** Replays the journal, and first writes the zone of the beginning if there is none in it. */
  public HostedZones(WorldSpec spec, Journal journal, WorldClock clock) {
    this.spec = spec;
    this.journal = journal;
    this.clock = clock;
    this.zoneName = DnsName.of(spec.recordName()).parent();
    this.accepted = Zone.empty(zoneName);
    this.processed = spec.begins();
    if (journal.entries(KIND).isEmpty()) {
      journal.append(KIND, FirstZone.of(spec, zoneName).toTree(spec.zone()));
    }
    journal.entries(KIND).forEach(entry -> take(entry, Batch.fromTree(entry.payload())));
  }

  /** Hosted zone id, bare. */
  public String id() {
    return spec.zone();
  }

  /** Every record set as accepted: what Route 53 lists. */
  public Zone accepted() {
    return accepted;
  }

  /** Every record set as the name servers answer at an instant. */
  public Zone published(Instant when) {
    return publication(when).map(Publication::zone).orElse(Zone.empty(zoneName));
  }

  /** A change by its id. */
  public Optional<ChangeInfo> change(String changeId) {
    return Optional.ofNullable(changes.get(changeId));
  }

  /** Makes all changes of the batch or none; journaled before this returns. */
  public synchronized Submission submit(Batch batch) {
    if (clock.now().isBefore(processed)) {
      return new Submission.Busy();
    }
    return switch (accepted.apply(batch.changes())) {
      case Zone.Applied.Refused refused -> new Submission.Refused(refused.messages());
      case Zone.Applied.Made made ->
          new Submission.Accepted(take(journal.append(KIND, batch.toTree(spec.zone())), batch));
    };
  }

  @Override
  public SortedMap<String, Integer> at(String name, Instant when) {
    return publication(when)
        .map(publication -> publication.weights(DnsName.of(name)))
        .orElseGet(TreeMap::new);
  }

  @Override
  public List<Instant> changes(String name, Instant to) {
    DnsName dnsName = DnsName.of(name);
    List<Instant> instants = new ArrayList<>();
    SortedMap<String, Integer> before = new TreeMap<>();
    for (Publication publication : published.headMap(to, true).values()) {
      SortedMap<String, Integer> weights = publication.weights(dnsName);
      if (!weights.equals(before)) {
        instants.add(publication.at());
      }
      before = weights;
    }
    return List.copyOf(instants);
  }

  @Override
  public int ttl(String name) {
    DnsName dnsName = DnsName.of(name);
    return accepted.sets().values().stream()
        .filter(set -> set.key().name().equals(dnsName))
        .flatMap(set -> set.ttl().stream())
        .findFirst()
        .orElse((long) FirstZone.TTL)
        .intValue();
  }

  private Optional<Publication> publication(Instant when) {
    return Optional.ofNullable(published.floorEntry(when)).map(entry -> entry.getValue());
  }

  private ChangeInfo take(Journal.Entry entry, Batch batch) {
    if (!(accepted.apply(batch.changes()) instanceof Zone.Applied.Made made)) {
      throw new IllegalStateException(
          "journal entry " + entry.seq() + " does not fit the zone before it");
    }
    ChangeInfo info = schedule(entry, batch);
    changes.put(info.id(), info);
    published.put(info.inSyncAt(), Publication.of(info.inSyncAt(), made.zone()));
    accepted = made.zone();
    processed = info.processedAt();
    return info;
  }

  /** Delays are chance, but the same chance at every replay; changes come into sync in order. */
  private ChangeInfo schedule(Journal.Entry entry, Batch batch) {
    SplittableRandom chance =
        new SplittableRandom(spec.seed() ^ (entry.seq() * 0x9E3779B97F4A7C15L));
    String changeId = "C" + String.format(Locale.ROOT, "%016X", chance.nextLong()) + entry.seq();
    if (batch.initial()) {
      return new ChangeInfo(changeId, batch.comment(), spec.begins(), spec.begins(), spec.begins());
    }
    Duration delay =
        Duration.ofMillis(chance.nextLong(SOONEST_SYNC.toMillis(), LATEST_SYNC.toMillis()));
    Instant inSync = entry.at().plus(delay);
    Instant afterPrevious = published.isEmpty() ? inSync : published.lastKey().plusMillis(1);
    return new ChangeInfo(
        changeId,
        batch.comment(),
        entry.at(),
        entry.at().plus(PROCESSING),
        inSync.isAfter(afterPrevious) ? inSync : afterPrevious);
  }
}
