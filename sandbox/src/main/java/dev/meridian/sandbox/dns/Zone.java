package dev.meridian.sandbox.dns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The record sets of a zone at one moment, in the order in which they are listed.
 *
 * @param name of the apex
 */
public record Zone(DnsName name, SortedMap<RecordKey, RecordSet> sets) {
  /** What a batch leads to. */
  public sealed interface Applied {
    /** All of it was made. */
    record Made(Zone zone) implements Applied {}

    /** Nothing of it was made. */
    record Refused(List<String> messages) implements Applied {}
  }

  public Zone {
    sets = Collections.unmodifiableSortedMap(new TreeMap<>(sets));
  }

  static Zone empty(DnsName name) {
    return new Zone(name, new TreeMap<>());
  }

  /** Record sets of one name and type, by set identifier. */
  public List<RecordSet> of(DnsName recordName, String type) {
    return sets.values().stream()
        .filter(set -> set.key().name().equals(recordName) && set.key().type().equals(type))
        .toList();
  }

  /** Applies a batch in its order, all or nothing. */
  public Applied apply(List<ZoneChange> changes) {
    TreeMap<RecordKey, RecordSet> draft = new TreeMap<>(sets);
    List<String> messages = new ArrayList<>(repeated(changes));
    for (ZoneChange change : changes) {
      RecordRules.fault(name, change.set())
          .or(() -> applyOne(draft, change))
          .ifPresent(messages::add);
    }
    if (messages.isEmpty()) {
      Zone after = new Zone(name, draft);
      RecordRules.fault(after).ifPresent(messages::add);
      if (messages.isEmpty()) {
        return new Applied.Made(after);
      }
    }
    return new Applied.Refused(List.copyOf(messages));
  }

  private static Optional<String> applyOne(TreeMap<RecordKey, RecordSet> draft, ZoneChange change) {
    RecordKey key = change.set().key();
    RecordSet current = draft.get(key);
    switch (change.action()) {
      case DELETE -> {
        if (current == null) {
          return Optional.of(
              "Tried to delete resource record set " + key + " but it was not found");
        }
        if (!current.matches(change.set())) {
          return Optional.of(
              "Tried to delete resource record set "
                  + key
                  + " but the values provided do not match the current values");
        }
        draft.remove(key);
      }
      case CREATE -> {
        if (current != null) {
          return Optional.of(
              "Tried to create resource record set " + key + " but it already exists");
        }
        draft.put(key, change.set());
      }
      case UPSERT -> draft.put(key, change.set());
    }
    return Optional.empty();
  }

  /** A batch may delete and create a record set, but neither of these twice. */
  private static List<String> repeated(List<ZoneChange> changes) {
    List<String> messages = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ZoneChange change : changes) {
      boolean deletes = change.action() == ZoneChange.Action.DELETE;
      if (!seen.add(deletes + " " + change.set().key())) {
        messages.add(
            "The request contains an invalid set of changes for a resource record set '"
                + change.action()
                + " "
                + change.set().key().type()
                + " "
                + change.set().key().name()
                + "'");
      }
    }
    return messages;
  }
}
