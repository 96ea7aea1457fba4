package dev.meridian.check;

import dev.meridian.service.CheckSpec;

/** What is known of the incumbent under the same check. */
public sealed interface Incumbent {
  /**
   * Its own check was recorded.
   *
   * @param of for people, which release's it is
   */
  record Recorded(String of, LoadRecord record) implements Incumbent {}

  /**
   * There is nothing to compare with.
   *
   * @param why for people
   */
  record Unrecorded(String why) implements Incumbent {}

  /** What it used of a resource, or why that cannot be compared. */
  default Base base(CheckSpec.Load load, CheckSpec.Load.Resource resource) {
    return switch (this) {
      case Unrecorded(String why) -> new Base.None(why);
      case Recorded(String of, LoadRecord record) -> base(of, record, load, resource);
    };
  }

  private static Base base(
      String of, LoadRecord record, CheckSpec.Load load, CheckSpec.Load.Resource resource) {
    LoadRecord.Used used = record.resources().get(resource.name());
    if (!record.load().equals(LoadRecord.Sent.of(load))) {
      return new Base.None(of + " was under another load (" + record.load() + ")");
    }
    if (used == null) {
      return new Base.None(of + " has no record of it");
    }
    if (!used.query().equals(resource.query())) {
      return new Base.None(of + " was measured by another query");
    }
    return used.value() > 0 ? new Base.Known(used.value()) : new Base.None(of + " used none");
  }

  /** What one resource is compared with. */
  sealed interface Base {
    /**
     * @param value above 0
     */
    record Known(double value) implements Base {}

    record None(String why) implements Base {}
  }
}
