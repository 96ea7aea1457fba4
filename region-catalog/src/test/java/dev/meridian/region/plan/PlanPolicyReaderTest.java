package dev.meridian.region.plan;

import static dev.meridian.document.Readings.problems;
import static dev.meridian.document.Readings.tree;
import static dev.meridian.document.Readings.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Reading;
import dev.meridian.region.ExampleDocuments;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlanPolicyReaderTest {
  @Test
  void example_isRead() {
    assertThat(ExampleDocuments.policy())
        .isEqualTo(
            new PlanPolicy(
                List.of("script", "mobile-share"),
                Duration.ofHours(12),
                Duration.ofHours(2),
                Duration.ofHours(24),
                false,
                2,
                3,
                new Share(350_000),
                new Share(500_000),
                false,
                Optional.empty(),
                List.of()));
  }

  @Test
  void policy_leftOut_hasTheDefaults() {
    assertThat(valid(read(Map.of()))).isEqualTo(PlanPolicyReader.DEFAULT);
    assertThat(PlanPolicyReader.DEFAULT.canaryBakeFloor()).isEqualTo(Duration.ofDays(2));
  }

  @Test
  void policy_wrongInEveryField_isToldForEach() {
    Map<String, @Nullable Object> tree =
        tree(
            "covers",
            List.of("scripts", "script", "script"),
            "canaryBakeFloor",
            "P61D",
            "bakeFloor",
            "-PT1H",
            "bakeCeiling",
            "a week",
            "bakeOverDailyPeak",
            "no",
            "incidentFactor",
            -1,
            "parallelism",
            0,
            "blastRadius",
            0,
            "similarityFloor",
            1.1,
            "paralelism",
            3);

    assertThat(told(tree))
        .containsExactly(
            "/covers/0 Did you mean \"script\"?",
            "/covers/2 Remove one.",
            "/canaryBakeFloor Write a shorter duration.",
            "/bakeFloor Write for example PT30S, PT2H or P1D.",
            "/bakeCeiling Write for example PT30S, PT2H or P1D.",
            "/bakeOverDailyPeak Write true or false without quotes.",
            "/incidentFactor 2 is usual.",
            "/parallelism Write 1 for one by one.",
            "/blastRadius 0.25 is usual.",
            "/similarityFloor Write a fraction, for example 0.35.",
            "/paralelism Did you mean \"parallelism\"?");
  }

  @Test
  void whoLeadsAndWhoMayPass_wrong_isToldForEach() {
    assertThat(
            told(
                tree(
                    "canaryWorkingDay",
                    1,
                    "lowTrafficBelow",
                    0,
                    "passUnproven",
                    List.of("eu-west-33", "sa-east-1", "A"))))
        .containsExactly(
            "/canaryWorkingDay Write true or false without quotes.",
            "/lowTrafficBelow Remove it.",
            "/passUnproven/0 Did you mean \"eu-west-3\"?",
            "/passUnproven/2 Write a value of that form.");
  }

  @Test
  void whoLeadsAndWhoMayPass_isRead() {
    PlanPolicy policy =
        valid(
            read(
                tree(
                    "canaryWorkingDay",
                    false,
                    "lowTrafficBelow",
                    0.02,
                    "passUnproven",
                    List.of("sa-east-1", "eu-west-3"))));

    assertThat(policy.canaryWorkingDay()).isFalse();
    assertThat(policy.lowTrafficBelow()).contains(new Share(20_000));
    assertThat(policy.passUnproven()).extracting("value").containsExactly("eu-west-3", "sa-east-1");
  }

  @Test
  void ceiling_belowAFloor_isRefusedWhereItIsWritten() {
    assertThat(told(Map.of("bakeFloor", "P8D")))
        .containsExactly("/bakeFloor Lower the floor, or raise bakeCeiling.");
    assertThat(told(Map.of("bakeCeiling", "P1D")))
        .containsExactly("/bakeCeiling Lower the floor, or raise bakeCeiling.");
    assertThat(told(tree("canaryBakeFloor", "PT2H", "bakeFloor", "PT1H", "bakeCeiling", "PT90M")))
        .containsExactly("/canaryBakeFloor Lower the floor, or raise bakeCeiling.");
  }

  private static Reading<PlanPolicy> read(Map<String, ? extends @Nullable Object> tree) {
    DocumentReader reader = DocumentReader.of(tree);
    return reader.reading(new PlanPolicyReader(ExampleDocuments.catalog()).read(reader));
  }

  private static List<String> told(Map<String, ? extends @Nullable Object> tree) {
    return problems(read(tree)).stream()
        .map(problem -> problem.pointer() + " " + problem.remedy())
        .toList();
  }
}
