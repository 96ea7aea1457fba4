package dev.meridian.sandbox.fault;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.Faults;
import dev.meridian.sandbox.world.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Faults as the journal tells them. A fault's id is {@code fault-N}, N the entry that began it. */
public final class JournaledFaults implements Faults {
  private static final String KIND = "fault";

  private final Journal journal;
  private volatile SequencedMap<String, Fault> known = new LinkedHashMap<>();

  public JournaledFaults(Journal journal) {
    this.journal = journal;
    journal.entries(KIND).forEach(this::fold);
  }

  /**
   * Begins a fault now.
   *
   * @param region empty for everywhere
   * @param lasting world time after which it ends by itself; empty until it is ended
   * @return its id
   */
  public synchronized String begin(
      Fault.Kind kind, Optional<RegionCode> region, Optional<Duration> lasting) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("action", "begin");
    payload.put("kind", kind.spelled());
    region.ifPresent(code -> payload.put("region", code.value()));
    lasting.ifPresent(duration -> payload.put("lasting", duration.toString()));
    Journal.Entry entry = journal.append(KIND, payload);
    fold(entry);
    return id(entry.seq());
  }

  /** Ends a fault now; one that has ended stays as it is. Empty when there is none of that id. */
  public synchronized Optional<Fault> end(String id) {
    Optional<Fault> fault = Optional.ofNullable(known.get(id));
    if (fault.isPresent()) {
      fold(journal.append(KIND, Map.of("action", "end", "id", id)));
    }
    return Optional.ofNullable(known.get(id));
  }

  /** All by id, in order of beginning. */
  public SequencedMap<String, Fault> byId() {
    return known;
  }

  @Override
  public boolean active(Fault.Kind kind, RegionCode region, Instant when) {
    for (Fault fault : known.values()) {
      if (fault.kind() == kind
          && fault.region().map(region::equals).orElse(true)
          && fault.active(when)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Fault> all() {
    return List.copyOf(known.values());
  }

  private static String id(long seq) {
    return "fault-" + seq;
  }

  private void fold(Journal.Entry entry) {
    SequencedMap<String, Fault> next = new LinkedHashMap<>(known);
    Map<String, Object> payload = entry.payload();
    if ("begin".equals(payload.get("action"))) {
      next.put(id(entry.seq()), begun(entry));
    } else {
      next.computeIfPresent(
          String.valueOf(payload.get("id")), (_, fault) -> ended(fault, entry.at()));
    }
    known = Collections.unmodifiableSequencedMap(next);
  }

  private static Fault begun(Journal.Entry entry) {
    Map<String, Object> payload = entry.payload();
    String name = String.valueOf(payload.get("kind")).toUpperCase(Locale.ROOT).replace('-', '_');
    Optional<Duration> lasting =
        Optional.ofNullable(payload.get("lasting")).map(text -> Duration.parse(text.toString()));
    return new Fault(
        Fault.Kind.valueOf(name),
        Optional.ofNullable(payload.get("region")).map(text -> new RegionCode(text.toString())),
        entry.at(),
        lasting.map(entry.at()::plus));
  }

  private static Fault ended(Fault fault, Instant at) {
    Instant until = fault.until().filter(at::isAfter).orElse(at);
    return new Fault(fault.kind(), fault.region(), fault.from(), Optional.of(until));
  }
}
