package dev.meridian.worker.traffic;

import dev.meridian.region.Presence;
import java.util.Locale;

/**
 * The name that users ask for, whose record sets carry the weights.
 *
 * @param zone hosted zone id, bare
 * @param name absolute and lower-case, as Route 53 lists it
 * @param type of the weighted record sets, for example {@code A}
 */
record WeightedName(String zone, String name, String type) {
  static WeightedName of(Presence.RecordSet set) {
    String name = set.name().toLowerCase(Locale.ROOT);
    return new WeightedName(
        set.zone().substring(set.zone().lastIndexOf('/') + 1),
        name.endsWith(".") ? name : name + ".",
        set.type());
  }

  /** Where the fencing token is kept. */
  String tokenName() {
    return "_meridian." + name;
  }

  @Override
  public String toString() {
    return name + " (" + type + ") in zone " + zone;
  }
}
