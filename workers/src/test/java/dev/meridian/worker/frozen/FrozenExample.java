package dev.meridian.worker.frozen;

import dev.meridian.document.Reading;
import dev.meridian.region.CatalogReader;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.plan.Plan;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.ImageReference;
import dev.meridian.service.ManifestTemplate;
import dev.meridian.service.Revision;
import dev.meridian.service.ServiceReader;
import dev.meridian.service.ServiceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Rollouts of the example service to the example regions: its documents, with another digest as the
 * contender.
 *
 * @param catalog as in {@code docs/examples}
 * @param service as in {@code docs/examples}, or changed by a test
 * @param image of the contender
 * @param parameters of the release
 */
public record FrozenExample(
    RegionCatalog catalog,
    ServiceSpec service,
    ImageReference image,
    Map<String, String> parameters)
    implements FrozenRollouts {
  public static final String CONTENDER =
      "shop/checkout@sha256:2222222222222222222222222222222222222222222222222222222222222222";

  /** An older release id sorts before a newer one. */
  public static final ReleaseId RELEASE = ReleaseId.parse("01990000-0000-7000-8000-000000000001");

  public static final ReleaseId NEXT_RELEASE =
      ReleaseId.parse("01990000-0000-7000-8000-000000000002");

  public static FrozenExample checkout() {
    RegionCatalog catalog = valid(CatalogReader.read(tree("catalog.yaml")));
    ServiceSpec service = valid(ServiceReader.read(tree("checkout.yaml"), catalog));
    return new FrozenExample(catalog, service, ImageReference.parse(CONTENDER), Map.of());
  }

  /** The text of a document in {@code docs/examples}. */
  public static String text(String file) {
    try {
      return Files.readString(
          Path.of(System.getProperty("house.root", ".."), "docs", "examples", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public FrozenExample with(UnaryOperator<ServiceSpec> change) {
    return new FrozenExample(catalog, change.apply(service), image, parameters);
  }

  public FrozenExample withTemplate(UnaryOperator<String> change) {
    return with(s ->
        new ServiceSpec(
            s.name(),
            s.image(),
            new ManifestTemplate(
                s.template().engine(),
                change.apply(s.template().text()),
                s.template().parameters()),
            s.presences(),
            s.revisionLabel(),
            s.checks(),
            s.gates(),
            s.plan(),
            s.release()));
  }

  public FrozenExample withParameters(Map<String, String> others) {
    return new FrozenExample(catalog, service, image, others);
  }

  public FrozenExample withImage(String other) {
    return new FrozenExample(catalog, service, ImageReference.parse(other), parameters);
  }

  public static RegionAttempt attempt(String region) {
    return new RegionAttempt(RELEASE, new RegionCode(region), 1, 1);
  }

  public FrozenRollout of(String region) {
    return of(attempt(region));
  }

  @Override
  public FrozenRollout of(RegionAttempt rollout) {
    return new FrozenRollout(
        rollout,
        catalog,
        service,
        catalog.region(rollout.region()),
        service.presence(rollout.region()).orElseThrow(),
        new Revision(image, service.template(), new TreeMap<>(parameters)),
        new Plan(List.of(), List.of()));
  }

  private static Object tree(String file) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
  }

  private static <T> T valid(Reading<T> reading) {
    return switch (reading) {
      case Reading.Valid<T>(T value) -> value;
      case Reading.Invalid<T> invalid ->
          throw new AssertionError("the example should be valid: " + invalid.problems());
    };
  }
}
