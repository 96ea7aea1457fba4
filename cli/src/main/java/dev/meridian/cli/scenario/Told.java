package dev.meridian.cli.scenario;

import dev.meridian.gate.VerdictCause;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An event in the words of a progress line; empty when a person would not miss it. */
final class Told {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Told() {}

  static String clock(Instant at) {
    return CLOCK.format(at);
  }

  static Optional<String> of(ReleaseEvent event) {
    return switch (event) {
      case RegionEvent e -> inRegion(e).map(words -> "%-15s %s".formatted(e.region(), words));
      case ReleaseEvent.OfRelease e -> Optional.of(ofRelease(e));
    };
  }

  private static String ofRelease(ReleaseEvent.OfRelease event) {
    return switch (event) {
      case ReleaseEvent.ReleaseWaits e -> "WAITS " + e.why();
      case ReleaseEvent.ReleaseStarted e -> started(e);
      case ReleaseEvent.CatalogueChanged e -> "DOCUMENTS " + e.reason();
      case ReleaseEvent.WaveStarted e ->
          "WAVE "
              + e.wave()
              + " "
              + e.regions().stream().map(Object::toString).collect(Collectors.joining(", "));
      case ReleaseEvent.WavePassed e -> "WAVE " + e.wave() + " passed";
      case ReleaseEvent.Paused e -> "PAUSED by " + e.by() + ": " + e.reason();
      case ReleaseEvent.Resumed e -> "RESUMED by " + e.by() + ": " + e.reason();
      case ReleaseEvent.StopRequested e -> "STOP by " + e.by() + ": " + e.reason();
      case ReleaseEvent.AbortRequested e -> "ABORT by " + e.by() + ": " + e.reason();
      case ReleaseEvent.RetryRequested e -> "RETRY of " + e.region() + " by " + e.by();
      case ReleaseEvent.RecoveryStarted e -> "RECOVERY " + e.reason();
      case ReleaseEvent.YoungerStarted e -> "FOLLOWED by " + e.younger() + ": " + e.reason();
      case ReleaseEvent.YoungerEntered e -> "FOLLOWED into " + e.regions() + " by " + e.younger();
      case ReleaseEvent.YoungerLeft e -> "ALONE " + e.younger() + " has left: " + e.reason();
      case ReleaseEvent.OlderEnded e -> "FREE " + e.older() + " has ended: " + e.reason();
      case ReleaseEvent.OlderTakenBack e -> "BENEATH " + e.older() + ": " + e.reason();
      case ReleaseEvent.Paged e -> "PAGED " + e.sentence();
      case ReleaseEvent.ReleaseEnded e -> "ENDED " + words(e.outcome()) + ": " + e.reason();
    };
  }

  private static String started(ReleaseEvent.ReleaseStarted event) {
    int waves = event.schedule().isEmpty() ? 0 : event.schedule().getLast().wave();
    return "RELEASE of "
        + event.service()
        + " revision "
        + event.contender()
        + " to "
        + event.schedule().stream().map(PlannedRegion::region).count()
        + " regions in "
        + waves
        + " waves";
  }

  private static Optional<String> inRegion(RegionEvent event) {
    return switch (event) {
      case RegionEvent.RegionStarted _,
          RegionEvent.ImagePresent _,
          RegionEvent.WayBackRecorded _,
          RegionEvent.Reviewed _,
          RegionEvent.BakeProgressed _,
          RegionEvent.RegionEnded _ ->
          Optional.empty();
      case RegionEvent.DeployIntended _ -> Optional.of("deploying");
      case RegionEvent.Deployed _ -> Optional.of("serves the contender");
      case RegionEvent.CheckEnded e ->
          Optional.of(
              "check " + e.check() + (e.passed() ? " passed: " : " FAILED: ") + e.sentence());
      case RegionEvent.BakeStarted e -> Optional.of("bakes until " + clock(e.until()));
      case RegionEvent.VerdictGiven e ->
          Optional.of(
              e.cause() == VerdictCause.PROVEN
                  ? e.sentence()
                  : words(e.cause().kind()) + ": " + e.sentence());
      case RegionEvent.RegionHeld e -> Optional.of("holds: " + e.reason());
      case RegionEvent.RegionObserved e -> Optional.of("seen from outside: " + e.sentence());
      case RegionEvent.StepFailed e -> Optional.of("cannot go on: " + e.sentence());
      case RegionEvent.RestoreIntended e -> Optional.of("rolling back: " + e.reason());
      case RegionEvent.Restored e -> Optional.of("restored: " + e.sentence());
      case RegionEvent.RegionOwed e -> Optional.of("owed: " + e.reason());
      case RegionEvent.RegionSettled e -> Optional.of("settled: " + e.sentence());
      case RegionEvent.EvacuationIntended e -> Optional.of("evacuating: " + e.reason());
      case RegionEvent.Evacuated e -> Optional.of("evacuated: " + e.sentence());
      case RegionEvent.EvacuationRefused e -> Optional.of("not evacuated: " + e.sentence());
      case RegionEvent.ReturnIntended e -> Optional.of("traffic returns: " + e.reason());
      case RegionEvent.Returned e -> Optional.of("traffic is back: " + e.sentence());
    };
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
