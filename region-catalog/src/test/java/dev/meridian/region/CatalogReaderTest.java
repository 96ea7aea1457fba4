package dev.meridian.region;

import static dev.meridian.document.Readings.problems;
import static dev.meridian.document.Readings.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.document.Problem;
import dev.meridian.document.Readings;
import dev.meridian.region.Region.Position;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CatalogReaderTest {
  private final Map<String, Object> tree = ExampleDocuments.catalogTree();

  @Test
  void example_isRead_sortedByCode() {
    RegionCatalog catalog = valid(CatalogReader.read(tree));

    assertThat(catalog.regions()).hasSize(11);
    assertThat(catalog.regions().getFirst().code()).isEqualTo(new RegionCode("af-south-1"));
    Region seoul = catalog.region(new RegionCode("ap-northeast-2"));
    assertThat(seoul.name()).isEqualTo("Seoul");
    assertThat(seoul.zone().getId()).isEqualTo("Asia/Seoul");
    assertThat(seoul.position()).isEqualTo(new Position(37.57, 126.98));
    assertThat(seoul.peers()).containsExactly(new RegionCode("ap-northeast-1"));
    assertThat(seoul.trait("script")).contains(new Trait("script", "hangul"));
    assertThat(seoul.trait("input")).isEmpty();
  }

  @Test
  void twoRegions_withOneCode_areAProblemOfTheSecond() {
    region(4).put("code", "eu-west-3");

    assertThat(problems(CatalogReader.read(tree)))
        .contains(
            new Problem(
                "/regions/4/code",
                "eu-west-3",
                "is the code of two regions, first at /regions/0/code",
                "Give each region a code of its own."));
  }

  @Test
  void catalogue_mixOfProblems_reportsThemAllInOrder() {
    region(0).put("code", "EU_WEST");
    region(1).put("zone", "America/Torronto");
    region(1).put("mayReceiveFrom", List.of("ca", "us"));
    region(2).put("peers", List.of("eu-central-2", "af-south-1", "ca-central-1", "me-central-1"));
    region(3).put("peers", List.of("ap-south-1", "ap-south-1"));
    region(4).put("position", Map.of("latitude", 91, "longitude", 0));
    region(5).put("traits", Map.of("script", "Latin"));
    region(6).put("registry", "https://registry");
    region(7).remove("failureDomain");
    region(8).put("trait", "x");

    assertThat(problems(CatalogReader.read(tree)))
        .extracting(
            problem -> problem.pointer() + ": " + problem.message() + " " + problem.remedy())
        .containsExactly(
            "/regions/0/code: region code should be 1 to 63 of a-z, 0-9 and -: was \"EU_WEST\""
                + " Write a value of that form.",
            "/regions/1/zone: time zone is not known Did you mean \"America/Toronto\"?",
            "/regions/2/peers/0: peer is no region of this catalogue"
                + " Did you mean \"eu-central-1\"?",
            "/regions/2/peers/1: a region is no peer of itself Name another region, or none.",
            "/regions/2/peers/2: peer may receive from ca, us, not from za"
                + " Remove the peer, or add za to its mayReceiveFrom if law allows it.",
            "/regions/3/peers/1: peer is named twice Remove one.",
            "/regions/4/position: position should be latitude -90 to 90, longitude -180 to 180:"
                + " was 91.0, 0.0 Change the fields that it names.",
            "/regions/5/traits: trait value should be 1 to 63 of a-z, 0-9 and -: was \"Latin\""
                + " Write lower-case names and values; put a number into a named band first.",
            "/regions/6/registry: registry should be a host, with a port if it needs one"
                + " Write for example registry.example.com:5000, without scheme and path.",
            "/regions/7/failureDomain: field \"failureDomain\" is missing Add it.",
            "/regions/8/trait: field \"trait\" is not known here Did you mean \"traits\"?");
  }

  @Test
  void catalogue_withoutRegions_isRefused() {
    assertThat(problems(CatalogReader.read(Map.of("regions", List.of()))))
        .extracting(Problem::message)
        .containsExactly("a catalogue has regions");
    assertThat(Readings.pointers(CatalogReader.read(null))).containsExactly("");
  }

  @Test
  void zone_nothingNear_showsTheForm() {
    region(0).put("zone", "Middle-earth/Shire");

    assertThat(problems(CatalogReader.read(tree)))
        .extracting(Problem::remedy)
        .containsExactly("Write a name of the time zone database, for example Europe/Paris.");
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> region(int index) {
    return ((List<Map<String, Object>>) tree.getOrDefault("regions", List.of())).get(index);
  }
}
