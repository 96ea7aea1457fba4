package dev.meridian.cli.sealed;

import dev.meridian.cli.ExitStatus;
import dev.meridian.sandbox.world.Defect;
import java.time.Duration;
import java.util.List;

/** What an envelope can hold. */
sealed interface Contents {
  /** For people, and for the hash. */
  String told();

  /** What is wrong with the contender. */
  default List<Defect> defects() {
    return List.of();
  }

  /** How a release into such a world should end. */
  default ExitStatus ending() {
    return defects().isEmpty() ? ExitStatus.COMPLETED : ExitStatus.ROLLED_BACK;
  }

  /** Nothing is wrong. */
  record Nothing() implements Contents {
    @Override
    public String told() {
      return "nothing is wrong";
    }
  }

  /** Requests fail more often everywhere, whichever revision serves. */
  record Storms(List<Storm> storms) implements Contents {
    public Storms {
      storms = List.copyOf(storms);
    }

    @Override
    public String told() {
      StringBuilder text = new StringBuilder("mere weather: requests fail five times as often");
      for (Storm storm : storms) {
        text.append(
            ", for %d h from %d h after the start"
                .formatted(storm.lasting().toHours(), storm.after().toHours()));
      }
      return text.toString();
    }
  }

  /**
   * Bad weather everywhere.
   *
   * @param after the start of the release
   */
  record Storm(Duration after, Duration lasting) {}

  /** The contender has a defect. */
  record Latent(Defect defect) implements Contents {
    @Override
    public String told() {
      return "a defect: " + DefectWords.of(defect);
    }

    @Override
    public List<Defect> defects() {
      return List.of(defect);
    }
  }
}
