package dev.meridian.region;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Readings;
import dev.meridian.document.Value;
import dev.meridian.region.plan.PlanPolicy;
import dev.meridian.region.plan.PlanPolicyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The documents in {@code docs/examples}: a fresh tree each time, so that a test may change it. */
public final class ExampleDocuments {
  private ExampleDocuments() {}

  public static Map<String, Object> catalogTree() {
    return tree("catalog.yaml");
  }

  public static Map<String, Object> checkoutTree() {
    return tree("checkout.yaml");
  }

  public static RegionCatalog catalog() {
    return Readings.valid(CatalogReader.read(catalogTree()));
  }

  public static List<Presence> presences() {
    DocumentReader checkout = DocumentReader.of(checkoutTree());
    checkout.leaveRestAlone();
    return Readings.valid(
        checkout.reading(new PresenceReader(catalog()).readAll(checkout.required("presences"))));
  }

  public static PlanPolicy policy() {
    DocumentReader checkout = DocumentReader.of(checkoutTree());
    checkout.leaveRestAlone();
    Value<PlanPolicy> policy =
        checkout
            .required("policy")
            .object(reader -> {
              reader.leaveRestAlone();
              return new PlanPolicyReader(catalog()).read(reader);
            });
    return Readings.valid(checkout.reading(policy));
  }

  static Map<String, Object> tree(String file) {
    Path path = Path.of(System.getProperty("house.root", ".."), "docs", "examples", file);
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
