package dev.meridian.cli.scenario;

import dev.meridian.cli.ExitStatus;
import dev.meridian.sandbox.world.ExampleImage;
import dev.meridian.sandbox.world.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stories that the sandbox can tell. */
public enum Scenario {
  HEALTHY(ExampleImage.HEALTHY, ExitStatus.COMPLETED, "nothing is wrong"),
  TRAIT_DEFECT(
      ExampleImage.TRAIT_DEFECT,
      ExitStatus.ROLLED_BACK,
      "requests fail, but only for users who write Hangul"),
  SLOW_FOR_MOBILE(
      ExampleImage.SLOW_FOR_MOBILE,
      ExitStatus.ROLLED_BACK,
      "answers are slow, but only where mobile clients prevail"),
  LOAD_DEFECT(
      ExampleImage.LOAD_DEFECT,
      ExitStatus.ROLLED_BACK,
      "requests fail, but only under the load of the largest regions"),
  LEAK(ExampleImage.LEAK, ExitStatus.ROLLED_BACK, "memory grows by the hour"),
  FAILING_CHECK(
      ExampleImage.FAILING_CHECK,
      ExitStatus.ROLLED_BACK,
      "the integration check finds fault in the canary"),
  METRICS_SILENT(
      ExampleImage.STEADY,
      ExitStatus.ROLLED_BACK,
      "the contender's region reports nothing, all others do",
      new Mishap(
          List.of(Fault.Kind.METRICS_SILENT),
          Mishap.Target.FIRST_PRODUCTION,
          Mishap.Moment.BAKING,
          Optional.empty())),
  TELEMETRY_OUTAGE(
      ExampleImage.STEADY,
      ExitStatus.WAITING,
      "no metrics from anywhere",
      new Mishap(
          List.of(Fault.Kind.METRICS_AWAY),
          Mishap.Target.EVERYWHERE,
          Mishap.Moment.BAKING,
          Optional.empty())),
  REGION_DIES(
      ExampleImage.STEADY,
      ExitStatus.ROLLED_BACK,
      "a region's cluster and service die in mid-wave",
      new Mishap(
          List.of(Fault.Kind.CLUSTER_AWAY, Fault.Kind.SERVICE_DOWN),
          Mishap.Target.FIRST_PRODUCTION,
          Mishap.Moment.BAKING,
          Optional.of(new Mishap.Lift(Mishap.Moment.RECOVERING, Duration.ofHours(2))))),
  CONTROL_PLANE_AWAY(
      ExampleImage.STEADY,
      ExitStatus.COMPLETED,
      "a cluster's API is away for a while, its users are well",
      new Mishap(
          List.of(Fault.Kind.CLUSTER_AWAY),
          Mishap.Target.FIRST_PRODUCTION,
          Mishap.Moment.STARTING,
          Optional.of(new Mishap.Lift(Mishap.Moment.HELD, Duration.ofHours(1)))));

  private final ExampleImage image;
  private final ExitStatus ending;
  private final String told;

  /** A record of immutable parts, which Error Prone cannot see. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Optional<Mishap> mishap;

  Scenario(ExampleImage image, ExitStatus ending, String told) {
    this(image, ending, told, Optional.empty());
  }

  Scenario(ExampleImage image, ExitStatus ending, String told, Mishap mishap) {
    this(image, ending, told, Optional.of(mishap));
  }

  Scenario(ExampleImage image, ExitStatus ending, String told, Optional<Mishap> mishap) {
    this.image = image;
    this.ending = ending;
    this.told = told;
    this.mishap = mishap;
  }

  /** As on the command line: {@code trait-defect}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is released. */
  public ExampleImage image() {
    return image;
  }

  /** How it must end. */
  public ExitStatus ending() {
    return ending;
  }

  /** What is wrong, for people. */
  public String told() {
    return told;
  }

  /** What befalls the world. */
  public Optional<Mishap> mishap() {
    return mishap;
  }

  /**
   * @throws IllegalArgumentException naming all titles when there is none such
   */
  public static Scenario titled(String title) {
    return Arrays.stream(values())
        .filter(scenario -> scenario.title().equals(title))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no scenario is called \""
                    + title
                    + "\": there are "
                    + Arrays.stream(values())
                        .map(Scenario::title)
                        .collect(Collectors.joining(", "))));
  }
}
