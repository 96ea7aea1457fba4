package dev.meridian.simulation;

import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;

/** The other release of the service, as far as its ledger tells. */
interface Beside {
  /** There is none. */
  Beside NOBODY =
      new Beside() {
        @Override
        public ReleaseState state(ReleaseId other) {
          throw new IllegalStateException("there is no release " + other);
        }

        @Override
        public void afterNews(Runnable look) {
          throw new IllegalStateException("there is nobody to look at");
        }
      };

  /** The fold of its ledger. */
  ReleaseState state(ReleaseId other);

  /** Looks once, a while after the next entry of either ledger: until then there is nothing new. */
  void afterNews(Runnable look);
}
