package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.decision.ReleaseStep;

/** Laws that belong together, as the safety document groups them. */
abstract class Chapter {
  final Witness witness;

  Chapter(Witness witness) {
    this.witness = witness;
  }

  /** An entry is about to be believed; the witness does not know it yet. */
  void recorded(ReleaseEvent event) {}

  /** The release has chosen what it does next. */
  void chosen(ReleaseStep step) {}

  /** A cluster was changed under the number of an intention; the witness knows it already. */
  void applied(Seen region, long fence) {}

  /** Users are sent to a region, or not any more. */
  void moved(RegionCode region, boolean served, long serving) {}

  /** Nothing more happens. */
  void stands() {}

  static void require(String property, boolean holds, String seen) {
    if (!holds) {
      throw new BrokenLaw(property, seen);
    }
  }

  /** As {@link #require(String, boolean, String)}, about one region. */
  static void require(String property, boolean holds, Seen region, String clause) {
    if (!holds) {
      throw new BrokenLaw(property, region.planned.region() + " " + clause);
    }
  }
}
