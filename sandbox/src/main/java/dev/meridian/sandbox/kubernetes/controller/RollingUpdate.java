package dev.meridian.sandbox.kubernetes.controller;

/**
 * The arithmetic of a rolling update: how many pods may start and how many must or may end, now.
 * Four pods with a surge of one and no absence go one by one: a fifth starts; when it is available
 * one old pod ends; and so on.
 */
final class RollingUpdate {
  private RollingUpdate() {}

  /**
   * Pods that were not told to end, by template and availability.
   *
   * @param leaving pods that were told to end and are still there
   */
  record Census(int fresh, int freshAvailable, int old, int oldAvailable, int leaving) {
    int all() {
      return fresh + old;
    }

    int available() {
      return freshAvailable + oldAvailable;
    }
  }

  /**
   * What to do now.
   *
   * @param start pods of the wanted template
   * @param endFresh surplus pods of the wanted template
   * @param endOld pods of other templates, those that do not serve first
   */
  record Moves(int start, int endFresh, int endOld) {
    boolean none() {
      return start == 0 && endFresh == 0 && endOld == 0;
    }
  }

  static Moves moves(RolloutSpec spec, Census now) {
    int surplus = Math.max(0, now.fresh() - spec.replicas());
    if (spec.recreate()) {
      int start = now.old() + now.leaving() == 0 ? Math.max(0, spec.replicas() - now.fresh()) : 0;
      return new Moves(start, surplus, now.old());
    }
    int room = spec.replicas() + spec.surge() - now.all();
    int start = Math.clamp(room, 0, Math.max(0, spec.replicas() - now.fresh()));
    return new Moves(start, surplus, surplus > 0 || start > 0 ? 0 : endOld(spec, now));
  }

  /** New pods that do not serve yet are counted as if they had already replaced old ones. */
  private static int endOld(RolloutSpec spec, Census now) {
    int freshMissing = now.fresh() - now.freshAvailable();
    int spare = now.all() - spec.leastAvailable() - freshMissing;
    int idle = Math.clamp(spare, 0, now.old() - now.oldAvailable());
    int serving = Math.clamp(now.available() - spec.leastAvailable(), 0, now.oldAvailable());
    return idle + Math.clamp(serving, 0, Math.max(0, spare - idle));
  }
}
