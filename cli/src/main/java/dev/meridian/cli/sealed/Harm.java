package dev.meridian.cli.sealed;

/**
 * Users harmed in one world: requests that failed or took longer than 0.3 s because of the
 * contender.
 *
 * @param meridian under Meridian
 * @param atOnce had all regions got it at once
 * @param hourly had they got it one by one, an hour each
 */
record Harm(long meridian, long atOnce, long hourly) {
  static final Harm NONE = new Harm(0, 0, 0);

  Harm plus(Harm other) {
    return new Harm(meridian + other.meridian(), atOnce + other.atOnce(), hourly + other.hourly());
  }
}
