package dev.meridian.worker.manifest;

import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.Artifacts;
import dev.meridian.service.ManifestTemplate;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.frozen.FrozenRollout;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.stream.Collectors;

/** The manifests of region rollouts, rendered from what was frozen and stored under their hash. */
public final class RolloutManifests {
  private final ManifestRenderer renderer;
  private final Artifacts artifacts;

  public RolloutManifests(ManifestRenderer renderer, Artifacts artifacts) {
    this.renderer = renderer;
    this.artifacts = artifacts;
  }

  /**
   * A rendering and its name.
   *
   * @param hash SHA-256 of the canonical text
   */
  public record Stored(String hash, ManifestSet set) {}

  /**
   * Renders the contender for its region; the same rollout gives the same hash every time.
   *
   * @throws ApplicationFailure INVALID_SPEC with every problem
   */
  public Stored contender(FrozenRollout rollout) {
    ManifestSet set = render(rollout, rollout.revision().template());
    return new Stored(artifacts.store(ManifestSet.ARTIFACT, set.canonical()), set);
  }

  /**
   * Renders another text with the parameters of the rollout: the Job of a check.
   *
   * @throws ApplicationFailure INVALID_SPEC with every problem
   */
  public ManifestSet render(FrozenRollout rollout, ManifestTemplate template) {
    return switch (renderer.render(template, RenderParameters.of(rollout))) {
      case Reading.Valid<ManifestSet>(ManifestSet set) -> set;
      case Reading.Invalid<ManifestSet>(List<Problem> problems) -> throw refused(rollout, problems);
    };
  }

  /** What was stored under a hash. */
  public ManifestSet load(String hash) {
    return artifacts
        .load(hash)
        .map(ManifestSet::parse)
        .orElseThrow(() ->
            ActivityFailures.of(FailureCode.UNEXPECTED, "no manifests are stored as " + hash));
  }

  private static ApplicationFailure refused(FrozenRollout rollout, List<Problem> problems) {
    String all =
        problems.stream()
            .map(p -> p.pointer() + " " + p.value() + ": " + p.message() + "; " + p.remedy())
            .collect(Collectors.joining(". "));
    return ActivityFailures.of(
        FailureCode.INVALID_SPEC,
        rollout.service().name()
            + " cannot be rendered for "
            + rollout.region().code()
            + ": "
            + all);
  }
}
