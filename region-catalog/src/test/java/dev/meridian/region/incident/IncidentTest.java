package dev.meridian.region.incident;

import static dev.meridian.document.Readings.problems;
import static dev.meridian.document.Readings.tree;
import static dev.meridian.document.Readings.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.region.ExampleDocuments;
import dev.meridian.region.RegionCode;
import dev.meridian.region.incident.Incident.Kind;
import dev.meridian.region.incident.Incident.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class IncidentTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  @Test
  void report_whole_isRead() {
    Incident incident =
        valid(
            reader()
                .read(
                    tree(
                        "region", "ap-northeast-2",
                        "kind", "leak",
                        "exposedAt", "2026-03-01T10:00:00Z",
                        "discoveredAt", "2026-03-01T19:30:00.1234567Z",
                        "revision", "0123456789ab",
                        "note", "memory grew with every Korean search")));

    assertThat(incident)
        .isEqualTo(
            new Incident(
                new RegionCode("ap-northeast-2"),
                Kind.LEAK,
                Duration.parse("PT9H30M0.123456S"),
                Instant.parse("2026-03-01T19:30:00.123456Z"),
                Source.REPORT,
                Optional.of("0123456789ab"),
                "memory grew with every Korean search"));
    assertThat(incident.exposedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
  }

  @Test
  void report_wrongInEveryField_isToldForEach() {
    assertThat(
            told(
                tree(
                    "region", "ap-northeast-22",
                    "kind", "slow",
                    "exposedAt", "yesterday",
                    "discoveredAt", "2026-03-02T00:00:01Z",
                    "revision", "v2",
                    "note", "x".repeat(2_001),
                    "severity", 1)))
        .containsExactly(
            "/region region is not in the catalogue",
            "/kind should be one of: errors, latency, leak, data",
            "/exposedAt Text 'yesterday' could not be parsed at index 0",
            "/discoveredAt an incident cannot be discovered in the future: it is " + NOW,
            "/revision revision should be its hash",
            "/note note should have at most 2000 characters",
            "/severity field \"severity\" is not known here");
  }

  @Test
  void report_discoveredBeforeExposure_isRefused() {
    assertThat(
            told(
                tree(
                    "region", "ap-northeast-2",
                    "kind", "errors",
                    "exposedAt", "2026-03-01T10:00:00Z",
                    "discoveredAt", "2026-03-01T09:59:59Z")))
        .containsExactly("/discoveredAt discovery comes before exposure");
  }

  @Test
  void incident_beforeExposureOrWithALongNote_isRefused() {
    RegionCode seoul = new RegionCode("ap-northeast-2");
    assertThatThrownBy(() -> new Incident(seoul, Kind.DATA, Duration.ofSeconds(-1), NOW))
        .hasMessageContaining("should be discovered after exposure");
    assertThatThrownBy(() ->
            new Incident(
                seoul,
                Kind.DATA,
                Duration.ZERO,
                NOW,
                Source.GATE,
                Optional.empty(),
                "x".repeat(2_001)))
        .hasMessageContaining("at most 2000 characters");
  }

  private static IncidentReader reader() {
    return new IncidentReader(ExampleDocuments.catalog(), NOW);
  }

  private static List<String> told(Map<String, @Nullable Object> tree) {
    return problems(reader().read(tree)).stream()
        .map(problem -> problem.pointer() + " " + problem.message())
        .toList();
  }
}
