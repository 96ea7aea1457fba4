package dev.meridian.worker.frozen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.document.Reading;
import dev.meridian.ledger.Documents;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.ledger.knowledge.Incidents;
import dev.meridian.ledger.plan.PlanMaterial;
import dev.meridian.ledger.plan.Plans;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.region.CatalogReader;
import dev.meridian.region.RegionCode;
import dev.meridian.region.change.RegionChange;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.Wave;
import dev.meridian.region.plan.WavePlanner;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseEvent.CatalogueChanged;
import dev.meridian.release.ReleaseState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A release of the example, its first wave passed, while the documents change. */
@Timeout(30)
class DocumentsNowTest {
  private static final Instant STARTED = Instant.parse("2026-03-02T12:00:00Z");

  private final Ports ports = Ports.inMemory();
  private final FrozenExample example = FrozenExample.checkout();
  private final Plans plans = new Plans(ports.releases(), ports.ledger(), ports.artifacts());
  private final PlanMaterial material =
      new PlanMaterial(new Incidents(ports.ledger()), ports.releases(), plans);
  private final FrozenReleases releases =
      new FrozenReleases(ports.documents(), ports.releases(), plans);
  private final DocumentsNow documents =
      new DocumentsNow(ports.documents(), releases, plans, material);
  private final Plan accepted =
      WavePlanner.plan(material.request(example.catalog(), example.service()));

  @BeforeEach
  void start() {
    store(Documents.CATALOG, tree("catalog.yaml"));
    store("checkout", tree("checkout.yaml"));
    ports
        .releases()
        .start(
            new Releases.NewRelease(
                FrozenExample.RELEASE,
                new ReleaseEvent.ReleaseStarted(
                    example.service().name(),
                    example.of("ap-northeast-1").revision().id(),
                    example.image(),
                    1,
                    1,
                    PlannedRegion.of(accepted, example.catalog()),
                    example.service().release().restoreShare(),
                    "ada",
                    "to see"),
                Map.of(),
                MeridianJson.tree(accepted),
                STARTED),
            Optional.empty());
    Wave first = accepted.waves().getFirst();
    happened(
        new ReleaseEvent.WaveStarted(
            1, first.placements().stream().map(it -> it.region()).toList(), "it begins"));
    happened(new ReleaseEvent.WavePassed(1, "it passed"));
  }

  @Test
  void documents_asTheyWereFrozen_areNoNews() {
    assertThat(news()).isEmpty();
  }

  @Test
  void regionThatIsGoneFromTheCatalogue_isSkipped_andThePlanWithoutItIsKept() {
    RegionCode gone = accepted.waves().getLast().placements().getFirst().region();
    store(Documents.CATALOG, catalogWithout(gone));

    CatalogueChanged change = news().orElseThrow();

    assertThat(change.catalogVersion()).isEqualTo(2);
    assertThat(change.serviceVersion()).isEqualTo(1);
    assertThat(change.regions()).contains(new RegionChange.Skipped(gone, accepted.waves().size()));
    assertThat(change.revised().orElseThrow().schedule())
        .hasSize(accepted.regions().size() - 1)
        .extracting(PlannedRegion::region)
        .doesNotContain(gone);

    happened(change);
    Plan standing = plans.standing(FrozenExample.RELEASE).orElseThrow();
    assertThat(PlannedRegion.of(standing, example.catalog()))
        .isEqualTo(change.revised().orElseThrow().schedule());
    assertThat(plans.accepted(FrozenExample.RELEASE)).contains(accepted);
    assertThat(news()).isEmpty();
  }

  @Test
  void rolloutOfAWaveThatWasPlannedAgain_findsItsPlace_andItsShareOfAlpha() {
    FrozenRollouts rollouts = new LedgerFrozenRollouts(releases, plans);
    RegionCode gone = accepted.waves().get(1).placements().getFirst().region();
    store(Documents.CATALOG, catalogWithout(gone));
    CatalogueChanged change = news().orElseThrow();
    happened(change);
    Plan standing = plans.standing(FrozenExample.RELEASE).orElseThrow();

    for (RegionCode region : standing.regions()) {
      FrozenRollout rollout = rollouts.of(new RegionAttempt(FrozenExample.RELEASE, region, 1, 1));
      Wave wave = standing.waveOf(region).orElseThrow();
      assertThat(wave.placements()).contains(rollout.placement());
      assertThat(rollout.together()).isEqualTo(wave.judgedWith(rollout.placement()));
      assertThat(rollout.together()).doesNotContain(gone);
      assertThat(rollout.judgedRegions()).isEqualTo(accepted.regions().size() - stagings(accepted));
    }
  }

  @Test
  void regionThatIsDescribedOtherwise_isToldOnce() {
    Map<String, Object> catalog = tree("catalog.yaml");
    region(catalog, "eu-west-3").put("cluster", "another");
    store(Documents.CATALOG, catalog);

    CatalogueChanged change = news().orElseThrow();
    assertThat(change.revised()).isEmpty();
    assertThat(change.regions())
        .containsExactly(
            new RegionChange.GoesOnAsFrozen(
                new RegionCode("eu-west-3"), List.of("cluster"), false));

    happened(change);
    assertThat(news()).isEmpty();
    region(catalog, "eu-west-3").put("name", "Elsewhere");
    store(Documents.CATALOG, catalog);
    assertThat(news()).isEmpty();
  }

  private static long stagings(Plan plan) {
    return plan.waves().stream()
        .flatMap(wave -> wave.placements().stream())
        .filter(placement -> !placement.role().hasUsers())
        .count();
  }

  private Optional<CatalogueChanged> news() {
    List<ReleaseEvent> history =
        ports.releaseLedger().history(FrozenExample.RELEASE).stream().map(Recorded::event).toList();
    return documents.news(FrozenExample.RELEASE, ReleaseState.fold(history));
  }

  private void happened(ReleaseEvent event) {
    ports
        .releaseLedger()
        .record(
            FrozenExample.RELEASE, 1, "meridian", new Keyed<>(event.toString(), STARTED, event));
  }

  private void store(String name, Map<String, Object> tree) {
    String kind = name.equals(Documents.THE_CATALOG) ? Documents.CATALOG : Documents.SERVICE;
    ports
        .documents()
        .store(new Documents.NewDocument(kind, name, tree, "ada", STARTED), Optional.empty());
  }

  /** The example's catalogue without a region, which nobody has for a peer any more. */
  private static Map<String, Object> catalogWithout(RegionCode gone) {
    Map<String, Object> catalog = tree("catalog.yaml");
    List<Map<String, Object>> regions = new ArrayList<>();
    for (Map<String, Object> region : regions(catalog)) {
      if (!gone.value().equals(region.get("code"))) {
        Map<String, Object> kept = new TreeMap<>(region);
        kept.computeIfPresent(
            "peers",
            (_, peers) ->
                ((List<?>) peers).stream().filter(peer -> !gone.value().equals(peer)).toList());
        regions.add(kept);
      }
    }
    catalog.put("regions", regions);
    assertThat(CatalogReader.read(catalog)).isInstanceOf(Reading.Valid.class);
    return catalog;
  }

  private static Map<String, Object> region(Map<String, Object> catalog, String code) {
    return regions(catalog).stream()
        .filter(region -> code.equals(region.get("code")))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked") // as the example is written
  private static List<Map<String, Object>> regions(Map<String, Object> catalog) {
    return (List<Map<String, Object>>) catalog.getOrDefault("regions", List.of());
  }

  private static Map<String, Object> tree(String file) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(FrozenExample.text(file));
  }
}
