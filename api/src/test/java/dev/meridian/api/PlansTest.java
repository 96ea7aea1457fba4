package dev.meridian.api;

import static dev.meridian.api.DocumentsTest.pointers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.api.FakeInquirer.Silence;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.replay.DayBefore;
import dev.meridian.gate.sight.Baseline;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.workflow.inquiry.DaysQuestion;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlansTest {
  private final TestApi api = new TestApi().described();
  private final Rest rest = api.rest();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void preview_exampleService_showsWavesReasonsBakesAndGates() {
    JsonNode plan = rest.post("/api/v1/plans", "{\"service\": \"checkout\"}").json();

    assertThat(plan.at("/waves/0/group").asText()).isEqualTo("staging");
    Set<String> regions = new HashSet<>();
    plan.path("waves")
        .forEach(wave ->
            wave.path("placements")
                .forEach(placement -> {
                  regions.add(placement.path("region").asText());
                  assertThat(placement.at("/reason/sentence").asText()).isNotBlank();
                  assertThat(placement.at("/bake/inputs")).isNotEmpty();
                }));
    assertThat(regions).hasSize(11);
    assertThat(plan.path("expectedDuration").asText()).startsWith("PT");
    assertThat(plan.path("revision").asText()).hasSize(64);
    assertThat(plan.path("gates"))
        .extracting(gate -> gate.path("name").asText())
        .containsExactly("errors", "latency", "memory", "cpu", "baskets");
    double alpha = 0.01 / 10 / 2 / 2;
    assertThat(plan.at("/gates/0/alpha").asDouble()).isEqualTo(alpha, within(1e-12));
    assertThat(plan.at("/gates/2/alpha").isNull()).isTrue();
  }

  @Test
  void preview_regionsWithUsers_showWhatEachRatioGateCanDetectThere() {
    JsonNode plan = rest.post("/api/v1/plans", "{\"service\": \"checkout\"}").json();

    JsonNode sights = plan.path("sights");
    assertThat(sights).hasSize(10);
    assertThat(sights.at("/0/region")).isEqualTo(plan.at("/waves/1/placements/0/region"));
    assertThat(sights)
        .allSatisfy(sight -> {
          assertThat(sight.path("gates"))
              .extracting(gate -> gate.path("gate").asText())
              .containsExactly("errors", "latency");
          assertThat(sight.at("/gates/0/sentence").asText()).contains("errors in ");
        });
    assertThat(sights.at("/0/gates/0/smallestRise").asDouble()).isGreaterThan(1);
    assertThat(sights.at("/0/gates/0/control")).isNotEmpty();
    assertThat(sights.at("/9/gates/0/within").asText()).startsWith("PT");
  }

  @Test
  void preview_findingsThatNeedAPerson_areNamedAsApprovals() {
    JsonNode plan = rest.post("/api/v1/plans", "{\"service\": \"checkout\"}").json();

    Set<String> findings = new HashSet<>();
    plan.path("findings").forEach(finding -> findings.add(finding.asText()));
    assertThat(plan.path("approvals").isArray()).isTrue();
    assertThat(plan.path("approvals"))
        .allSatisfy(needed -> assertThat(findings).contains(needed.path("sentence").asText()));
  }

  @Test
  void preview_expectedDuration_isARangeThatPastReleasesNarrow() {
    JsonNode before = expected();
    assertThat(before.path("source").asText()).contains("prior");
    assertThat(before.path("usualInterval").isNull()).isTrue();
    assertThat(duration(before, "shortest")).isLessThan(duration(before, "likely"));

    for (String digit : List.of("2", "3", "4")) {
      String id = api.started(digit);
      api.happens(id, new ReleaseEvent.ReleaseEnded(ReleaseOutcome.COMPLETED, "all passed"));
    }

    JsonNode after = expected();
    assertThat(after.path("source").asText()).doesNotContain("prior").contains("3");
    assertThat(after.path("usualInterval").isNull()).isFalse();
    assertThat(after.path("slowerThanUsual").asBoolean()).isTrue();
    assertThat(duration(after, "likely")).isLessThan(duration(before, "likely"));
  }

  @Test
  void preview_releasesThatDidNotComplete_sayNothingAboutTheNext() {
    JsonNode before = expected();

    for (String digit : List.of("2", "3", "4")) {
      String id = api.started(digit);
      api.happens(id, new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ABORTED, "a person"));
    }

    assertThat(expected()).isEqualTo(before);
  }

  private JsonNode expected() {
    return rest.post("/api/v1/plans", "{\"service\": \"checkout\"}").json().path("expected");
  }

  private static Duration duration(JsonNode expected, String which) {
    return Duration.parse(expected.path(which).asText());
  }

  @Test
  void preview_startsNothing() {
    rest.post("/api/v1/plans", "{\"service\": \"checkout\"}");

    assertThat(rest.get("/api/v1/releases").json().path("releases")).isEmpty();
    assertThat(api.engine().started()).isEmpty();
  }

  @Test
  void preview_twice_isTheSame() {
    String body = "{\"service\": \"checkout\", \"parameters\": {\"currency\": \"USD\"}}";

    assertThat(rest.post("/api/v1/plans", body).body())
        .isEqualTo(rest.post("/api/v1/plans", body).body());
  }

  @Test
  void preview_configurationOnly_isAnotherRevision() {
    JsonNode plain = rest.post("/api/v1/plans", "{\"service\": \"checkout\"}").json();
    JsonNode other =
        rest.post(
                "/api/v1/plans",
                "{\"service\": \"checkout\", \"parameters\": {\"currency\": \"USD\"}}")
            .json();

    assertThat(plain.path("image")).isEqualTo(other.path("image"));
    assertThat(plain.path("revision")).isNotEqualTo(other.path("revision"));
  }

  @Test
  void preview_unknownService_is404NamingTheNearest() {
    Rest.Answer answer = rest.post("/api/v1/plans", "{\"service\": \"checkuot\"}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("unknown-service");
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/service");
    assertThat(answer.json().at("/errors/0/value").asText()).isEqualTo("checkuot");
    assertThat(answer.json().at("/errors/0/remedy").asText())
        .isEqualTo("Did you mean \"checkout\"?");
  }

  @Test
  void preview_faultyRequest_namesEveryFault() {
    Rest.Answer answer =
        rest.post(
            "/api/v1/plans",
            """
            {"servce": "checkout", "image": "shop/checkout:1.2", "parameters": {"a": 3}}\
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer)).containsKeys("/service", "/servce", "/image", "/parameters/a");
  }

  @Test
  void preview_imageOfAnotherRepositoryAndUnknownParameter_isRefused() {
    Rest.Answer answer =
        rest.post(
            "/api/v1/plans",
            """
            {"service": "checkout", "image": "shop/cart@sha256:%s",
             "parameters": {"replicsa": "3", "region": "x"}}\
            """
                .formatted("2".repeat(64)));

    assertThat(pointers(answer))
        .containsOnlyKeys("/image", "/parameters/replicsa", "/parameters/region");
  }

  private static DayBefore day(String gate, int stopped) {
    Baseline usual =
        new Baseline(0.0005, new Calibration.Known(1.2, 1.5, 1, 288, 0.0005)).carrying(12, 120);
    return new DayBefore(
        new RegionCode("ca-central-1"),
        gate,
        Optional.of(usual),
        2,
        stopped,
        0,
        Optional.empty(),
        gate + " in ca-central-1: " + stopped + " of 2");
  }

  @Test
  void preview_knownDayBefore_replacesWhatIsAssumedAndWarnsOfWhatItStopped() {
    api.inquirer().days(day("errors", 0), day("latency", 1));

    JsonNode plan = rest.post("/api/v1/plans", "{\"service\": \"checkout\"}").json();

    JsonNode canary = plan.at("/sights/0");
    assertThat(canary.path("region").asText()).isEqualTo("ca-central-1");
    assertThat(canary.at("/gates/0/assumed").asBoolean()).isFalse();
    assertThat(canary.at("/gates/0/controlRatio").asDouble()).isEqualTo(10);
    assertThat(plan.at("/sights/1/gates/0/assumed").asBoolean()).isTrue();
    assertThat(plan.at("/dayBefore/1/stopped").asInt()).isEqualTo(1);
    assertThat(plan.path("findings").toString())
        .contains("latency in ca-central-1: 1 of 2; a release is refused until")
        .doesNotContain("errors in ca-central-1: 0 of 2");
    DaysQuestion asked = api.inquirer().daysAsked().getFirst();
    assertThat(asked.gates()).extracting(GateSpec::name).containsExactly("errors", "latency");
    assertThat(asked.places()).hasSize(10);
    assertThat(asked.places().getFirst().control()).hasSize(9);
    assertThat(asked.shares().keySet()).containsExactly("errors", "latency");
  }

  @Test
  void preview_metricsAway_isGivenAndSaysWhatItCouldNotAsk() {
    api.inquirer().silent(Silence.METRICS_AWAY);

    Rest.Answer answer = rest.post("/api/v1/plans", "{\"service\": \"checkout\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("dayBefore")).isEmpty();
    assertThat(answer.json().path("findings").toString())
        .contains("the metrics could not be asked (connection refused)");
    assertThat(answer.json().at("/sights/0/gates/0/assumed").asBoolean()).isTrue();
  }

  @Test
  void preview_afterARelease_leavesOutWhenItWasAtWork() {
    String release = api.started("2");
    RegionCode canary = new RegionCode("ca-central-1");
    api.happens(release, new RegionEvent.RegionStarted(canary, 1, "next"));
    api.happens(release, new RegionEvent.RegionEnded(canary, 1, RegionEnd.PASSED, "well"));

    rest.post("/api/v1/plans", "{\"service\": \"checkout\"}");

    assertThat(api.inquirer().daysAsked().getLast().disturbed())
        .singleElement()
        .satisfies(disturbed -> {
          assertThat(disturbed.regions()).containsExactly(canary);
          assertThat(disturbed.until()).isAfterOrEqualTo(disturbed.from());
        });
  }

  @Test
  void start_gateThatWouldHaveStoppedHealthyBakes_isRefusedUnlessItIsNamed() {
    api.inquirer().days(day("errors", 0), day("latency", 1));
    String body = TestApi.startBody("2");

    Rest.Answer refused = rest.post("/api/v1/releases", body);
    Rest.Answer unknown = rest.post("/api/v1/releases", overriding(body, "latancy"));
    Rest.Answer named = rest.post("/api/v1/releases", overriding(body, "latency"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("gate-stops-healthy-days");
    assertThat(pointers(refused).get("/overrideGates")).contains("latency in ca-central-1: 1 of 2");
    assertThat(pointers(unknown)).containsOnlyKeys("/overrideGates/0");
    assertThat(named.status()).as(named.body()).isEqualTo(202);
    String id = named.json().path("id").asText();
    assertThat(api.ports().releaseLedger().history(ReleaseId.parse(id)).getFirst().event())
        .isInstanceOfSatisfying(
            ReleaseEvent.ReleaseStarted.class,
            started -> assertThat(started.overriddenGates()).containsExactly("latency"));
  }

  private static String overriding(String body, String gate) {
    return body.replace("{", "{\"overrideGates\": [\"" + gate + "\"], ");
  }

  @Test
  void start_metricsAway_isAccepted() {
    api.inquirer().silent(Silence.ENGINE_AWAY);

    assertThat(rest.post("/api/v1/releases", TestApi.startBody("2")).status()).isEqualTo(202);
  }
}
