package dev.meridian.gate.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.gate.change.OutsideChange.Kind;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class ChangeReaderTest {
  private static final RegionCatalog CATALOG =
      new RegionCatalog(List.of(region("eu-central-1"), region("ap-south-1"), region("sa-east-1")));
  private static final String NOON = "2026-03-02T12:00:00Z";

  private static Region region(String code) {
    return new Region(
        new RegionCode(code),
        code,
        ZoneId.of("UTC"),
        new Region.Position(0, 0),
        code,
        "http://metrics",
        "registry",
        code,
        List.of(),
        "eu",
        List.of(),
        new TreeMap<>());
  }

  private static Reading<OutsideChange> read(Map<String, Object> others) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("kind", "flag");
    tree.put("regions", List.of("eu-central-1", "ap-south-1", "eu-central-1"));
    tree.put("from", NOON);
    tree.put("source", "new-basket on");
    tree.putAll(others);
    return new ChangeReader(CATALOG).read(tree);
  }

  private static List<String> pointers(Reading<OutsideChange> reading) {
    return ((Reading.Invalid<OutsideChange>) reading)
        .problems().stream().map(Problem::pointer).toList();
  }

  @Test
  void change_ofTwoRegions_isReadSortedAndEachOnce() {
    assertThat(read(Map.of("until", "2026-03-02T13:00:00Z")))
        .isEqualTo(
            new Reading.Valid<>(
                new OutsideChange(
                    Kind.FLAG,
                    List.of(new RegionCode("ap-south-1"), new RegionCode("eu-central-1")),
                    Instant.parse(NOON),
                    Optional.of(Instant.parse("2026-03-02T13:00:00Z")),
                    "new-basket on")));
  }

  @Test
  void change_withoutRegions_isEverywhere() {
    Map<String, Object> tree = Map.of("kind", "dependency", "from", NOON, "source", "payments 7.1");

    Reading<OutsideChange> reading = new ChangeReader(CATALOG).read(tree);

    OutsideChange change = ((Reading.Valid<OutsideChange>) reading).value();
    assertThat(change.regions()).hasSize(3);
    assertThat(change.until()).isEmpty();
  }

  @Test
  void change_withFaults_namesEveryPlace() {
    Reading<OutsideChange> reading =
        read(
            Map.of(
                "kind",
                "flga",
                "regions",
                List.of("eu-central-1", "eu-cnetral-1"),
                "until",
                "2026-03-02T11:00:00Z",
                "source",
                "x".repeat(501),
                "form",
                NOON));

    assertThat(pointers(reading))
        .containsExactlyInAnyOrder("/kind", "/regions/1", "/until", "/source", "/form");
    assertThat(pointers(read(Map.of("regions", List.of())))).containsExactly("/regions");
  }

  @Test
  void change_thatEndsBeforeItBegins_isNoChange() {
    Instant noon = Instant.parse(NOON);
    List<RegionCode> regions = List.of(new RegionCode("eu-central-1"));

    assertThatThrownBy(() ->
            new OutsideChange(Kind.FLAG, regions, noon, Optional.of(noon.minusSeconds(1)), "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OutsideChange(Kind.FLAG, List.of(), noon, Optional.empty(), "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new OutsideChange(Kind.FLAG, regions, noon, Optional.empty(), "x".repeat(501)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
