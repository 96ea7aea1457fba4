package dev.meridian.sandbox.kubernetes.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.apply.ManagedFields.Entry;
import dev.meridian.sandbox.kubernetes.apply.ManagedFields.Operation;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.Refusal;
import dev.meridian.sandbox.kubernetes.object.Refusal.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Server-side apply: a manager states the fields that it wants to own and their values.
 *
 * <p>A field that another manager owns with another value is a conflict, unless forced: then the
 * other loses it. A field that this manager applied before and applies no longer is removed, if
 * nobody else owns it. Applying the same again changes nothing, not even the resource version.
 */
public final class ServerSideApply {
  private ServerSideApply() {}

  /** A field of another owner that would change. */
  private record Conflict(Entry owner, FieldPath path) {}

  /**
   * The object after the apply, with its owners.
   *
   * @param live as stored; an empty object of the kind when there is none
   * @throws Refusal 409 naming every field in conflict and its manager
   */
  public static ApiObject apply(ApiObject live, ObjectNode config, Writer writer, boolean force) {
    ManagedFields owners = ManagedFields.of(live);
    Entry mine = new Entry(writer, Operation.APPLY, Fields.of(config));
    Optional<Entry> previous = owners.find(mine);
    List<Conflict> conflicts = conflicts(live.tree(), config, mine, owners);
    if (!conflicts.isEmpty() && !force) {
      throw refusal(conflicts);
    }
    ApiObject result = live.copy();
    Fields.merge(result.tree(), config, FieldPath.ROOT);
    ManagedFields others = without(owners, mine, conflicts);
    previous.ifPresent(
        before -> prune(result.tree(), before.fields().minus(mine.fields()), others));
    restoreOwner(others, previous).with(mine).writeTo(result);
    return result;
  }

  private static List<Conflict> conflicts(
      ObjectNode live, ObjectNode config, Entry mine, ManagedFields owners) {
    List<Conflict> found = new ArrayList<>();
    for (Entry other : owners.entries()) {
      if (other.sameOwner(mine)) {
        continue;
      }
      for (FieldPath path : other.fields().paths()) {
        if (mine.fields().paths().contains(path)
            && !path.last().startsWith("k:")
            && !Fields.at(live, path).equals(Fields.at(config, path))) {
          found.add(new Conflict(other, path));
        }
      }
    }
    return found;
  }

  private static ManagedFields without(ManagedFields owners, Entry mine, List<Conflict> conflicts) {
    List<Entry> others = new ArrayList<>();
    for (Entry each : owners.entries()) {
      if (!each.sameOwner(mine)) {
        others.add(
            each.with(each.fields().where(path -> !conflicts.contains(new Conflict(each, path)))));
      }
    }
    return new ManagedFields(others);
  }

  /** Puts the manager's earlier entry back, so that its time can stay when nothing changed. */
  private static ManagedFields restoreOwner(ManagedFields others, Optional<Entry> previous) {
    List<Entry> all = new ArrayList<>(others.entries());
    previous.ifPresent(all::add);
    return new ManagedFields(all);
  }

  /** Whole items go before their fields: an item without its key could not be found. */
  private static void prune(ObjectNode tree, FieldSet dropped, ManagedFields others) {
    dropped.paths().stream()
        .filter(path -> !path.isKeyOfItem())
        .filter(path -> others.entries().stream().noneMatch(each -> each.fields().touches(path)))
        .sorted(Comparator.comparingInt(path -> path.elements().size()))
        .forEach(path -> Fields.remove(tree, path));
  }

  private static Refusal refusal(List<Conflict> conflicts) {
    List<Cause> causes =
        conflicts.stream()
            .map(each ->
                new Cause(
                    "FieldManagerConflict",
                    "conflict with " + each.owner().spoken(),
                    each.path().toString()))
            .toList();
    if (conflicts.size() == 1) {
      Conflict only = conflicts.getFirst();
      return Refusal.applyConflict(
          "Apply failed with 1 conflict: conflict with "
              + only.owner().spoken()
              + ": "
              + only.path(),
          causes);
    }
    String text =
        conflicts.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.owner().spoken(),
                    LinkedHashMap::new,
                    Collectors.mapping(each -> "\n- " + each.path(), Collectors.joining())))
            .entrySet()
            .stream()
            .map(each -> "conflicts with " + each.getKey() + ":" + each.getValue())
            .collect(Collectors.joining("\n"));
    return Refusal.applyConflict(
        "Apply failed with " + conflicts.size() + " conflicts: " + text, causes);
  }
}
