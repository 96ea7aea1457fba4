package dev.meridian.release;

import dev.meridian.region.RegionCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The other release of the service that has not ended, where two overlap. One that has an older one
 * has no younger one.
 *
 * @param older that this one must not overtake
 * @param younger that uses staging and canary meanwhile
 */
public record Neighbours(Optional<Older> older, Optional<Younger> younger) {
  public static final Neighbours NONE = new Neighbours(Optional.empty(), Optional.empty());

  /**
   * @param takenBack whether it is being taken back: this one has to leave first
   */
  public record Older(ReleaseId release, boolean takenBack) {}

  /**
   * @param regions that both go to, sorted
   * @param entered those of them in which it has begun, sorted
   */
  public record Younger(ReleaseId release, List<RegionCode> regions, List<RegionCode> entered) {
    public Younger {
      regions = List.copyOf(regions);
      entered = List.copyOf(Objects.requireNonNullElse(entered, List.of()));
    }
  }

  public Neighbours {
    older = Objects.requireNonNullElse(older, Optional.empty());
    younger = Objects.requireNonNullElse(younger, Optional.empty());
  }

  static Neighbours behind(Optional<ReleaseId> older) {
    return new Neighbours(older.map(release -> new Older(release, false)), Optional.empty());
  }

  /** Whose doings matter: the older one's, else the younger one's. */
  public Optional<ReleaseId> other() {
    return older.map(Older::release).or(() -> younger.map(Younger::release));
  }

  /** Whether what this one runs on top of is being taken away. */
  public boolean olderTakenBack() {
    return older.filter(Older::takenBack).isPresent();
  }

  /** Whether the younger one goes there, now or later: it has to leave before it is restored. */
  public boolean shared(RegionCode region) {
    return younger.filter(it -> it.regions().contains(region)).isPresent();
  }

  /** Whether the younger one has begun there: what users meet is that one's. */
  public boolean entered(RegionCode region) {
    return younger.filter(it -> it.entered().contains(region)).isPresent();
  }

  /** What is true after an event; those that are about somebody else change nothing. */
  public Neighbours after(ReleaseEvent.OfRelease event) {
    return switch (event) {
      case ReleaseEvent.YoungerStarted e ->
          new Neighbours(older, Optional.of(new Younger(e.younger(), e.regions(), List.of())));
      case ReleaseEvent.YoungerEntered e ->
          new Neighbours(
              older,
              younger.map(it ->
                  it.release().equals(e.younger())
                      ? new Younger(it.release(), it.regions(), e.regions())
                      : it));
      case ReleaseEvent.YoungerLeft e ->
          new Neighbours(older, younger.filter(it -> !it.release().equals(e.younger())));
      case ReleaseEvent.OlderEnded e ->
          new Neighbours(older.filter(it -> !it.release().equals(e.older())), younger);
      case ReleaseEvent.OlderTakenBack e ->
          new Neighbours(Optional.of(new Older(e.older(), true)), younger);
      case ReleaseEvent.OfRelease _ -> this;
    };
  }
}
