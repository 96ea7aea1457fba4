package dev.meridian.sandbox.dns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change batch, as submitted and as journaled.
 *
 * @param initial whether it made the zone at the beginning of the world: in sync ever since
 */
public record Batch(Optional<String> comment, boolean initial, List<ZoneChange> changes) {
  public Batch {
    changes = List.copyOf(changes);
  }

  /** The journal's payload. */
  Map<String, Object> toTree(String zoneId) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("zone", zoneId);
    tree.put("initial", initial);
    comment.ifPresent(text -> tree.put("comment", text));
    tree.put("changes", changes.stream().map(Batch::toTree).toList());
    return tree;
  }

  private static Map<String, Object> toTree(ZoneChange change) {
    RecordSet set = change.set();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("action", change.action().name());
    tree.put("name", set.key().name().value());
    tree.put("type", set.key().type());
    tree.put("setIdentifier", set.key().setIdentifier());
    set.weight().ifPresent(weight -> tree.put("weight", weight));
    set.ttl().ifPresent(ttl -> tree.put("ttl", ttl));
    tree.put("values", set.values());
    set.alias()
        .ifPresent(alias -> {
          tree.put("aliasZone", alias.zone());
          tree.put("aliasTarget", alias.target().value());
          tree.put("aliasEvaluatesHealth", alias.evaluatesHealth());
        });
    set.healthCheck().ifPresent(id -> tree.put("healthCheck", id));
    return tree;
  }

  /** Reads what {@link #toTree} wrote. */
  static Batch fromTree(Map<String, Object> tree) {
    List<ZoneChange> changes = new ArrayList<>();
    if (tree.get("changes") instanceof List<?> list) {
      for (Object change : list) {
        if (change instanceof Map<?, ?> map) {
          changes.add(change(map));
        }
      }
    }
    return new Batch(text(tree, "comment"), Boolean.TRUE.equals(tree.get("initial")), changes);
  }

  private static ZoneChange change(Map<?, ?> tree) {
    RecordKey key =
        new RecordKey(
            DnsName.of(text(tree, "name").orElseThrow()),
            text(tree, "type").orElseThrow(),
            text(tree, "setIdentifier").orElse(""));
    List<String> values =
        tree.get("values") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    Optional<RecordSet.Alias> alias =
        text(tree, "aliasTarget")
            .map(target ->
                new RecordSet.Alias(
                    text(tree, "aliasZone").orElse(""),
                    DnsName.of(target),
                    Boolean.TRUE.equals(tree.get("aliasEvaluatesHealth"))));
    RecordSet set =
        new RecordSet(
            key,
            number(tree, "weight").map(Number::intValue),
            number(tree, "ttl").map(Number::longValue),
            values,
            alias,
            text(tree, "healthCheck"));
    return new ZoneChange(ZoneChange.Action.valueOf(text(tree, "action").orElseThrow()), set);
  }

  private static Optional<String> text(Map<?, ?> tree, String name) {
    return Optional.ofNullable(tree.get(name)).map(String::valueOf);
  }

  private static Optional<Number> number(Map<?, ?> tree, String name) {
    return tree.get(name) instanceof Number number ? Optional.of(number) : Optional.empty();
  }
}
